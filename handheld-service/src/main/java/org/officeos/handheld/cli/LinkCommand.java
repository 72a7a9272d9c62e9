package org.officeos.handheld.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.officeos.hal.linux.Notification;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.handheld.client.LinkReasons;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.group.GroupKeeper;
import org.officeos.handheld.group.ResidentNote;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.RadioSetup;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code officeos link}: the resident. */
@CommandLine.Command(
    name = "link",
    description = {
      "Comes into the group of the laptop that was paired with over the air, and back to it whenever"
          + " it is lost, for as long as this runs: a service of the system. Each change is a line.",
      "While it runs, other officeos commands with --link wifi-direct connect at once. Ctrl-C or"
          + " SIGTERM leaves the group and ends with 0. When the relationship ends, on either"
          + " side, it leaves the group, has it forgotten, and ends with 4."
    },
    footer = {"%nExamples:", "  officeos link", "  officeos link --interface wlan1 --json"})
final class LinkCommand extends Command {

  /** How often it is seen to what other commands left to be done. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  @Mixin final InterfaceOption radio = new InterfaceOption();
  @Mixin final PeerOption peer = new PeerOption();

  LinkCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException, InterruptedException {
    String interfaceName = radio.checked();
    Air air;
    KnownLaptop laptop;
    RelationshipId relationship;
    try (Desk desk = Desk.open(machine, common)) {
      air = desk.air();
      Relationship chosen = desk.relationship(peer);
      relationship = chosen.id();
      laptop = air.laptop(chosen);
    }
    Optional<ResidentNote> other = air.resident().read();
    if (other.isPresent()) {
      throw OfficeException.of(
          Reason.RADIO_TAKEN, "officeos link runs already, process " + other.get().pid() + ".");
    }
    try {
      keep(air.setup(interfaceName, AirPatience.USUAL), relationship, laptop, air, voice);
    } catch (LinkException e) {
      throw LinkReasons.of(e);
    }
  }

  @SuppressWarnings("try") // the resources only end
  private void keep(
      RadioSetup setup, RelationshipId relationship, KnownLaptop laptop, Air air, Voice voice)
      throws OfficeException, InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Resident resident = new Resident(machine, air.resident(), setup.interfaceName(), laptop, voice);
    try (Interruption.Watch watch = interruption.during(asked::countDown);
        Resident closed = resident;
        WifiP2p wifi = setup.radio().get();
        GroupKeeper keeper =
            new GroupKeeper(
                wifi,
                setup.network(),
                laptop,
                setup.settings(),
                setup.nanos(),
                setup.random(),
                air.keeping(relationship, laptop, resident))) {
      resident.begin();
      keeper.seek(Optional.empty());
      Duration tick = shorter(resident.watchdogEvery(), LOOK);
      Upkeep upkeep = new Upkeep(machine, common, relationship);
      upkeep.look(wifi);
      while (upkeep.ended().isEmpty() && !asked.await(tick.toMillis(), TimeUnit.MILLISECONDS)) {
        resident.tell(Notification.WATCHDOG);
        upkeep.look(wifi);
      }
      resident.tell(Notification.STOPPING);
      if (upkeep.ended().isPresent()) {
        throw upkeep.ended().get();
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
