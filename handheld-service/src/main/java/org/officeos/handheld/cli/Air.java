package org.officeos.handheld.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.group.ForgetList;
import org.officeos.handheld.group.Forgetting;
import org.officeos.handheld.group.GroupListener;
import org.officeos.handheld.group.LaptopAddressException;
import org.officeos.handheld.group.LaptopAddresses;
import org.officeos.handheld.group.ResidentFile;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.handheld.link.RadioLinkProvider;
import org.officeos.handheld.link.RadioSetup;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/** What this device knows of its laptops' radios, and how it goes over the air to one. */
final class Air {

  private final Machine machine;
  private final LaptopAddresses addresses;
  private final ResidentFile resident;
  private final ForgetList forgetList;

  Air(Machine machine, CommonOptions options) {
    this.machine = machine;
    this.addresses = new LaptopAddresses(options.stateFolder(machine).resolve("laptops"));
    this.forgetList = new ForgetList(options.stateFolder(machine).resolve("forget"));
    this.resident = new ResidentFile(Desk.runFolder(machine, options));
  }

  /** Where the resident leaves its note. */
  ResidentFile resident() {
    return resident;
  }

  /** What a link over the air is made of. */
  RadioSetup setup(String interfaceName, AirPatience patience) throws LinkException {
    return machine.radios().setup(interfaceName, DeviceSettings.handheld(name()), patience);
  }

  /** The way to this relationship's laptop. */
  RadioLinkProvider links(LinkSpec.WifiDirect spec, Relationship relationship, Voice voice)
      throws LinkException, OfficeException {
    KnownLaptop laptop = laptop(relationship);
    return new RadioLinkProvider(
        setup(spec.interfaceName(), AirPatience.USUAL),
        laptop,
        resident,
        keeping(relationship.id(), laptop, new AirVoice(voice)));
  }

  /** The laptop as the air knows it. */
  KnownLaptop laptop(Relationship relationship) throws OfficeException {
    try {
      return addresses
          .find(relationship.id())
          .orElseThrow(() -> OfficeException.of(Reason.LAPTOP_RADIO_UNKNOWN));
    } catch (LaptopAddressException e) {
      throw OfficeException.of(Reason.STORE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Passes on what it hears, and keeps the channel on which the laptop's group is. */
  GroupListener keeping(RelationshipId relationship, KnownLaptop laptop, GroupListener next) {
    return new ChannelKeeper(addresses, relationship, laptop, next);
  }

  /** Keeps where the laptop is to be heard, and only what relationships in the store need. */
  void keep(Relationship relationship, KnownLaptop laptop, RelationshipStore store)
      throws OfficeException {
    try {
      addresses.keep(relationship.id(), laptop);
      sweep(store);
    } catch (LaptopAddressException e) {
      throw OfficeException.of(Reason.STORE, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Where a relationship is in the store no more, its laptop's radio is forgotten, and that the
   * supplicant has to forget the group is written down first. Does what it can: the next command
   * sweeps, too.
   */
  void sweep(RelationshipStore store) {
    try {
      List<RelationshipId> kept = new ArrayList<>();
      store.all().forEach(each -> kept.add(each.id()));
      store.unusable().forEach(each -> kept.add(each.id()));
      for (Map.Entry<RelationshipId, KnownLaptop> gone : addresses.others(kept).entrySet()) {
        MacAddress laptop = gone.getValue().address();
        forgetList.add(new ForgetList.Entry(gone.getKey().toString(), laptop, List.of()));
        addresses.forget(gone.getKey());
      }
    } catch (StoreException | LaptopAddressException | IOException later) {
      // Nothing is lost: what was not swept is found again.
    }
  }

  /** What the supplicant is to forget, beside what it is to remember for relationships in force. */
  Forgetting forgetting(RelationshipStore store) throws OfficeException {
    Set<MacAddress> needed = new HashSet<>();
    try {
      for (Relationship each : store.all()) {
        addresses.find(each.id()).ifPresent(laptop -> needed.add(laptop.address()));
      }
    } catch (StoreException e) {
      throw OfficeException.of(e);
    } catch (LaptopAddressException e) {
      throw OfficeException.of(Reason.STORE, String.valueOf(e.getMessage()), e);
    }
    return new Forgetting(forgetList, needed);
  }

  /** Whether the supplicant is to forget anything. */
  boolean hasToForget() {
    return !forgetList.all().isEmpty();
  }

  /** What is to be forgotten, where it is written down. */
  ForgetList forgetList() {
    return forgetList;
  }

  /** What the air calls this device: its host name, as far as it fits. */
  private String name() {
    String name = hostName();
    while (name.getBytes(StandardCharsets.UTF_8).length > DeviceSettings.LONGEST_NAME) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    return name;
  }

  /** This device's host name, harmless; {@code handheld} where it has none. */
  static String hostName() {
    String found;
    try {
      found = Files.readString(Path.of("/proc/sys/kernel/hostname"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "handheld";
    }
    String clean = TerminalText.sanitizeLine(found.strip());
    return clean.isEmpty() ? "handheld" : clean;
  }
}
