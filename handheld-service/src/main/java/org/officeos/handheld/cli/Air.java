package org.officeos.handheld.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
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

  Air(Machine machine, CommonOptions options) {
    this.machine = machine;
    this.addresses = new LaptopAddresses(options.stateFolder(machine).resolve("laptops"));
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
      addresses.retain(store.all().stream().map(Relationship::id).toList());
    } catch (StoreException e) {
      throw OfficeException.of(e);
    } catch (LaptopAddressException e) {
      throw OfficeException.of(Reason.STORE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Forgets it. */
  void forget(RelationshipId relationship) throws OfficeException {
    try {
      addresses.forget(relationship);
    } catch (LaptopAddressException e) {
      throw OfficeException.of(Reason.STORE, String.valueOf(e.getMessage()), e);
    }
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
