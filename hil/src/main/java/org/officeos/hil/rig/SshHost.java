package org.officeos.hil.rig;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is reached.
 *
 * @param user who to be there
 * @param host its name or address; an IPv6 address without brackets
 * @param port where its ssh server listens
 */
public record SshHost(String user, String host, int port) {

  private static final int DEFAULT_PORT = 22;
  private static final Pattern FORM =
      Pattern.compile(
          "([a-z_][a-z0-9_.-]{0,31})@(?:\\[([0-9a-fA-F:.%a-z]+)]|([a-zA-Z0-9][a-zA-Z0-9.-]*))"
              + "(?::([0-9]{1,5}))?");

  /**
   * Reads {@code user@host}, {@code user@host:port} or {@code user@[ipv6]:port}.
   *
   * @throws IllegalArgumentException where it is none of these
   */
  public static SshHost parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not user@host or user@host:port: " + text);
    }
    String host = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    int port = matcher.group(4) == null ? DEFAULT_PORT : Integer.parseInt(matcher.group(4));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not a port: " + text);
    }
    return new SshHost(matcher.group(1), host, port);
  }

  @Override
  public String toString() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return user + "@" + shown + (port == DEFAULT_PORT ? "" : ":" + port);
  }
}
