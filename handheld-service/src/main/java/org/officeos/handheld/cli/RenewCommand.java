package org.officeos.handheld.cli;

import java.time.Duration;
import java.util.List;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeClient;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.RetryPolicy;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.session.PairingOffer;
import org.officeos.session.relationship.Relationship;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code officeos renew}. */
@CommandLine.Command(
    name = "renew",
    description = {
      "Renews the relationship inside an encrypted session: fresh keys and a later end on both"
          + " devices. No code is shown; the two know each other.",
      "If the connection is cut meanwhile, nobody is stranded: both ends keep the old keys until"
          + " the new ones have been used."
    },
    footer = {"%nExample:", "  officeos renew --days 30"})
final class RenewCommand extends AskingCommand {

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "How long it should last from now, 1 to 365; the laptop may wish for less."
              + " Default: ${DEFAULT-VALUE}.")
  int days;

  RenewCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  @SuppressWarnings("try") // the watch only ends
  void run(Voice voice) throws OfficeException, InterruptedException {
    Duration lifetime = Duration.ofDays(days);
    if (days < 1 || lifetime.compareTo(PairingOffer.MAX_LIFETIME) > 0) {
      throw new UsageException("--days is 1 to 365");
    }
    LinkSpec spec = link.spec(machine);
    Thread waiting = Thread.currentThread();
    try (Desk desk = Desk.open(machine, common);
        Interruption.Watch watch = interruption.during(waiting::interrupt)) {
      Relationship before = desk.relationship(peer);
      OfficeClient client =
          desk.client(before, desk.links(spec, before, voice), RetryPolicy.NEVER, voice);
      Relationship renewed = client.renew(lifetime);
      voice.say(
          JsonVoice.event("done")
              .put("kind", "renew")
              .put("expired_before", before.expires().toString())
              .put("relationship", DoneEvent.relationship(renewed).build()),
          List.of(
              "Renewed the relationship with "
                  + TerminalText.sanitizeLine(renewed.peerName())
                  + ": it now ends on "
                  + Expiry.date(renewed.expires())
                  + "."));
    }
  }
}
