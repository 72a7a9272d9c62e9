package org.officeos.laptop.daemon;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.officeos.laptop.config.ServiceConfig.Kind;
import org.officeos.laptop.daemon.DaemonException.Reason;
import org.officeos.laptop.standin.StandInServices;
import org.officeos.laptop.standin.StandInSettings;

/** The built-in stand-ins, where they are wanted. */
final class StandIns implements AutoCloseable {

  private final Optional<StandInServices> services;

  private StandIns(Optional<StandInServices> services) {
    this.services = services;
  }

  static StandIns none() {
    return new StandIns(Optional.empty());
  }

  static StandIns start(StandInSettings settings) throws DaemonException {
    try {
      return new StandIns(Optional.of(StandInServices.start(settings)));
    } catch (IOException e) {
      throw new DaemonException(
          Reason.SERVICE, "the stand-ins cannot listen on loopback: " + e.getMessage());
    }
  }

  /** Where a kind of picture service is. */
  Optional<URI> imageUrl(Kind kind) {
    return services.map(
        running ->
            switch (kind) {
              case WEBUI -> running.imageUrl();
              case OPENAI -> running.textUrl();
            });
  }

  Optional<URI> textUrl() {
    return services.map(StandInServices::textUrl);
  }

  @Override
  public void close() {
    services.ifPresent(StandInServices::close);
  }
}
