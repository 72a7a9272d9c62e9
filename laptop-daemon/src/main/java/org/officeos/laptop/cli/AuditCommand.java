package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditVerifier;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.config.Words;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.store.AuditReader;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.stream.Signatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows and verifies the audit trail. */
@Command(
    name = "audit",
    subcommands = AirgapCommand.class,
    description = {
      "Show the audit trail, or verify it.",
      "",
      "Every request has an entry when it is let in, before any "
          + "service is called, and one when it ends; what was said is not in it. Small echoes, which reach no "
          + "service, are only counted.",
      "",
      "--verify walks the whole chain of hashes, and checks each signature whose instruction was "
          + "kept (audit.keep_content = true) against the identity pinned at pairing. Exit code 1 where "
          + "anything does not fit. Works beside a running daemon."
    })
final class AuditCommand extends BaseCommand {

  @Option(names = "--verify", description = "Verify the whole trail instead of showing it.")
  private boolean verify;

  @Option(
      names = {"-n", "--last"},
      paramLabel = "N",
      description = "Show the last N entries, 0 for all (default ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private long last;

  @Override
  public Integer call() throws Exception {
    LaptopConfig config = config();
    if (last < 0) {
      throw new CliFailure(ExitStatus.USAGE, "OUT_OF_RANGE", "-n takes a number from 0 on");
    }
    try (AuditReader reader = AuditReader.open(config.stateDir())) {
      return verify ? verify(config, reader) : show(reader);
    } catch (AuditException e) {
      throw new CliFailure(ExitStatus.REFUSED, e.reason().name(), String.valueOf(e.getMessage()));
    }
  }

  private int show(AuditReader reader) throws AuditException {
    long from = last == 0 ? 0 : Math.max(0, reader.last() - last);
    reader.after(from, entry -> terminal().out().println(json() ? object(entry) : line(entry)));
    return ExitStatus.OK.code();
  }

  private int verify(LaptopConfig config, AuditReader reader) throws Exception {
    Set<PeerIdentity> pinned = onStore(config, admin -> new HashSet<>(admin.everPaired()));
    AuditVerifier verifier = new AuditVerifier(pinned, Signatures::instruction);
    reader.after(0, verifier::next);
    AuditVerifier.Report report = verifier.report();
    if (json()) {
      ObjectNode word = Json.event("verified");
      word.put("whole", report.whole());
      word.put("entries", report.entries());
      word.put("signatures_verified", report.signaturesVerified());
      word.put("signatures_not_kept", report.signaturesNotKept());
      word.put("unfinished", report.unfinished());
      report
          .problems()
          .forEach(
              problem ->
                  word.withArray("problems")
                      .addObject()
                      .put("entry", problem.seq())
                      .put("what", Words.of(problem.what())));
      terminal().out().println(word);
    } else {
      terminal()
          .out()
          .println(
              report.entries()
                  + " entries, "
                  + report.signaturesVerified()
                  + " signatures verified, "
                  + report.signaturesNotKept()
                  + " without their instruction, "
                  + report.unfinished()
                  + " unfinished");
      report
          .problems()
          .forEach(p -> terminal().out().println("entry " + p.seq() + ": " + Words.of(p.what())));
      terminal().out().println(report.whole() ? "the trail is whole" : "the trail was changed");
    }
    return report.whole() ? ExitStatus.OK.code() : ExitStatus.REFUSED.code();
  }

  private static String line(AuditEntry entry) {
    StringBuilder line = new StringBuilder();
    line.append(entry.seq()).append(' ').append(entry.at());
    line.append(' ').append(Words.of(entry.kind()));
    line.append(" device=").append(entry.subject().relationship().shortName());
    line.append(" opcode=").append(Words.of(entry.subject().opcode()));
    line.append(" message=").append(entry.subject().messageId());
    entry.proof().ifPresent(proof -> line.append(" in_bytes=").append(proof.instructionBytes()));
    if (entry.began() > 0) {
      line.append(" began=").append(entry.began());
    }
    entry
        .outcome()
        .ifPresent(
            outcome ->
                line.append(" result=")
                    .append(Words.of(outcome.result()))
                    .append(" out_bytes=")
                    .append(outcome.answerBytes())
                    .append(" upstream_us=")
                    .append(outcome.times().upstream())
                    .append(" total_us=")
                    .append(outcome.times().total()));
    return line.toString();
  }

  private static ObjectNode object(AuditEntry entry) {
    HexFormat hex = HexFormat.of();
    ObjectNode object = Json.event("entry");
    object.put("seq", entry.seq());
    object.put("at", entry.at().toString());
    object.put("kind", Words.of(entry.kind()));
    object.put("device", entry.subject().relationship().toString());
    object.put("opcode", Words.of(entry.subject().opcode()));
    object.put("message", entry.subject().messageId());
    if (entry.began() > 0) {
      object.put("began", entry.began());
    }
    entry
        .proof()
        .ifPresent(
            proof ->
                object
                    .put("in_bytes", proof.instructionBytes())
                    .put("content_sha256", hex.formatHex(proof.contentSha256()))
                    .put("session_hash", hex.formatHex(proof.sessionHash()))
                    .put("signature", hex.formatHex(proof.signature()))
                    .put("content_kept", proof.content().isPresent()));
    entry
        .outcome()
        .ifPresent(
            outcome ->
                object
                    .put("result", Words.of(outcome.result()))
                    .put("out_bytes", outcome.answerBytes())
                    .put("gate_us", outcome.times().gate())
                    .put("queue_us", outcome.times().queue())
                    .put("upstream_us", outcome.times().upstream())
                    .put("transform_us", outcome.times().transform())
                    .put("total_us", outcome.times().total()));
    return object.put("hash", hex.formatHex(entry.hash()));
  }
}
