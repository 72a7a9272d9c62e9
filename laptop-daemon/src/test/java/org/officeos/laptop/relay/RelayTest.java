package org.officeos.laptop.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditEntry.Kind;
import org.officeos.laptop.audit.AuditOutcome;
import org.officeos.laptop.testing.Asks;
import org.officeos.laptop.testing.Devices;
import org.officeos.laptop.testing.FakeImages;
import org.officeos.laptop.testing.FakeResponder;
import org.officeos.laptop.testing.FakeTexts;
import org.officeos.laptop.upstream.ImageJob;
import org.officeos.laptop.upstream.TextJob;
import org.officeos.session.Progress;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/** The chain's good paths, one for each opcode. */
class RelayTest {

  @Test
  void drawsAPictureAndFitsItToTheScreen() throws Exception {
    FakeImages images = FakeImages.of(RelayRig.PICTURE);
    try (RelayRig rig = RelayRig.drawing(images)) {
      FakeResponder responder =
          rig.send(Asks.image().with(Field.SCREEN_WIDTH, 32).with(Field.SCREEN_HEIGHT, 32));
      Response response = responder.await();
      assertEquals(ResultCode.OK, response.result());
      assertEquals(Optional.of("image/png"), response.text(Meta.CONTENT_TYPE));
      assertEquals(OptionalLong.of(32), response.number(Meta.WIDTH));
      assertEquals(OptionalLong.of(24), response.number(Meta.HEIGHT));
      assertEquals(OptionalLong.of(64), response.number(Meta.DRAWN_WIDTH));
      assertEquals(OptionalLong.of(48), response.number(Meta.DRAWN_HEIGHT));
      assertEquals(OptionalLong.of(7), response.number(Meta.SEED));
      assertEquals(Optional.of("fake-model"), response.text(Meta.MODEL));
      assertEquals(OptionalLong.of(599), response.number(Meta.REMAINING_MINUTE));
      assertEquals(OptionalLong.of(50), response.number(Meta.REMAINING_CONCURRENT));
      assertTrue(response.number(Meta.UPSTREAM_MICROS).isPresent());
      assertTrue(response.number(Meta.OVERHEAD_MICROS).isPresent());
      assertEquals(32, ImageIO.read(new ByteArrayInputStream(responder.body())).getWidth());
      assertEquals(
          List.of(new Progress(0, 0, 2, -1), new Progress(500, 1, 2, 40)), responder.progress());
    }
  }

  @Test
  void appendsTheStyleAndHoldsTheCaps() throws Exception {
    FakeImages images = FakeImages.of(RelayRig.PICTURE);
    try (RelayRig rig = RelayRig.drawing(images)) {
      rig.send(
              Asks.image()
                  .with(Field.STYLE, "realistic")
                  .with(Field.NEGATIVE_PROMPT, "people")
                  .with(Field.WIDTH, 1024)
                  .with(Field.HEIGHT, 512)
                  .with(Field.STEPS, 150)
                  .with(Field.SEED, 42)
                  .with(Field.MODEL, "sdxl"))
          .await();
      assertEquals(
          List.of(
              new ImageJob(
                  "robot cat in space, realistic style",
                  Optional.of("people"),
                  360,
                  176,
                  20,
                  OptionalLong.of(42),
                  Optional.of("sdxl"),
                  Duration.ofMinutes(5))),
          images.jobs());
    }
  }

  @Test
  void givesTheServiceNoLongerThanTheHandheldWaits() throws Exception {
    FakeImages images = FakeImages.of(RelayRig.PICTURE);
    try (RelayRig rig = RelayRig.drawing(images)) {
      rig.send(Asks.image().with(Field.DEADLINE_MILLIS, 5000)).await();
      assertEquals(Duration.ofSeconds(5), images.jobs().get(0).deadline());
    }
  }

  @Test
  void streamsAConversationPieceByPiece() throws Exception {
    FakeTexts texts = FakeTexts.of("Grüß", " dich", " 😀");
    try (RelayRig rig = RelayRig.writing(texts)) {
      FakeResponder responder =
          rig.send(Asks.chat().with(Field.SYSTEM, "be kind").with(Field.MAX_TOKENS, 5000));
      Response response = responder.await();
      assertEquals("Grüß dich 😀", responder.text());
      assertEquals(ResultCode.OK, response.result());
      assertEquals(Optional.of("stop"), response.text(Meta.FINISH));
      assertEquals(OptionalLong.of(3), response.number(Meta.TOKENS_IN));
      assertEquals(OptionalLong.of(3), response.number(Meta.TOKENS_OUT));
      TextJob job = texts.jobs().get(0);
      assertEquals(TextJob.Kind.CHAT, job.kind());
      assertEquals(Optional.of("be kind"), job.system());
      assertEquals(OptionalInt.of(100), job.maxTokens());
      assertEquals(1, job.turns().size());
    }
  }

  @Test
  void continuesAText() throws Exception {
    FakeTexts texts = FakeTexts.of(" there was");
    try (RelayRig rig = RelayRig.writing(texts)) {
      FakeResponder responder =
          rig.send(Asks.complete().with(Field.TEMPERATURE_MILLI, 700).with(Field.MAX_TOKENS, 5));
      assertEquals(ResultCode.OK, responder.await().result());
      assertEquals(" there was", responder.text());
      TextJob job = texts.jobs().get(0);
      assertEquals(TextJob.Kind.COMPLETION, job.kind());
      assertEquals("Once upon a time", job.prompt());
      assertEquals(OptionalInt.of(5), job.maxTokens());
      assertEquals(OptionalInt.of(700), job.temperatureMilli());
    }
  }

  @Test
  void saysWhatADeviceMayDoAndWhatIsLeft() throws Exception {
    try (RelayRig rig = RelayRig.writing(FakeTexts.of("a"))) {
      rig.send(Asks.chat()).await();
      FakeResponder responder = rig.send(Asks.status());
      Response response = responder.await();
      assertEquals(Optional.of("application/json"), response.text(Meta.CONTENT_TYPE));
      assertEquals(
          OptionalLong.of(Devices.NOW.plus(Devices.LIFETIME).getEpochSecond()),
          response.number(Meta.EXPIRES));
      JsonNode status = new ObjectMapper().readTree(responder.body());
      assertEquals("Test laptop", status.path("laptop").asText());
      assertEquals(rig.device.id().shortName(), status.path("device").asText());
      assertEquals("none", status.path("services").path("image").asText());
      assertEquals("stand_in", status.path("services").path("text").asText());
      assertEquals(5, status.path("grants").size());
      assertEquals(599, status.path("limits").path("chat").path("left_minute").asInt());
      assertEquals(600, status.path("limits").path("complete").path("left_minute").asInt());
    }
  }

  @Test
  void answersASmallEchoOnTheCallersThread() {
    try (RelayRig rig = new RelayRig(Optional.empty(), Optional.empty(), Map.of())) {
      byte[] data = Devices.bytes(120);
      FakeResponder same = rig.send(Asks.echo(data));
      assertTrue(same.answered(), "answered before the call returned");
      assertArrayEquals(data, same.body());
      FakeResponder cut = rig.send(Asks.echo(data).with(Field.ANSWER_SIZE, 50));
      assertArrayEquals(java.util.Arrays.copyOf(data, 50), cut.body());
      FakeResponder repeated = rig.send(Asks.echo(data).with(Field.ANSWER_SIZE, 200));
      assertEquals(200, repeated.body().length);
      assertEquals(data[79], repeated.body()[199]);
      FakeResponder none = rig.send(Asks.echo(new byte[0]).with(Field.ANSWER_SIZE, 10));
      assertArrayEquals(new byte[10], none.body());
      assertEquals(List.of(), rig.trail.entries());
      rig.relay.writeTally();
      assertEquals(4, rig.trail.counted(rig.device.id()));
    }
  }

  @Test
  void streamsALargeEchoAsTheDeviceGivesCredit() throws Exception {
    try (RelayRig rig = new RelayRig(Optional.empty(), Optional.empty(), Map.of())) {
      byte[] data = Devices.bytes(1000);
      int size = 3 * EchoWork.SMALL + 17;
      FakeResponder responder = rig.send(Asks.echo(data).with(Field.ANSWER_SIZE, size));
      assertEquals(ResultCode.OK, responder.await().result());
      byte[] body = responder.body();
      assertEquals(size, body.length);
      for (int i = 0; i < size; i++) {
        assertEquals(data[i % data.length], body[i]);
      }
    }
  }

  @Test
  void writesTheTrailBeforeTheServiceIsCalledAndAfterItAnswered() throws Exception {
    FakeImages images = FakeImages.of(RelayRig.PICTURE);
    try (RelayRig rig = RelayRig.drawing(images)) {
      images.now(
          (job, progress, cancel) -> {
            assertEquals(1, rig.trail.unfinished(), "its beginning is written");
            return FakeImages.of(RelayRig.PICTURE).generate(job, progress, cancel);
          });
      FakeResponder responder = rig.send(Asks.image());
      responder.await();
      rig.awaitEmpty();
      List<AuditEntry> entries = rig.trail.entries();
      assertEquals(
          List.of(Kind.BEGAN, Kind.ENDED), entries.stream().map(AuditEntry::kind).toList());
      assertEquals(Opcode.GENERATE_IMAGE, entries.get(0).subject().opcode());
      assertTrue(entries.get(0).proof().orElseThrow().content().isEmpty());
      AuditOutcome outcome = entries.get(1).outcome().orElseThrow();
      assertEquals(ResultCode.OK, outcome.result());
      assertEquals(responder.body().length, outcome.answerBytes());
      assertFalse(entries.toString().contains("robot"), "nothing of a person's words");
    }
  }
}
