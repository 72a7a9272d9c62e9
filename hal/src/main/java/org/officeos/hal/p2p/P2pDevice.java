package org.officeos.hal.p2p;

import java.util.OptionalInt;

/**
 * A peer as its own frames tell of it: Android's {@code WifiP2pDevice}. All text is a stranger's.
 *
 * @param address its P2P Device Address
 * @param name its WPS device name, at most 32 bytes; may be empty, may be forged
 * @param primaryType what kind of device it says to be
 * @param configMethods WPS configuration methods, a bit set (Wi-Fi Simple Configuration 2.0.7,
 *     table 33): 0x0008 display, 0x0080 push button, 0x0100 keypad
 * @param deviceCapability the device capability bitmap (Wi-Fi P2P, table 12)
 * @param groupCapability the group capability bitmap (Wi-Fi P2P, table 13); bit 0 is set while it
 *     owns a group
 * @param signalDbm the strength of its last frame, where the driver told it
 */
public record P2pDevice(
    MacAddress address,
    String name,
    DeviceType primaryType,
    int configMethods,
    int deviceCapability,
    int groupCapability,
    OptionalInt signalDbm) {

  private static final int GROUP_OWNER = 0x01;
  private static final int INVITATION_PROCEDURE = 0x20;

  /** Whether it owns a group now, so that one joins it instead of negotiating. */
  public boolean isGroupOwner() {
    return (groupCapability & GROUP_OWNER) != 0;
  }

  /** Whether it answers invitations, which bringing a persistent group back needs. */
  public boolean takesInvitations() {
    return (deviceCapability & INVITATION_PROCEDURE) != 0;
  }
}
