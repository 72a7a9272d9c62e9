package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.json.JsonValue;
import org.officeos.handheld.testing.FakeExchange;
import org.officeos.handheld.testing.Pictures;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

class ImageCommandTest {

  private static final byte[] PICTURE = Pictures.fourColours("png");

  @TempDir Path folder;

  private static void draw(FakeExchange exchange) {
    exchange.progress(100, 2, 20, 9000).progress(550, 11, 20, 4500);
    exchange.data(Arrays.copyOf(PICTURE, 20));
    exchange.data(Arrays.copyOfRange(PICTURE, 20, PICTURE.length));
    exchange.complete(
        Response.of(ResultCode.OK)
            .with(Meta.SEED, 42)
            .with(Meta.MODEL, "stand-in")
            .with(Meta.UPSTREAM_MICROS, 1234)
            .with(Meta.OVERHEAD_MICROS, 56)
            .with(Meta.REMAINING_MINUTE, 9));
  }

  @Test
  void savesThePictureAndSaysSo() throws IOException {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(ImageCommandTest::draw);
    Path out = folder.resolve("cat.png");
    assertEquals(0, machine.run("image", "robot cat in space", "--out", out.toString()));
    assertArrayEquals(PICTURE, Files.readAllBytes(out));
    assertTrue(machine.out().startsWith("Saved " + out + ": 2 x 2 pixels, 1 kB in "));
    assertTrue(machine.out().endsWith(" s, seed 42\n"), machine.out());
    assertEquals("10 %  step 2/20  9 s left\n55 %  step 11/20  5 s left\n", machine.err());
    assertTrue(machine.endpoint.isClosed());
  }

  @Test
  void tellsAScriptEverything() {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(ImageCommandTest::draw);
    Path out = folder.resolve("cat.png");
    assertEquals(0, machine.run("image", "robot cat", "--json", "--out", out.toString()));
    assertEquals(
        List.of("connecting", "sent", "instruction", "progress", "progress", "done"),
        machine.eventNames());
    JsonValue.Obj done = machine.lastEvent();
    assertEquals("image", done.text("kind").orElseThrow());
    assertEquals(16, done.text("id").orElseThrow().length());
    assertEquals(OptionalLong.of(1), done.number("attempts"));
    JsonValue.Obj sizes = (JsonValue.Obj) done.get("sizes").orElseThrow();
    long instruction = sizes.number("instruction").orElseThrow();
    assertEquals(OptionalLong.of(instruction + 85), sizes.number("instruction_wire"));
    assertEquals(OptionalLong.of(instruction + 85), sizes.number("wire_out"));
    assertEquals(OptionalLong.of(PICTURE.length), sizes.number("body_encoded"));
    assertEquals(OptionalLong.of(PICTURE.length), sizes.number("body_decoded"));
    assertEquals(OptionalLong.of(150), sizes.number("handshake_out"));
    JsonValue.Obj times = (JsonValue.Obj) done.get("times_us").orElseThrow();
    assertEquals(OptionalLong.of(1234), times.number("upstream"));
    assertTrue(times.number("total").orElseThrow() >= times.number("first_answer").orElseThrow());
    JsonValue.Obj result = (JsonValue.Obj) done.get("result").orElseThrow();
    assertEquals("image/png", result.text("content_type").orElseThrow());
    assertEquals(out.toString(), result.text("file").orElseThrow());
    JsonValue.Obj limits = (JsonValue.Obj) done.get("limits").orElseThrow();
    assertEquals(OptionalLong.of(9), limits.number("remaining_minute"));
    JsonValue.Obj relationship = (JsonValue.Obj) done.get("relationship").orElseThrow();
    assertEquals("office", relationship.text("laptop").orElseThrow());
    assertEquals("2026-12-22T12:00:00Z", relationship.text("expires").orElseThrow());
  }

  @Test
  void asksForExactlyWhatTheOptionsSay() {
    TestMachine machine = TestMachine.paired(folder);
    Instruction[] asked = new Instruction[1];
    machine.endpoint.answering(
        exchange -> {
          asked[0] = exchange.instruction();
          draw(exchange);
        });
    int exit =
        machine.run(
            "image",
            "a lake",
            "--width",
            "640",
            "--height",
            "480",
            "--steps",
            "7",
            "--seed",
            "4294967295",
            "--style",
            "realistic",
            "--negative",
            "people",
            "--screen",
            "320x240",
            "--timeout",
            "9",
            "--json");
    assertEquals(0, exit);
    Instruction instruction = asked[0];
    assertEquals(Opcode.GENERATE_IMAGE, instruction.opcode());
    assertEquals("a lake", instruction.text(Field.PROMPT).orElseThrow());
    assertEquals("people", instruction.text(Field.NEGATIVE_PROMPT).orElseThrow());
    assertEquals("realistic", instruction.text(Field.STYLE).orElseThrow());
    assertEquals(640, instruction.number(Field.WIDTH).orElseThrow());
    assertEquals(480, instruction.number(Field.HEIGHT).orElseThrow());
    assertEquals(7, instruction.number(Field.STEPS).orElseThrow());
    assertEquals(4294967295L, instruction.number(Field.SEED).orElseThrow());
    assertEquals(320, instruction.number(Field.SCREEN_WIDTH).orElseThrow());
    assertEquals(240, instruction.number(Field.SCREEN_HEIGHT).orElseThrow());
    assertEquals(9000, instruction.number(Field.DEADLINE_MILLIS).orElseThrow());
    assertEquals(8, instruction.bytes(Field.REQUEST_ID).orElseThrow().length);
  }

  @Test
  void showsHalfBlocksOnATerminalAndPaintsProgressOver() {
    TestMachine machine = TestMachine.paired(folder);
    machine.terminal = true;
    machine.environment = Map.of("TERM", "xterm", "COLORTERM", "truecolor");
    machine.endpoint.answering(ImageCommandTest::draw);
    assertEquals(0, machine.run("image", "cat"));
    assertTrue(
        machine
            .out()
            .startsWith(
                "\u001b[38;2;255;0;0;48;2;0;0;255m\u2580"
                    + "\u001b[38;2;0;255;0;48;2;255;255;255m\u2580\u001b[0m\n2 x 2 pixels"),
        machine.out());
    assertTrue(machine.err().contains("\r\u001b[K[#############...........]  55 %  step 11/20"));
    assertTrue(machine.err().endsWith("\r\u001b[K"), "the bar is taken away at the end");
  }

  @Test
  void refusesToOverwriteBeforeAskingAnybody() throws IOException {
    TestMachine machine = TestMachine.paired(folder);
    Path out = Files.writeString(folder.resolve("mine.png"), "precious");
    assertEquals(5, machine.run("image", "cat", "--out", out.toString()));
    assertEquals(0, machine.links.asked());
    assertEquals("precious", Files.readString(out));
    assertTrue(machine.err().contains("--force"), machine.err());
    machine.endpoint.answering(ImageCommandTest::draw);
    assertEquals(0, machine.run("image", "cat", "--force", "--out", out.toString()));
    assertArrayEquals(PICTURE, Files.readAllBytes(out));
  }

  @Test
  void leavesNoHalfFileOnAFullDisk() throws IOException {
    TestMachine machine = TestMachine.paired(folder);
    machine.endpoint.answering(ImageCommandTest::draw);
    machine.disk =
        (file, bytes) -> {
          Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
          throw new IOException("No space left on device");
        };
    Path out = Files.createDirectory(folder.resolve("pictures")).resolve("cat.png");
    assertEquals(5, machine.run("image", "cat", "--json", "--out", out.toString()));
    assertEquals("DISK_FULL", machine.lastEvent().text("reason").orElseThrow());
    try (Stream<Path> left = Files.list(folder.resolve("pictures"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void savesNothingOfAHostilePicture() {
    Path out = folder.resolve("cat.png");
    byte[] cut = Arrays.copyOf(PICTURE, PICTURE.length - 9);
    byte[] page = "<html>not found</html>".getBytes(StandardCharsets.UTF_8);
    byte[][] hostile = {Pictures.pngClaiming(10_000, 10_000), cut, page};
    String[] reasons = {"PICTURE_TOO_LARGE", "PICTURE_INVALID", "PICTURE_INVALID"};
    for (int i = 0; i < hostile.length; i++) {
      byte[] body = hostile[i];
      TestMachine machine = TestMachine.paired(folder.resolve("m" + i));
      machine.endpoint.answering(
          exchange -> {
            exchange.data(body);
            exchange.ok();
          });
      assertEquals(1, machine.run("image", "cat", "--json", "--out", out.toString()));
      assertEquals(reasons[i], machine.lastEvent().text("reason").orElseThrow());
      assertFalse(Files.exists(out));
    }
  }

  @Test
  void wantsSomewhereToPutThePicture() {
    TestMachine machine = TestMachine.paired(folder);
    assertEquals(64, machine.run("image", "cat"));
    assertTrue(machine.err().contains("--out"), machine.err());
    assertEquals(0, machine.links.asked());
  }
}
