package org.officeos.handheld.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.officeos.handheld.link.LinkException.Reason;

/**
 * Refuses to connect from a network namespace that leads out. Reads the main routing table; the
 * whole guard over interfaces, radios and policy rules is the hal room's.
 */
final class AirGapCheck {

  private final Path v4;
  private final Path v6;

  AirGapCheck(Path procNet) {
    this.v4 = procNet.resolve("route");
    this.v6 = procNet.resolve("ipv6_route");
  }

  void require() throws LinkException {
    String four;
    String six;
    try {
      four = Files.readString(v4, StandardCharsets.US_ASCII);
      six = Files.exists(v6) ? Files.readString(v6, StandardCharsets.US_ASCII) : "";
    } catch (IOException e) {
      throw new LinkException(
          Reason.ROUTES_UNREADABLE,
          "The kernel's routes cannot be read, so this program cannot show that this device is"
              + " air-gapped; it does not connect. Is /proc mounted?",
          e);
    }
    List<RouteTable.WayOut> waysOut = RouteTable.waysOut(four, six);
    if (!waysOut.isEmpty()) {
      RouteTable.WayOut first = waysOut.get(0);
      throw new LinkException(
          Reason.DEFAULT_ROUTE,
          "This device is not air-gapped: the route "
              + first.destination()
              + " leads out through "
              + first.interfaceName()
              + ". Remove it (ip route del default), then try again.");
    }
  }
}
