package org.officeos.hal.p2p;

/**
 * The kernel's side of a group's addresses. The supplicant hands addresses out inside the EAPOL-Key
 * exchange (Wi-Fi P2P Technical Specification, section 4.2.8) and gives them to nobody else: the
 * group's interface has none until somebody sets it, and a group owner's interface neither.
 *
 * <p>Blocks for a kernel's answer, milliseconds. Safe for use by several threads.
 */
public interface GroupNetwork {

  /**
   * Gives a group's interface its own address and nothing else: no gateway, no name server, no
   * broadcast to other networks. Setting the same address again is no error. It goes away with the
   * interface.
   *
   * @param interfaceName the group's interface, such as {@code p2p-wlan0-0}
   * @param own this device's address in the group
   * @param mask the group's mask
   * @throws GroupNetworkException {@code NO_GROUP_ADDRESS}, {@code NO_SUCH_INTERFACE}, {@code
   *     NOT_A_GROUP}, {@code NETWORK_TAKEN}, {@code NOT_PERMITTED}, {@code KERNEL}
   */
  void assign(String interfaceName, Ipv4 own, Ipv4 mask) throws GroupNetworkException;

  /**
   * Whether an interface other than those of groups already lies in that network, so that a plan
   * with it would lead packets astray.
   *
   * @throws GroupNetworkException {@code KERNEL}
   */
  boolean isTaken(Ipv4 address, Ipv4 mask) throws GroupNetworkException;

  /**
   * Requires that the kernel's only way to {@code peer} is out of that interface, without a
   * gateway: a socket to it cannot leave by any other.
   *
   * @throws GroupNetworkException {@code NO_SUCH_INTERFACE}, {@code OTHER_WAY}, {@code KERNEL}
   */
  void requireOnlyWay(String interfaceName, Ipv4 peer) throws GroupNetworkException;

  /**
   * Where the air gap's packet filter is loaded, opens it for TCP over that interface to one port
   * of the peer's and shuts every way that was open before; where it is not, does nothing. Doing it
   * again is no error. May take a second.
   *
   * @param port 1 to 65535
   * @throws GroupNetworkException {@code NO_SUCH_INTERFACE}, {@code NOT_A_GROUP}, {@code
   *     NOT_PERMITTED}, {@code FILTER}, {@code KERNEL}
   */
  void openWay(String interfaceName, Ipv4 peer, int port) throws GroupNetworkException;
}
