package org.officeos.wpa.probe;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.GroupSsid;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.WpsPin;

/**
 * The commands of the diagnosis tool:
 *
 * <pre>
 * wait SECONDS                      until the supplicant is there
 * handheld NAME | laptop NAME       configure as one of the two; a laptop hands out addresses
 * find [social|MHZ] | stop | flush | listen SECONDS
 * pbc MAC | display MAC | keypad MAC PIN            connect, as configured
 * authorize MAC | join MAC                          by button
 * cancel
 * group [SSID PASSPHRASE] | temporary | remove INTERFACE | admit INTERFACE [PIN]
 * reinvoke NUMBER [MAC] | remembered | forget NUMBER
 * invite INTERFACE MAC | kick INTERFACE MAC
 * state | peers | groups | settings | address
 * sleep MILLISECONDS | quit
 * </pre>
 */
final class Commands {

  private static final long PATIENCE_S = 30;

  private final WifiP2p wifi;
  private final PrintWriter out;

  Commands(WifiP2p wifi, PrintWriter out) {
    this.wifi = wifi;
    this.out = out;
  }

  /** Runs one line; whether there may be more. */
  boolean run(String line) {
    String[] words = line.split(" +");
    if (line.isEmpty() || words[0].equals("quit")) {
      return line.isEmpty();
    }
    try {
      String value = answer(words);
      out.println("ok " + words[0] + (value.isEmpty() ? "" : " " + value));
    } catch (P2pException e) {
      out.println("failed " + words[0] + " " + e.reason() + " " + e.getMessage());
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      out.println("failed " + words[0] + " USAGE " + e.getMessage());
    } catch (TimeoutException e) {
      out.println("failed " + words[0] + " TIMEOUT not in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  private String answer(String[] words)
      throws P2pException, InterruptedException, TimeoutException {
    return switch (words[0]) {
      case "wait" -> waitUntilReady(Integer.parseInt(words[1]));
      case "sleep" -> pause(Long.parseLong(words[1]));
      case "handheld" -> text(wifi.configure(DeviceSettings.handheld(words[1])));
      case "laptop" ->
          text(wifi.configure(DeviceSettings.laptop(words[1])))
              + text(wifi.setAddressPlan(EapolAddressPlan.USUAL));
      case "find" -> text(wifi.find(search(words)));
      case "stop" -> text(wifi.stopFind());
      case "flush" -> text(wifi.flush());
      case "listen" -> text(wifi.listen(Duration.ofSeconds(Integer.parseInt(words[1]))));
      case "state" -> wifi.state().toString();
      case "peers" -> wifi.peers().stream().map(p -> p.address() + " ").reduce("", String::concat);
      case "groups" ->
          wifi.groups().stream().map(g -> EventLines.of(g) + "; ").reduce("", String::concat);
      case "settings" -> text(wifi.settings());
      case "address" -> text(wifi.deviceAddress());
      case "remembered" -> text(wifi.persistentGroups());
      default -> forming(words);
    };
  }

  private String forming(String[] words)
      throws P2pException, InterruptedException, TimeoutException {
    return switch (words[0]) {
      case "pbc" -> connect(ConnectRequest.pbc(mac(words[1])));
      case "display" -> connect(ConnectRequest.display(mac(words[1])));
      case "keypad" -> connect(ConnectRequest.keypad(mac(words[1]), WpsPin.of(words[2])));
      case "authorize" -> connect(ConnectRequest.pbc(mac(words[1])).onlyAuthorizing());
      case "join" -> connect(ConnectRequest.pbc(mac(words[1])).joining());
      case "cancel" -> text(wifi.cancelConnect());
      case "group" -> text(wifi.createGroup(group(words)));
      case "temporary" -> text(wifi.createGroup(GroupConfig.anyTemporary()));
      case "remove" -> text(wifi.removeGroup(words[1]));
      case "admit" ->
          text(
              wifi.admit(
                  words[1],
                  words.length > 2 ? Optional.of(WpsPin.of(words[2])) : Optional.empty()));
      case "reinvoke" ->
          text(
              wifi.reinvoke(
                  Integer.parseInt(words[1]),
                  words.length > 2 ? Optional.of(mac(words[2])) : Optional.empty()));
      case "forget" -> text(wifi.deletePersistentGroup(Integer.parseInt(words[1])));
      case "invite" -> text(wifi.invite(words[1], mac(words[2])));
      case "kick" -> text(wifi.removeClient(words[1], mac(words[2])));
      default -> throw new IllegalArgumentException("no such command");
    };
  }

  private String connect(ConnectRequest request)
      throws P2pException, InterruptedException, TimeoutException {
    return value(wifi.connect(request)).map(pin -> "pin=" + pin.digits()).orElse("");
  }

  private static FindRequest search(String[] words) throws P2pException {
    if (words.length == 1) {
      return FindRequest.full();
    }
    return words[1].equals("social")
        ? FindRequest.social()
        : FindRequest.on(Frequency.of(Integer.parseInt(words[1])));
  }

  private static GroupConfig group(String[] words) throws P2pException {
    return words.length == 1
        ? GroupConfig.anyPersistent()
        : GroupConfig.named(GroupSsid.of(words[1]), Passphrase.of(words[2]));
  }

  private String waitUntilReady(int seconds) throws InterruptedException, TimeoutException {
    for (long left = seconds * 20L; left >= 0; left--) {
      if (wifi.state() != P2pState.DISABLED && wifi.state() != P2pState.UNSUPPORTED) {
        return wifi.state().toString();
      }
      pause(50);
    }
    throw new TimeoutException();
  }

  private static String pause(long milliseconds) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(milliseconds);
    return "";
  }

  private static MacAddress mac(String text) {
    return MacAddress.parse(text);
  }

  private static String text(CompletableFuture<?> future)
      throws P2pException, InterruptedException, TimeoutException {
    Object value = value(future);
    return value == null ? "" : value.toString();
  }

  private static <T> T value(CompletableFuture<T> future)
      throws P2pException, InterruptedException, TimeoutException {
    try {
      return future.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof P2pException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
