package org.officeos.laptop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.DailyUse;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.daemon.ControlWords;
import org.officeos.laptop.store.AuditReader;
import org.officeos.session.relationship.RelationshipId;
import picocli.CommandLine.Command;

/** Lists the paired devices. */
@Command(
    name = "devices",
    description = {
      "List the paired devices.",
      "",
      "Shows id, name, when paired, when the relationship ends, what each may "
          + "ask for, its open sessions, when last heard of, and today's requests (refused ones after "
          + "the slash). Warns when a relationship ends within 7, 3 or 1 days. Works without a daemon."
    })
final class DevicesCommand extends BaseCommand {

  private static final long[] WARN_DAYS = {1, 3, 7};

  @Override
  public Integer call() throws Exception {
    LaptopConfig config = config();
    ObjectNode answer =
        DaemonOrStore.answer(
            this,
            config,
            Json.object().put("do", "devices"),
            admin -> {
              ObjectNode word = Json.event("devices");
              ArrayNode list = word.putArray("devices");
              admin.list(useToday(config), id -> 0).forEach(v -> list.add(ControlWords.device(v)));
              return word;
            });
    if (json()) {
      terminal().out().println(answer);
    } else {
      print(answer.path("devices"));
    }
    return ExitStatus.OK.code();
  }

  private Map<RelationshipId, DailyUse> useToday(LaptopConfig config) throws CliFailure {
    try (AuditReader reader = AuditReader.open(config.stateDir())) {
      return reader.day(terminal().clock().instant());
    } catch (AuditException e) {
      if (e.reason() == AuditException.Reason.NOT_FOUND) {
        return Map.of();
      }
      throw new CliFailure(ExitStatus.REFUSED, e.reason().name(), String.valueOf(e.getMessage()));
    }
  }

  private void print(JsonNode devices) {
    if (devices.isEmpty()) {
      terminal().out().println("no device is paired; run: officeos-laptop pair");
      return;
    }
    Instant now = terminal().clock().instant();
    Rows rows = new Rows();
    rows.add("ID", "NAME", "PAIRED", "EXPIRES (UTC)", "SESSIONS", "LAST SEEN", "TODAY", "MAY");
    List<String> warnings = new ArrayList<>();
    for (JsonNode device : devices) {
      Instant expires = Instant.parse(device.path("expires").asText());
      String id = device.path("short_id").asText();
      List<String> grants = new ArrayList<>();
      device.path("grants").forEach(grant -> grants.add(grant.asText()));
      JsonNode seen = device.path("last_seen");
      rows.add(
          id,
          Plain.harmless(device.path("name").asText()),
          Plain.minute(Instant.parse(device.path("paired").asText())),
          Plain.minute(expires),
          device.path("sessions").asText(),
          seen.isTextual() ? Plain.ago(Instant.parse(seen.asText()), now) : "never",
          device.path("requests_today").asText() + "/" + device.path("refused_today").asText(),
          grants.isEmpty() ? "nothing" : String.join(",", grants));
      warn(id, Duration.between(now, expires), warnings);
    }
    terminal().out().print(rows.text());
    warnings.forEach(terminal().err()::println);
  }

  private static void warn(String id, Duration left, List<String> warnings) {
    for (long days : WARN_DAYS) {
      if (left.compareTo(Duration.ofDays(days)) <= 0) {
        String when =
            left.isNegative()
                ? "has expired"
                : "ends within " + days + (days == 1 ? " day" : " days");
        warnings.add(
            "warning: "
                + id
                + " "
                + when
                + "; on the handheld run: officeos renew (or pair again)");
        return;
      }
    }
  }
}
