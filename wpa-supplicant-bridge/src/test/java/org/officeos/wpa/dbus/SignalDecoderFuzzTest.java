package org.officeos.wpa.dbus;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Assertions;

/** Whatever arguments a signal has: a value or nothing, and never a throw. */
final class SignalDecoderFuzzTest {

  private static final List<String> MEMBERS =
      List.of(
          "DeviceFoundProperties",
          "DeviceLost",
          "GONegotiationRequest",
          "GONegotiationSuccess",
          "GONegotiationFailure",
          "GroupStarted",
          "GroupFinished",
          "GroupFormationFailure",
          "WpsFailed",
          "InvitationResult",
          "InvitationReceived",
          "ServiceDiscoveryResponse",
          "ProvisionDiscoveryRequestDisplayPin",
          "ProvisionDiscoveryFailure",
          "PeerJoined",
          "InterfaceRemoved");
  private static final List<String> KEYS =
      List.of(
          "DeviceAddress",
          "DeviceName",
          "PrimaryDeviceType",
          "level",
          "peer_object",
          "status",
          "interface_object",
          "group_object",
          "role",
          "IpAddr",
          "IpAddrMask",
          "IpAddrGo",
          "sa",
          "go_dev_addr",
          "persistent_id",
          "tlvs");
  private static final List<String> INTERFACES =
      List.of(Names.P2P_DEVICE, Names.GROUP, Names.SUPPLICANT);
  private static final int MOST_VALUES = 24;

  @FuzzTest
  void anyArgumentsDecodeToAValueOrToNothing(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    String member = MEMBERS.get(next(in) % MEMBERS.size());
    List<Object> arguments = new ArrayList<>();
    for (int count = next(in) % 4; count > 0; count--) {
      arguments.add(value(in, 3));
    }
    for (String from : INTERFACES) {
      Optional<SupplicantSignal> signal =
          SignalDecoder.decode(from, member, "/path", arguments.toArray());
      Assertions.assertNotNull(signal.toString());
    }
  }

  private static int next(ByteBuffer in) {
    return in.hasRemaining() ? in.get() & 0xff : 0;
  }

  private static Object value(ByteBuffer in, int depth) {
    return switch (next(in) % 11) {
      case 0 -> (byte) next(in);
      case 1 -> new UInt16(next(in) << 8);
      case 2 -> new UInt32(next(in));
      case 3 -> new UInt64(next(in));
      case 4 -> next(in) - 128;
      case 5 -> next(in) % 2 == 0;
      case 6 -> new String(bytes(in), StandardCharsets.ISO_8859_1);
      case 7 -> new DBusPath("/x/Peers/" + new String(bytes(in), StandardCharsets.ISO_8859_1));
      case 8 -> bytes(in);
      case 9 -> depth == 0 ? List.of() : List.of(value(in, depth - 1));
      default -> depth == 0 ? Map.of() : dictionary(in, depth);
    };
  }

  private static Map<String, Object> dictionary(ByteBuffer in, int depth) {
    Map<String, Object> entries = new HashMap<>();
    for (int count = next(in) % MOST_VALUES; count > 0 && in.hasRemaining(); count--) {
      String key = KEYS.get(next(in) % KEYS.size());
      Object value = value(in, depth - 1);
      entries.put(key, value instanceof byte[] octets ? new Variant<>(octets) : value);
    }
    return entries;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] octets = new byte[Math.min(next(in) % 20, in.remaining())];
    in.get(octets);
    return octets;
  }
}
