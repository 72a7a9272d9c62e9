package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/bytecode.md say what the enums say: every cell but the last, which is prose
 * and only has to be there.
 */
final class DocumentedTablesTest {

  private static final Path DOCUMENT =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "bytecode.md");

  @Test
  void opcodes() throws IOException {
    assertTable(
        "Opcodes",
        Arrays.stream(Opcode.values())
            .map(
                o ->
                    row(
                        String.format("0x%02x", o.code()),
                        o.name(),
                        names(o.required()),
                        names(o.optional()))));
  }

  @Test
  void fields() throws IOException {
    assertTable(
        "Fields",
        Arrays.stream(Field.values())
            .map(
                f ->
                    row(
                        "" + f.number(),
                        f.name(),
                        f.critical() ? "yes" : "no",
                        f.type().name(),
                        bounds(f))));
  }

  @Test
  void metadata() throws IOException {
    assertTable(
        "Metadata",
        Arrays.stream(Meta.values())
            .map(m -> row("" + m.number(), m.name(), m.type().name(), bounds(m))));
  }

  @Test
  void results() throws IOException {
    assertTable(
        "Results", Arrays.stream(ResultCode.values()).map(r -> row("" + r.code(), r.name())));
  }

  @Test
  void rejections() throws IOException {
    assertTable(
        "Rejections", Arrays.stream(Rejection.values()).map(r -> row("" + r.code(), r.name())));
  }

  @Test
  void limits() throws IOException {
    String sentence =
        String.format(
            "An instruction has at most %d bytes, a response at most %d.",
            InstructionCodec.MAX_BYTES, ResponseCodec.MAX_BYTES);
    assertTrue(Files.readString(DOCUMENT).contains(sentence), sentence);
  }

  @Test
  void theExampleIsThePicturesGoldenBytes() throws IOException, RejectedException {
    List<String> example = new ArrayList<>();
    List<String> lines = Files.readAllLines(DOCUMENT);
    for (int i = lines.indexOf("## An example") + 1; !lines.get(i).startsWith("## "); i++) {
      if (lines.get(i).matches("    [0-9a-f ]+ {2}.*")) {
        example.add(lines.get(i).substring(4).split(" {2}", 2)[0].replace(" ", ""));
      }
    }
    assertEquals(
        HexFormat.of().formatHex(InstructionCodec.encode(Samples.picture("robot cat in space"))),
        String.join("", example));
  }

  private static void assertTable(String heading, Stream<String> expected) throws IOException {
    List<String> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(DOCUMENT);
    int at = lines.indexOf("## " + heading) + 1;
    while (!lines.get(at).startsWith("|--")) {
      at++;
    }
    for (at++; at < lines.size() && lines.get(at).startsWith("|"); at++) {
      List<String> cells = List.of(lines.get(at).split("\\|", -1));
      String prose = cells.get(cells.size() - 2);
      assertFalse(prose.isBlank(), lines.get(at));
      found.add(String.join("|", cells.subList(0, cells.size() - 2)));
    }
    assertEquals(expected.collect(Collectors.joining("\n")), String.join("\n", found));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " ";
  }

  private static String names(Set<Field> fields) {
    return fields.isEmpty()
        ? "nothing"
        : fields.stream()
            .sorted(Comparator.comparingInt(Field::number))
            .map(Field::name)
            .collect(Collectors.joining(", "));
  }

  private static String bounds(Tag tag) {
    String range = tag.min() == tag.max() ? "" + tag.min() : tag.min() + " to " + tag.max();
    String unit = tag.type() == ValueType.NUMBER ? "" : " bytes";
    return range + unit + (tag.multipleOf() > 1 ? ", multiple of " + tag.multipleOf() : "");
  }
}
