package org.officeos.hil.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.officeos.hil.drive.Events;
import org.officeos.hil.drive.Said;
import org.officeos.hil.rig.RigException;

/** Steps 5 to 14, from the laptop's audit trail, the witness and the handheld's figures. */
final class LaptopSide {

  private static final String DRAW = "/sdapi/v1/txt2img";
  private static final List<String> TRANSLATED = List.of("prompt", "width", "height", "steps");

  private final Stage stage;
  private final Narrator narrator;

  LaptopSide(Stage stage, Narrator narrator) {
    this.stage = stage;
    this.narrator = narrator;
  }

  /** Steps 5 to 9: told once the service has been asked. */
  void tellRequest() throws RigException {
    JsonNode call = drawing("http_request");
    JsonNode entry = lastEntry("began");
    narrator.step(
        5,
        "Reception",
        "the laptop daemon took it: audit entry " + entry.path("seq").asLong(),
        Map.of("audit_entry", entry.path("seq").asLong(), "at", entry.path("at").asText()));
    narrator.step(
        6,
        "Decryption, checking",
        "signature verified over "
            + entry.path("in_bytes").asInt()
            + " bytes, SHA-256 "
            + entry.path("content_sha256").asText().substring(0, 12)
            + "…",
        Map.of(
            "instruction_bytes",
            entry.path("in_bytes").asInt(),
            "content_sha256",
            entry.path("content_sha256").asText()));
    JsonNode device = stage.laptop().ask("devices").last("devices").orElseThrow();
    narrator.step(
        7,
        "Permission, limits",
        "this device may ask for: " + words(device.path("devices").path(0).path("grants")),
        Map.of("grants", words(device.path("devices").path(0).path("grants"))));
    Map<String, Object> fields = new LinkedHashMap<>();
    TRANSLATED.forEach(name -> fields.put(name, call.path("body").path(name)));
    narrator.step(8, "Translation", "POST " + DRAW + " " + Events.text(fields), fields);
    narrator.step(
        9,
        "Service call",
        call.path("bytes").asInt() + " bytes of JSON reached the stand-in image service",
        Map.of("http_request_bytes", call.path("bytes").asInt()));
  }

  /** Steps 10 to 14: told once the handheld has the whole answer. */
  void tellResponse(JsonNode done) throws RigException {
    JsonNode http = drawing("http_response");
    JsonNode ended = lastEntry("ended");
    JsonNode sizes = done.path("sizes");
    JsonNode result = done.path("result");
    narrator.step(
        10,
        "Service's answer",
        String.format(
            Locale.ROOT,
            "%d, %d bytes after %s",
            http.path("status").asInt(),
            http.path("bytes").asLong(),
            Units.micros(http.path("micros").asLong())),
        Map.of(
            "http_status",
            http.path("status").asInt(),
            "http_response_bytes",
            http.path("bytes").asLong(),
            "stand_in",
            http.path("stand_in").asBoolean()));
    narrator.step(
        11,
        "Processing",
        String.format(
            Locale.ROOT,
            "%s checked; %s x %s drawn, %s x %s fitted to the screen, in %s",
            result.path("content_type").asText(),
            result.path("drawn_width").asText(),
            result.path("drawn_height").asText(),
            result.path("width").asText(),
            result.path("height").asText(),
            Units.micros(ended.path("transform_us").asLong())),
        Map.of(
            "drawn_width",
            result.path("drawn_width").asInt(),
            "drawn_height",
            result.path("drawn_height").asInt(),
            "width",
            result.path("width").asInt(),
            "height",
            result.path("height").asInt(),
            "transform_us",
            ended.path("transform_us").asLong()));
    long body = sizes.path("body_decoded").asLong();
    long encoded = sizes.path("body_encoded").asLong();
    boolean compressed = sizes.path("compressed").asBoolean();
    narrator.step(
        12,
        "Bytecode response",
        ended.path("result").asText()
            + ", "
            + body
            + " bytes; "
            + (compressed
                ? "Zstandard made it " + encoded
                : "sent as it is: compressing would not" + " shrink it"),
        Map.of(
            "result",
            ended.path("result").asText(),
            "body_bytes",
            body,
            "encoded_bytes",
            encoded,
            "compressed",
            compressed));
    long records = sizes.path("records_in").asLong();
    long wire = sizes.path("wire_in").asLong();
    narrator.step(
        13,
        "Encryption",
        records + " records, progress reports among them",
        Map.of("records", records));
    narrator.step(
        14,
        "Return",
        wire
            + " bytes back; "
            + done.path("limits").path("remaining_minute").asText()
            + " pictures left this minute",
        Map.of(
            "wire_bytes",
            wire,
            "remaining_minute",
            done.path("limits").path("remaining_minute").asInt()));
  }

  /** Others are asked of the service too, such as whether it is there. */
  private JsonNode drawing(String event) throws RigException {
    return stage
        .services()
        .await(each -> Events.named(event).test(each) && each.path("path").asText().equals(DRAW));
  }

  private JsonNode lastEntry(String kind) throws RigException {
    Said audit = stage.laptop().ask("audit", "-n", "0");
    return audit.all("entry").stream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("no such audit entry: " + audit.describe()));
  }

  private static String words(JsonNode array) {
    StringBuilder words = new StringBuilder();
    array.forEach(word -> words.append(words.isEmpty() ? "" : ", ").append(word.asText()));
    return words.toString();
  }
}
