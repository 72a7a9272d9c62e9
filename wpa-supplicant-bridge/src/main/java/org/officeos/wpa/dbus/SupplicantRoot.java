package org.officeos.wpa.dbus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;

/** The supplicant's root object: which radios it has, and what it was built with. */
public final class SupplicantRoot {

  private final SupplicantBus bus;
  private final String owner;

  /**
   * The root object of one supplicant.
   *
   * @param owner its unique name
   */
  public SupplicantRoot(SupplicantBus bus, String owner) {
    this.bus = bus;
    this.owner = owner;
  }

  /** What it was built with: the words of the root's {@code Capabilities}; empty when very old. */
  public List<String> capabilities() throws P2pException {
    PropertyCalls calls = bus.remote(owner, Names.ROOT_PATH, PropertyCalls.class);
    Variant<?> value =
        bus.ask(Faults.Meaning.plain(), () -> calls.get(Names.SUPPLICANT, "Capabilities"));
    return Values.texts(value);
  }

  /** The objects of all its interfaces, those of groups included. */
  public List<String> interfaces() throws P2pException {
    PropertyCalls calls = bus.remote(owner, Names.ROOT_PATH, PropertyCalls.class);
    Variant<?> value =
        bus.ask(Faults.Meaning.plain(), () -> calls.get(Names.SUPPLICANT, "Interfaces"));
    return Values.paths(value);
  }

  /** Whether this is the object of the interface. */
  public boolean has(String interfaceName) throws P2pException {
    return object(interfaceName).isPresent();
  }

  private Optional<DBusPath> object(String interfaceName) throws P2pException {
    RootCalls calls = bus.remote(owner, Names.ROOT_PATH, RootCalls.class);
    try {
      return Optional.of(bus.ask(Faults.Meaning.plain(), () -> calls.getInterface(interfaceName)));
    } catch (P2pException e) {
      if (e.reason() == P2pReason.RADIO_LOST) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The radio of a network interface.
   *
   * @param giveIt whether to give the interface to the supplicant when it does not have it yet
   * @throws P2pException {@code NO_RADIO} when there is no such interface to be had
   */
  public SupplicantRadio radio(String interfaceName, boolean giveIt) throws P2pException {
    Optional<DBusPath> known = object(interfaceName);
    if (known.isPresent()) {
      return new SupplicantRadio(bus, owner, known.get().getPath());
    }
    if (!giveIt) {
      throw new P2pException(P2pReason.NO_RADIO, "the supplicant has no " + interfaceName);
    }
    Map<String, Variant<?>> arguments =
        Map.of("Ifname", new Variant<>(interfaceName), "Driver", new Variant<>("nl80211"));
    RootCalls calls = bus.remote(owner, Names.ROOT_PATH, RootCalls.class);
    Faults.Meaning meaning = Faults.Meaning.of(P2pReason.NO_RADIO, P2pReason.NO_RADIO);
    DBusPath path = bus.ask(meaning, () -> calls.createInterface(arguments));
    return new SupplicantRadio(bus, owner, path.getPath());
  }

  /**
   * Takes an interface from the supplicant, if it has it: what it keeps of a radio that was taken
   * out does not work any more when the radio is back.
   */
  public void takeBack(String interfaceName) throws P2pException {
    Optional<DBusPath> known = object(interfaceName);
    if (known.isPresent()) {
      RootCalls calls = bus.remote(owner, Names.ROOT_PATH, RootCalls.class);
      bus.tell(Faults.Meaning.plain(), () -> calls.removeInterface(known.get()));
    }
  }
}
