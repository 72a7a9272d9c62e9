package org.officeos.hal.p2p;

import java.util.HexFormat;

/** A service that this device tells of when a peer asks (Wi-Fi P2P, section 3.1.3). */
public sealed interface LocalService {

  /** Most bytes of a query or a response. */
  int LONGEST = 1024;

  /**
   * A DNS-SD record, already in the form that goes on the air.
   *
   * @param query hexadecimal of the query that it answers, DNS name and type, compressed
   * @param response hexadecimal of the answer; empty only to ask with
   */
  record Bonjour(String query, String response) implements LocalService {

    /** Refuses what is no hexadecimal, an empty query, and anything too long. */
    public Bonjour {
      if (query.isEmpty() || query.length() > 2 * LONGEST || response.length() > 2 * LONGEST) {
        throw new IllegalArgumentException("1 to 1024 bytes are wanted");
      }
      HexFormat.of().parseHex(query);
      HexFormat.of().parseHex(response);
    }
  }

  /**
   * A UPnP service.
   *
   * @param version UPnP's version as one octet, 0x10 for 1.0
   * @param name the UUID and the service's name
   */
  record Upnp(int version, String name) implements LocalService {

    /** Refuses what does not fit. */
    public Upnp {
      if (version < 0 || version > 255 || name.isEmpty() || name.length() > LONGEST) {
        throw new IllegalArgumentException("not a UPnP service");
      }
    }
  }
}
