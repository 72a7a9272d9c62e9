package org.officeos.wpa.dbus;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;

/**
 * One connection to a message bus, of our own and shared with nobody, so that it can be given up
 * and made anew. Signals are taken only from the supplicant's unique name that was last pinned:
 * anybody on the bus can send a signal, only the owner of the name is believed.
 */
public final class SupplicantBus implements AutoCloseable {

  private static final String BUS = "org.freedesktop.DBus";

  /** The library tries once for every half second of this, and sleeps in between. */
  private static final int ONE_ATTEMPT_MS = 500;

  private final DBusConnection connection;
  private final Duration patience;
  private final BusListener listener;
  private final List<AutoCloseable> pinnedRules = new ArrayList<>();
  private volatile String pinned = "";

  private SupplicantBus(DBusConnection connection, Duration patience, BusListener listener) {
    this.connection = connection;
    this.patience = patience;
    this.listener = listener;
  }

  /**
   * Connects.
   *
   * @param address of the bus; empty for the system's
   * @param patience how long an answer is waited for
   * @throws P2pException {@code BUS_ABSENT} or {@code BUS_DENIED}
   */
  public static SupplicantBus open(
      Optional<String> address, Duration patience, BusListener listener) throws P2pException {
    try {
      DBusConnectionBuilder builder =
          address
              .map(DBusConnectionBuilder::forAddress)
              .orElseGet(DBusConnectionBuilder::forSystemBus);
      builder.transportConfig().withTimeout(ONE_ATTEMPT_MS);
      DBusConnection connection =
          builder.withShared(false).withDisconnectCallback(new WhenLost(listener)).build();
      SupplicantBus bus = new SupplicantBus(connection, patience, listener);
      bus.watchOwner();
      return bus;
    } catch (DBusException | RuntimeException e) {
      throw new P2pException(refusal(e), String.valueOf(e.getMessage()), e);
    }
  }

  /** Who has the supplicant's name now; a unique name. Starts nobody. */
  public Optional<String> owner() throws P2pException {
    NameCalls bus = remote(BUS, "/org/freedesktop/DBus", NameCalls.class);
    try {
      return Optional.of(bus.getNameOwner(Names.SUPPLICANT));
    } catch (BusFault e) {
      if (e.name().endsWith("NameHasNoOwner")) {
        return Optional.empty();
      }
      throw Faults.of(e, Faults.Meaning.plain());
    }
  }

  /** From now on signals of {@code owner} are taken, and of nobody else. */
  public void pin(String owner) throws P2pException {
    unpin();
    pinned = owner;
    try {
      for (String from : List.of(Names.P2P_DEVICE, Names.GROUP, Names.SUPPLICANT)) {
        DBusMatchRule rule =
            DBusMatchRuleBuilder.create()
                .withType("signal")
                .withSender(owner)
                .withInterface(from)
                .build();
        DBusSigHandler<DBusSignal> handler = this::take;
        pinnedRules.add(connection.addGenericSigHandler(rule, handler));
      }
    } catch (DBusException e) {
      throw new P2pException(P2pReason.SUPPLICANT_LOST, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Takes no signals any more, at once. The bus' own rules are taken back with the next {@link
   * #pin}: a bus that is going away itself would keep the caller waiting for its answer.
   */
  public void deafen() {
    pinned = "";
  }

  private void unpin() {
    pinned = "";
    pinnedRules.forEach(SupplicantBus::closeQuietly);
    pinnedRules.clear();
  }

  <T extends DBusInterface> T remote(String owner, String path, Class<T> type) {
    return Courier.of(connection, patience, owner, path, type);
  }

  <T> T ask(Faults.Meaning meaning, Supplier<T> call) throws P2pException {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw Faults.of(e, meaning);
    }
  }

  void tell(Faults.Meaning meaning, Runnable call) throws P2pException {
    try {
      call.run();
    } catch (RuntimeException e) {
      throw Faults.of(e, meaning);
    }
  }

  @Override
  public void close() {
    unpin();
    connection.disconnect();
  }

  private void watchOwner() throws DBusException {
    DBusMatchRule rule =
        DBusMatchRuleBuilder.create()
            .withType("signal")
            .withSender(BUS)
            .withInterface(BUS)
            .withMember("NameOwnerChanged")
            .withArg0123(0, Names.SUPPLICANT)
            .build();
    connection.addGenericSigHandler(rule, this::ownerChanged);
  }

  private void ownerChanged(DBusSignal signal) {
    Object[] arguments = arguments(signal);
    if (arguments.length == 3
        && BUS.equals(signal.getSource())
        && Names.SUPPLICANT.equals(arguments[0])) {
      listener.onOwner(Values.text(arguments[2]).filter(name -> !name.isEmpty()));
    }
  }

  private void take(DBusSignal signal) {
    if (pinned.isEmpty() || !pinned.equals(signal.getSource())) {
      return;
    }
    SignalDecoder.decode(
            String.valueOf(signal.getInterface()),
            String.valueOf(signal.getName()),
            String.valueOf(signal.getPath()),
            arguments(signal))
        .ifPresent(listener::onSignal);
  }

  private static Object[] arguments(DBusSignal signal) {
    try {
      Object[] arguments = signal.getParameters();
      return arguments == null ? new Object[0] : arguments;
    } catch (DBusException e) {
      return new Object[0];
    }
  }

  private static P2pReason refusal(Exception error) {
    String text = String.valueOf(error.getMessage());
    boolean denied = text.contains("AccessDenied") || text.contains("Permission denied");
    return denied ? P2pReason.BUS_DENIED : P2pReason.BUS_ABSENT;
  }

  private static void closeQuietly(AutoCloseable rule) {
    try {
      rule.close();
    } catch (Exception e) {
      // The connection is gone, and the rule with it.
      return;
    }
  }

  private record WhenLost(BusListener listener) implements IDisconnectCallback {
    @Override
    public void disconnectOnError(IOException error) {
      listener.onDisconnected();
    }

    @Override
    public void requestedDisconnect(Integer connection) {
      listener.onDisconnected();
    }
  }
}
