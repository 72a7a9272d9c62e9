package org.officeos.hal.p2p.testing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.officeos.hal.p2p.LocalService;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WifiP2p;

/** The fake's part beside groups: services and vendor elements. */
abstract class FakeServices extends FakeCalls implements WifiP2p {

  private static final int MOST_ELEMENTS = 2048;

  final SimulatedRadio radio;
  private final Set<Long> serviceRequests = new HashSet<>();
  private long numbers;

  FakeServices(SimulatedAir air, SimulatedRadio radio) {
    super(air);
    this.radio = radio;
  }

  @Override
  public CompletableFuture<Void> addLocalService(LocalService service) {
    return done(() -> radio.services().add(service));
  }

  @Override
  public CompletableFuture<Void> removeLocalService(LocalService service) {
    return done(
        () -> {
          if (!radio.services().remove(service)) {
            throw new P2pException(P2pReason.UNKNOWN_SERVICE);
          }
        });
  }

  @Override
  public CompletableFuture<Void> clearLocalServices() {
    return done(() -> radio.services().clear());
  }

  @Override
  public CompletableFuture<Long> requestServices(Optional<MacAddress> peer, LocalService query) {
    return value(
        () -> {
          if (peer.isPresent()) {
            radio.knownPeer(peer.get());
          }
          long number = ++numbers;
          serviceRequests.add(number);
          return number;
        });
  }

  @Override
  public CompletableFuture<Void> cancelServiceRequest(long request) {
    return done(
        () -> {
          if (!serviceRequests.remove(request)) {
            throw new P2pException(P2pReason.UNKNOWN_SERVICE);
          }
        });
  }

  @Override
  public CompletableFuture<Void> setVendorElements(byte[] elements) {
    return done(
        () -> {
          int at = 0;
          while (at + 2 <= elements.length) {
            at += 2 + (elements[at + 1] & 0xff);
          }
          check(at == elements.length && elements.length <= MOST_ELEMENTS);
        });
  }
}
