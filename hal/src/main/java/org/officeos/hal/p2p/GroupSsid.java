package org.officeos.hal.p2p;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The SSID of a P2P group: {@code DIRECT-}, two letters or digits, and anything up to 32 bytes of
 * UTF-8 in all (Wi-Fi P2P Technical Specification, section 3.2.1). A supplicant does not announce a
 * group of another name, so no other is taken.
 *
 * @param text the whole SSID, {@code DIRECT-} included
 */
public record GroupSsid(String text) {

  /** Most bytes. */
  public static final int LONGEST = 32;

  private static final Pattern FORM = Pattern.compile("DIRECT-[a-zA-Z0-9]{2}.*", Pattern.DOTALL);

  /** Refuses what is no SSID of a P2P group. */
  public GroupSsid {
    if (!isOne(text)) {
      throw new IllegalArgumentException("not the SSID of a P2P group");
    }
  }

  /**
   * An SSID from a person or a peer.
   *
   * @throws P2pException {@code INVALID_SSID}
   */
  public static GroupSsid of(String text) throws P2pException {
    if (!isOne(text)) {
      throw new P2pException(
          P2pReason.INVALID_SSID, "DIRECT- and two letters or digits come first, 32 bytes at most");
    }
    return new GroupSsid(text);
  }

  private static boolean isOne(String text) {
    return FORM.matcher(text).matches() && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }
}
