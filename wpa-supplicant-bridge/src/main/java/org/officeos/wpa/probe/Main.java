package org.officeos.wpa.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.officeos.wpa.SupplicantConfig;
import org.officeos.wpa.SupplicantFacts;
import org.officeos.wpa.SupplicantWifiP2p;

/**
 * Wi-Fi Direct by hand, to see what a radio and its supplicant do. Started with an interface's
 * name, and the bus' address where it is not the system's:
 *
 * <pre>
 * java ... org.officeos.wpa.probe.Main wlan0 [unix:path=/run/dbus/system_bus_socket]
 * </pre>
 *
 * <p>It first prints what preflight would be told of the bus and the supplicant. It reads commands
 * from standard input, one on a line, and answers each with {@code ok COMMAND [VALUE]} or {@code
 * failed COMMAND REASON text}, in their order. Each event is a line beginning with {@code event}.
 * At the end of input, or at {@code quit}, it leaves its groups and ends. The commands are in
 * {@link Commands}.
 *
 * <p>Never prints a passphrase. A PIN that is to be shown is printed: that is its purpose.
 */
public final class Main {

  private Main() {}

  /** Runs until the end of input. */
  public static void main(String[] arguments) throws IOException {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 1 || arguments.length > 2) {
      out.println("usage: INTERFACE [BUS-ADDRESS]");
      return;
    }
    SupplicantConfig config = SupplicantConfig.of(arguments[0]);
    Optional<String> bus = arguments.length == 2 ? Optional.of(arguments[1]) : Optional.empty();
    SupplicantConfig chosen = bus.map(config::on).orElse(config);
    out.println("facts " + SupplicantFacts.gather(chosen));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (SupplicantWifiP2p wifi = SupplicantWifiP2p.open(chosen)) {
      wifi.subscribe(event -> out.println("event " + EventLines.of(event)));
      Commands commands = new Commands(wifi, out);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!commands.run(line.trim())) {
          return;
        }
      }
    }
  }
}
