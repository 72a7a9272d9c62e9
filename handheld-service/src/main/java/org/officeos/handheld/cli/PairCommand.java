package org.officeos.handheld.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.json.JsonObject;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkProvider;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.handheld.screen.BigDigits;
import org.officeos.handheld.screen.TerminalText;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingCode;
import org.officeos.session.PairingOffer;
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
      "With --json the code comes as an event and the answer, yes or no, is read from a line of"
          + " standard input."
    },
    footer = {"%nExample:", "  officeos pair --name \"Anna's handheld\" --days 30"})
final class PairCommand extends Command {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

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
    Thread waiting = Thread.currentThread();
    try (Desk desk = Desk.open(machine, common);
        Interruption.Watch watch = interruption.during(waiting::interrupt)) {
      LinkProvider links = desk.links(spec);
      List<EndedPeer> before = ended(desk);
      long start = machine.nanos().getAsLong();
      CompletableFuture<Relationship> paired =
          desk.endpoint().pair(connect(links), code -> confirm(code, voice), offer);
      Relationship relationship = await(paired);
      long micros = (machine.nanos().getAsLong() - start) / 1000;
      boolean known = before.stream().anyMatch(p -> p.identity().equals(relationship.peer()));
      voice.say(done(relationship, known, micros), words(relationship, known));
    }
  }

  private static EstablishedLink connect(LinkProvider links) throws OfficeException {
    try {
      return links.connect(CONNECT_TIMEOUT);
    } catch (LinkException e) {
      Reason reason = Thread.interrupted() ? Reason.CANCELLED : Reason.LINK_FAILED;
      throw OfficeException.of(reason, String.valueOf(e.getMessage()), e);
    }
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

  private static JsonObject done(Relationship relationship, boolean known, long micros) {
    return JsonVoice.event("done")
        .put("kind", "pair")
        .put("known_device", known)
        .put("times_us", new JsonObject().put("total", micros).build())
        .put("relationship", DoneEvent.relationship(relationship).build());
  }

  private List<String> words(Relationship relationship, boolean known) {
    String device = known ? ", a known device" : "";
    return List.of(
        "Paired with " + TerminalText.sanitizeLine(relationship.peerName()) + device + ".",
        "The relationship "
            + relationship.id().shortName()
            + " ends on "
            + Expiry.date(relationship.expires())
            + " ("
            + Expiry.left(relationship.expires(), machine.clock().instant())
            + ") unless renewed.");
  }

  private String hostName() {
    String found;
    try {
      found = Files.readString(Path.of("/proc/sys/kernel/hostname"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "handheld";
    }
    String clean = TerminalText.sanitizeLine(found.strip());
    return clean.isEmpty()
        ? "handheld"
        : clean.substring(0, Math.min(clean.length(), Relationship.MAX_NAME));
  }
}
