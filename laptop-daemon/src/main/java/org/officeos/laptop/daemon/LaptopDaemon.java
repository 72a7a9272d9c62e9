package org.officeos.laptop.daemon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.officeos.laptop.admin.DeviceAdmin;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.budget.Budgets;
import org.officeos.laptop.budget.Limit;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.config.LimitsConfig;
import org.officeos.laptop.config.RadioConfig;
import org.officeos.laptop.config.Words;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.control.ControlServer;
import org.officeos.laptop.daemon.DaemonException.Reason;
import org.officeos.laptop.link.LinkException;
import org.officeos.laptop.link.LinkListener;
import org.officeos.laptop.permission.PermissionPolicy;
import org.officeos.laptop.radio.GroupDriver;
import org.officeos.laptop.relay.RelationshipViews;
import org.officeos.laptop.relay.Relay;
import org.officeos.laptop.relay.RelaySettings;
import org.officeos.laptop.store.SqliteStore;
import org.officeos.session.EndpointConfig;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.relationship.UnusableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running daemon. Started in order, and closed in the opposite one: no new links, no new
 * requests, running work ended, sessions closed, then the files.
 */
public final class LaptopDaemon implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LaptopDaemon.class);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private String listen = "";

  private LaptopDaemon() {}

  /** Starts a daemon; it serves when this returns. */
  public static LaptopDaemon start(LaptopConfig config) throws DaemonException {
    return start(config, DaemonParts.real());
  }

  static LaptopDaemon start(LaptopConfig config, DaemonParts parts) throws DaemonException {
    LaptopDaemon daemon = new LaptopDaemon();
    try {
      daemon.open(config, parts);
      return daemon;
    } catch (DaemonException | RuntimeException e) {
      daemon.close();
      throw e;
    } catch (StoreException e) {
      daemon.close();
      throw new DaemonException(Reason.RELATIONSHIPS, e);
    } catch (AuditException e) {
      daemon.close();
      throw new DaemonException(Reason.AUDIT, e);
    } catch (LinkException e) {
      daemon.close();
      throw new DaemonException(Reason.LISTEN, e);
    } catch (ControlException e) {
      daemon.close();
      throw new DaemonException(Reason.CONTROL, e);
    }
  }

  private void open(LaptopConfig config, DaemonParts parts)
      throws DaemonException, StoreException, AuditException, LinkException, ControlException {
    long pid = ProcessHandle.current().pid();
    StateFolder folder = opened(StateFolder.hold(config.stateDir(), pid));
    RelationshipStore store =
        opened(
            new GrantingStore(
                parts.store().open(folder.path().resolve(StateFolder.RELATIONSHIPS), parts.clock()),
                grants(config)));
    for (UnusableFile unusable : store.unusable()) {
      LOG.warn("{}: {}", unusable.reason(), unusable.explanation());
    }
    SqliteStore files = opened(SqliteStore.open(folder.path(), parts.clock()));
    Backends backends = opened(Backends.start(config, parts.pace()));
    RelationshipViews views = new RelationshipViews();
    Housekeeping housekeeping = opened(new Housekeeping(store, files, views, parts.clock()));
    Map<Opcode, Limit> limits = limits(config.limits());
    Relay relay =
        new Relay(
            settings(config, limits),
            backends.services(),
            store,
            views,
            new Budgets(limits, parts.nanoTime()),
            files,
            files,
            parts.clock(),
            parts.nanoTime());
    Optional<GroupDriver> radio =
        config.radio().map(wanted -> opened(driver(wanted, parts, folder)));
    SessionBook sessions =
        new SessionBook(
            housekeeping,
            housekeeping::seen,
            housekeeping::refresh,
            (id, remote) -> radio.ifPresent(driver -> driver.seen(id, remote)));
    SessionEndpoint endpoint =
        opened(parts.endpoint().make(EndpointConfig.laptop(store, relay, sessions)));
    opened(relay);
    LinkListener listener =
        opened(LinkListener.open(config.listen().socketAddress(), endpoint::accept));
    listen = text(listener);
    radio.ifPresent(
        driver -> {
          driver.start(endpoint::accept);
          opened.push(driver::stopListening);
        });
    housekeeping.every(relay::writeTally, id -> endpoint.dropSessions(id, false));
    DaemonFacts facts =
        new DaemonFacts(
            config.name(),
            pid,
            listen,
            parts.clock().instant(),
            Words.of(config.image().source()),
            Words.of(config.text().source()),
            config.pairingLifetime(),
            parts.clock());
    DeviceAdmin admin =
        new DeviceAdmin(store, parts.clock(), new Changes(views, endpoint, store, radio));
    opened(
        ControlServer.open(
            folder.path(),
            new DaemonActions(facts, store, admin, files, sessions, relay, endpoint, radio)));
    LOG.info("listening on {}", listen);
  }

  private static GroupDriver driver(RadioConfig config, DaemonParts parts, StateFolder folder) {
    return new GroupDriver(config, parts.radio().make(config), folder.path(), status -> {});
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }

  private static String text(LinkListener listener) {
    String host = listener.address().getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + listener.address().getPort();
  }

  private static SortedSet<String> grants(LaptopConfig config) {
    SortedSet<String> grants = new TreeSet<>();
    config.defaultGrants().forEach(opcode -> grants.add(PermissionPolicy.grant(opcode)));
    return grants;
  }

  private static Map<Opcode, Limit> limits(LimitsConfig config) {
    Map<Opcode, Limit> limits = new EnumMap<>(Opcode.class);
    for (Opcode opcode : Opcode.values()) {
      LimitsConfig.Rate rate = config.of(opcode);
      limits.put(opcode, new Limit(rate.requestsPerMinute(), rate.concurrent()));
    }
    return limits;
  }

  private static RelaySettings settings(LaptopConfig config, Map<Opcode, Limit> limits) {
    return new RelaySettings(
        config.name(),
        Words.of(config.image().source()),
        Words.of(config.text().source()),
        limits,
        config.limits().imageMaxPixels(),
        config.limits().imageMaxSteps(),
        config.limits().textMaxTokens(),
        config.image().timeout(),
        config.text().timeout(),
        config.auditKeepContent(),
        GRACE);
  }

  /** Where it listens, with the real port. */
  public String listen() {
    return listen;
  }

  /** Ends the daemon; returns when everything is closed. A second call does nothing. */
  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable part = opened.pop();
      try {
        part.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        LOG.warn("{} did not close: {}", part.getClass().getSimpleName(), e.getMessage());
      }
    }
  }
}
