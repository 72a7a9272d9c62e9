package org.officeos.handheld.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.LinkReasons;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.group.ForgetList;
import org.officeos.handheld.link.AirPatience;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkProvider;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.handheld.link.PairingRadio;
import org.officeos.handheld.link.RadioSetup;
import org.officeos.handheld.screen.BigDigits;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingCode;
import org.officeos.session.PairingOffer;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code officeos pair}. */
@CommandLine.Command(
    name = "pair",
    description = {
      "Pairs this device with a laptop, once. Open pairing there first: officeos-laptop pair.",
      "Both screens then show six digits. Say yes on both only if they are the same; anything else,"
          + " or no answer, is no. Nothing is stored before both have said yes.",
      "Over the air (--link wifi-direct) the laptop is searched for and its group is joined by button,"
          + " which an open pairing there admits. Where several laptops are near, --laptop says which."
          + " After a pairing that came to nothing, the group is forgotten.",
      "With --json the code comes as an event and the answer, yes or no, is read from a line of"
          + " standard input."
    },
    footer = {
      "%nExamples:",
      "  officeos pair --name \"Anna's handheld\" --days 30",
      "  officeos pair --link wifi-direct"
    })
final class PairCommand extends Command {

  private static final Duration FORGETTING = Duration.ofSeconds(5);

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the laptop will call this device. Default: its host name.")
  Optional<String> name = Optional.empty();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "How long the relationship should last, 1 to 365; the laptop may wish for less."
              + " Default: ${DEFAULT-VALUE}.")
  int days;

  @Option(
      names = "--laptop",
      paramLabel = "ADDRESS",
      description = "Over the air: the laptop's P2P Device Address, as in 02:00:00:00:00:01.")
  Optional<String> laptop = Optional.empty();

  @Mixin final LinkOption link = new LinkOption();

  PairCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  @SuppressWarnings("try") // the watch only ends
  void run(Voice voice) throws OfficeException, InterruptedException {
    PairingOffer offer =
        UsageException.unless(
            () -> new PairingOffer(name.orElseGet(this::hostName), Duration.ofDays(days)));
    LinkSpec spec = link.spec(machine);
    Optional<MacAddress> wanted = wanted(spec);
    Thread waiting = Thread.currentThread();
    try (Desk desk = Desk.open(machine, common);
        Interruption.Watch watch = interruption.during(waiting::interrupt)) {
      if (spec instanceof LinkSpec.WifiDirect wifi) {
        pairOverTheAir(desk, wifi, wanted, offer, voice);
      } else {
        pair(desk, machine.links().make((LinkSpec.Tcp) spec), offer, voice).say(voice);
      }
    } catch (LinkException e) {
      throw Thread.interrupted()
          ? OfficeException.of(Reason.CANCELLED, String.valueOf(e.getMessage()), e)
          : LinkReasons.of(e);
    }
  }

  private Optional<MacAddress> wanted(LinkSpec spec) {
    if (laptop.isPresent() && !(spec instanceof LinkSpec.WifiDirect)) {
      throw new UsageException("--laptop goes with --link wifi-direct");
    }
    try {
      return laptop.map(MacAddress::parse);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--laptop wants an address such as 02:00:00:00:00:01");
    }
  }

  private void pairOverTheAir(
      Desk desk,
      LinkSpec.WifiDirect spec,
      Optional<MacAddress> wanted,
      PairingOffer offer,
      Voice voice)
      throws OfficeException, LinkException, InterruptedException {
    RadioSetup setup = desk.air().setup(spec.interfaceName(), AirPatience.PAIRING);
    voice.note(
        JsonVoice.event("searching").put("interface", spec.interfaceName()),
        List.of("officeos: Searching for a laptop."));
    try (PairingRadio radio =
        PairingRadio.find(
            setup, wanted, desk.air().resident(), new BeforePairing(desk), new AirVoice(voice))) {
      voice.note(
          JsonVoice.event("found")
              .put("laptop", radio.laptop().toString())
              .put("name", radio.name()),
          List.of(
              "officeos: Found "
                  + TerminalText.sanitizeLine(radio.name())
                  + " ("
                  + radio.laptop()
                  + ")."));
      boolean paired = false;
      try {
        Paired done = pair(desk, radio.links(), offer, voice);
        paired = true;
        desk.air().keep(done.relationship(), radio.known(), desk.store());
        settled(desk);
        done.say(voice);
      } finally {
        if (!paired && radio.forget()) {
          settled(desk);
        }
      }
    }
  }

  private static void settled(Desk desk) throws OfficeException {
    try {
      desk.air().forgetList().remove(ForgetList.PAIRING);
    } catch (IOException e) {
      throw OfficeException.of(Reason.STORE, String.valueOf(e.getMessage()), e);
    }
  }

  /** What is left of earlier relationships goes, and that this one may come to nothing is noted. */
  private record BeforePairing(Desk desk) implements PairingRadio.Before {

    @Override
    public void forgetOld(WifiP2p wifi) throws InterruptedException {
      try {
        desk.air().forgetting(desk.store()).run(wifi, FORGETTING);
      } catch (OfficeException later) {
        // It stays written down.
      }
    }

    @Override
    public void willJoin(MacAddress laptop, Set<String> known) throws LinkException {
      try {
        desk.air()
            .forgetList()
            .add(new ForgetList.Entry(ForgetList.PAIRING, laptop, List.copyOf(known)));
      } catch (IOException e) {
        throw new LinkException(LinkException.Reason.IO, String.valueOf(e.getMessage()), e);
      }
    }
  }

  private Paired pair(Desk desk, LinkProvider links, PairingOffer offer, Voice voice)
      throws OfficeException, LinkException, InterruptedException {
    List<EndedPeer> before = ended(desk);
    // Made before there is a link: a slow processor takes longer for it than a laptop waits.
    SessionEndpoint endpoint = desk.endpoint();
    EstablishedLink open = links.connect(links.patience());
    long start = machine.nanos().getAsLong();
    Relationship relationship = await(endpoint.pair(open, code -> confirm(code, voice), offer));
    long micros = (machine.nanos().getAsLong() - start) / 1000;
    boolean known = before.stream().anyMatch(p -> p.identity().equals(relationship.peer()));
    return new Paired(relationship, known, micros, machine.clock().instant());
  }

  private static Relationship await(CompletableFuture<Relationship> paired)
      throws OfficeException, InterruptedException {
    try {
      return paired.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SessionException session) {
        throw OfficeException.of(session);
      }
      throw OfficeException.of(Reason.INTERNAL, String.valueOf(e.getCause()), e);
    }
  }

  /** Called on the session's thread: only starts another, which may wait for the person. */
  private CompletionStage<Boolean> confirm(PairingCode code, Voice voice) {
    CompletableFuture<Boolean> consent = new CompletableFuture<>();
    Thread asking = new Thread(() -> ask(code, voice, consent), "officeos-pairing-question");
    asking.setDaemon(true);
    asking.start();
    return consent;
  }

  private void ask(PairingCode code, Voice voice, CompletableFuture<Boolean> consent) {
    int columns = machine.terminals().out() ? machine.terminals().size().columns() : 80;
    List<String> lines = new ArrayList<>();
    lines.add("");
    BigDigits.of(code.display(), columns).forEach(lines::add);
    lines.add("");
    lines.add("Does the laptop show the same code, " + code.display() + "? [y/N]");
    voice.say(
        JsonVoice.event("code").put("digits", code.digits()).put("display", code.display()), lines);
    try {
      String said = new Questions(machine.in()).next().orElse("").strip().toLowerCase(Locale.ROOT);
      consent.complete(said.equals("y") || said.equals("yes"));
    } catch (OfficeException e) {
      consent.complete(false);
    }
  }

  private static List<EndedPeer> ended(Desk desk) throws OfficeException {
    try {
      return desk.store().endedPeers();
    } catch (StoreException e) {
      throw OfficeException.of(e);
    }
  }

  private String hostName() {
    String name = Air.hostName();
    return name.substring(0, Math.min(name.length(), Relationship.MAX_NAME));
  }
}
