package org.officeos.wpa.dbus;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.LocalService;

/** Services as the supplicant's dictionaries, and a query as it goes on the air. */
final class ServiceArguments {

  private static final int BONJOUR = 1;
  private static final int UPNP = 2;
  private static final int TRANSACTION = 1;

  private ServiceArguments() {}

  static Map<String, Variant<?>> toAdd(LocalService service) {
    Map<String, Variant<?>> arguments = toDelete(service);
    if (service instanceof LocalService.Bonjour bonjour) {
      arguments.put("response", new Variant<>(HexFormat.of().parseHex(bonjour.response())));
    }
    return arguments;
  }

  static Map<String, Variant<?>> toDelete(LocalService service) {
    Map<String, Variant<?>> arguments = new HashMap<>();
    if (service instanceof LocalService.Bonjour bonjour) {
      arguments.put("service_type", new Variant<>("bonjour"));
      arguments.put("query", new Variant<>(HexFormat.of().parseHex(bonjour.query())));
    } else if (service instanceof LocalService.Upnp upnp) {
      arguments.put("service_type", new Variant<>("upnp"));
      arguments.put("version", new Variant<>(upnp.version()));
      arguments.put("service", new Variant<>(upnp.name()));
    }
    return arguments;
  }

  /**
   * A service request TLV (Wi-Fi P2P, table 63): length of the rest in two bytes, little-endian;
   * protocol; transaction; query.
   */
  static byte[] query(LocalService service) {
    byte[] query;
    int protocol;
    if (service instanceof LocalService.Upnp upnp) {
      protocol = UPNP;
      byte[] name = upnp.name().getBytes(StandardCharsets.UTF_8);
      query = new byte[name.length + 1];
      query[0] = (byte) upnp.version();
      System.arraycopy(name, 0, query, 1, name.length);
    } else {
      protocol = BONJOUR;
      query = HexFormat.of().parseHex(((LocalService.Bonjour) service).query());
    }
    byte[] tlv = new byte[query.length + 4];
    tlv[0] = (byte) (query.length + 2);
    tlv[1] = (byte) ((query.length + 2) >> 8);
    tlv[2] = (byte) protocol;
    tlv[3] = TRANSACTION;
    System.arraycopy(query, 0, tlv, 4, query.length);
    return tlv;
  }
}
