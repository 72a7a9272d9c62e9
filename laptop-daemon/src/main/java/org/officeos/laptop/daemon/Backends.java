package org.officeos.laptop.daemon;

import java.net.URI;
import java.util.Optional;
import org.officeos.laptop.config.ConfigException;
import org.officeos.laptop.config.KeyFile;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.config.ServiceConfig;
import org.officeos.laptop.config.Words;
import org.officeos.laptop.daemon.DaemonException.Reason;
import org.officeos.laptop.image.ImageLimits;
import org.officeos.laptop.relay.RelayServices;
import org.officeos.laptop.relay.StandardPictures;
import org.officeos.laptop.standin.StandInSettings;
import org.officeos.laptop.upstream.ImageService;
import org.officeos.laptop.upstream.TextService;
import org.officeos.laptop.upstream.UpstreamClient;
import org.officeos.laptop.upstream.UpstreamSettings;
import org.officeos.laptop.upstream.Upstreams;
import org.officeos.session.crypto.SecretBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services of one configuration: real ones, and the built-in stand-ins where it says so. */
final class Backends implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
  private static final long MAX_IMAGE_ANSWER = 48L * 1024 * 1024;
  private static final long MAX_TEXT_ANSWER = 4L * 1024 * 1024;

  private final UpstreamClient client;
  private final StandIns standIns;
  private final RelayServices services;

  private Backends(UpstreamClient client, StandIns standIns, RelayServices services) {
    this.client = client;
    this.standIns = standIns;
    this.services = services;
  }

  /**
   * Makes the translators, and starts the stand-ins where they are wanted.
   *
   * @param pace how fast stand-ins work
   * @throws DaemonException {@code SERVICE}
   */
  static Backends start(LaptopConfig config, StandInSettings pace) throws DaemonException {
    boolean wanted =
        config.image().source() == ServiceConfig.Source.STAND_IN
            || config.text().source() == ServiceConfig.Source.STAND_IN;
    StandIns standIns = wanted ? StandIns.start(pace) : StandIns.none();
    UpstreamClient client = new UpstreamClient();
    try {
      Upstreams upstreams = new Upstreams(client);
      Optional<ImageService> image =
          settings(
                  config.image(),
                  "image",
                  standIns.imageUrl(config.image().kind()),
                  MAX_IMAGE_ANSWER)
              .map(
                  at ->
                      switch (config.image().kind()) {
                        case WEBUI -> upstreams.webUi(at);
                        case OPENAI -> upstreams.openAiImages(at);
                      });
      Optional<TextService> text =
          settings(config.text(), "text", standIns.textUrl(), MAX_TEXT_ANSWER)
              .map(upstreams::openAiText);
      return new Backends(
          client,
          standIns,
          new RelayServices(image, text, new StandardPictures(ImageLimits.standard())));
    } catch (ConfigException | IllegalArgumentException e) {
      client.close();
      standIns.close();
      throw new DaemonException(Reason.SERVICE, e);
    }
  }

  private static Optional<UpstreamSettings> settings(
      ServiceConfig service, String key, Optional<URI> standInUrl, long maxBytes)
      throws ConfigException {
    Optional<URI> url =
        switch (service.source()) {
          case REAL -> service.url();
          case STAND_IN -> standInUrl;
          case NONE -> Optional.empty();
        };
    if (url.isEmpty()) {
      LOG.warn("{}: no service; set url in [{}]", key, key);
      return Optional.empty();
    }
    boolean standIn = service.source() == ServiceConfig.Source.STAND_IN;
    if (standIn) {
      LOG.warn("{}: the built-in stand-in answers, no model; set url in [{}]", key, key);
    } else {
      LOG.info("{}: {} service", key, Words.of(service.kind()));
    }
    Optional<SecretBytes> secret = Optional.empty();
    if (service.apiKeyFile().isPresent() && !standIn) {
      secret = Optional.of(KeyFile.read(service.apiKeyFile().get(), key + ".api_key_file"));
    }
    return Optional.of(
        new UpstreamSettings(
            url.get(),
            standIn ? Optional.empty() : service.model(),
            secret,
            service.connectTimeout(),
            service.idleTimeout(),
            maxBytes));
  }

  RelayServices services() {
    return services;
  }

  @Override
  public void close() {
    client.close();
    standIns.close();
  }
}
