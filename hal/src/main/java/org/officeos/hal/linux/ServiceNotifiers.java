package org.officeos.hal.linux;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.officeos.hal.linux.NotifyException.Reason;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;

/** Chooses the notifier that this process's environment asks for. */
public final class ServiceNotifiers {

  private ServiceNotifiers() {}

  /**
   * A notifier that sends to {@code NOTIFY_SOCKET}; or, where that is not set, one that sends
   * nothing, says so in {@link ServiceNotifier#destination()} and loads no native code.
   *
   * @param environment such as {@link System#getenv()}
   * @param pid this process's id; a watchdog meant for another process is not ours
   * @throws NotifyException {@code BAD_ADDRESS}, {@code ADDRESS_TOO_LONG}, {@code BAD_WATCHDOG},
   *     {@code NO_LIBRARY}
   */
  public static ServiceNotifier fromEnvironment(Map<String, String> environment, long pid)
      throws NotifyException {
    return over(NativeLibC::new, environment, pid);
  }

  static ServiceNotifier over(Supplier<LibC> library, Map<String, String> environment, long pid)
      throws NotifyException {
    String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
    if (socket.isEmpty()) {
      return new NobodyToTell();
    }
    byte[] address = NotifyAddress.parse(socket);
    Optional<Duration> watchdog = WatchdogInterval.of(environment, pid);
    try {
      return new SystemdNotifier(library.get(), socket, address, watchdog);
    } catch (LinkageError e) {
      throw new NotifyException(Reason.NO_LIBRARY, "JNA cannot load the C library", e);
    }
  }
}
