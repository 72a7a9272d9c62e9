package org.officeos.hal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.officeos.hal.json.JsonException.Reason;

class JsonTest {

  private static Reason refusal(String text) {
    return assertThrows(JsonException.class, () -> JsonReader.read(text)).reason();
  }

  @Test
  void writesMembersInOrderOnOneLine() {
    JsonObject object =
        new JsonObject()
            .put("event", "done")
            .put("n", -7)
            .put("yes", true)
            .putIf("left_out", Optional.empty())
            .putIf("left_out_too", OptionalLong.empty())
            .put("list", List.of(new JsonObject().put("a", 1).build()));
    assertEquals(
        "{\"event\":\"done\",\"n\":-7,\"yes\":true,\"list\":[{\"a\":1}]}", object.toString());
  }

  @Test
  void escapesEverythingThatCouldMoveACursorOrHide() {
    String nasty = "\"\\\n\r\t\u001b[2J\u009b\u202e\u2028\ud800x\udb40\udc41é€😀";
    assertEquals(
        "\"\\\"\\\\\\n\\r\\t\\u001b[2J\\u009b\\u202e\\u2028\\ud800x\\udb40\\udc41é€😀\"",
        new JsonValue.Text(nasty).toString());
  }

  @Test
  void readsBackWhatItWrites() throws JsonException {
    String text =
        "{\"a\":[1,-2.5e10,0,true,false,null,\"x\\u001b\\ud83d\\ude00\"],\"b\":{\"c\":{}},\"d\":[]}";
    JsonValue read = JsonReader.read(text);
    assertEquals(read, JsonReader.read(read.toString()));
    JsonValue.Obj object = (JsonValue.Obj) read;
    assertEquals(7, ((JsonValue.Arr) object.get("a").orElseThrow()).items().size());
    assertEquals(Optional.empty(), object.get("z"));
  }

  @Test
  void givesNumbersOnlyWhereTheyAreWholeAndFit() throws JsonException {
    JsonValue.Obj object =
        (JsonValue.Obj)
            JsonReader.read("{\"a\":42,\"b\":1.5,\"c\":99999999999999999999,\"d\":\"4\"}");
    assertEquals(OptionalLong.of(42), object.number("a"));
    assertEquals(OptionalLong.empty(), object.number("b"));
    assertEquals(OptionalLong.empty(), object.number("c"));
    assertEquals(OptionalLong.empty(), object.number("d"));
  }

  @Test
  void refusesByName() {
    assertEquals(Reason.TRUNCATED, refusal(""));
    assertEquals(Reason.TRUNCATED, refusal("{\"a\":"));
    assertEquals(Reason.TRUNCATED, refusal("\"abc"));
    assertEquals(Reason.UNEXPECTED, refusal("{a:1}"));
    assertEquals(Reason.UNEXPECTED, refusal("[1,]"));
    assertEquals(Reason.UNEXPECTED, refusal("-x"));
    assertEquals(Reason.TRAILING, refusal("01"));
    assertEquals(Reason.UNEXPECTED, refusal("\"\u0001\""));
    assertEquals(Reason.UNEXPECTED, refusal("\"\\x\""));
    assertEquals(Reason.UNEXPECTED, refusal("\"\\u00g0\""));
    assertEquals(Reason.UNEXPECTED, refusal("nul "));
    assertEquals(Reason.TRAILING, refusal("{} {}"));
    assertEquals(Reason.DUPLICATE, refusal("{\"a\":1,\"a\":2}"));
    assertEquals(Reason.TOO_DEEP, refusal("[".repeat(40)));
    assertEquals(Reason.TOO_LONG, refusal(" ".repeat(JsonReader.MAX_CHARS + 1)));
  }

  @Test
  void refusesAMemberWrittenTwice() {
    JsonObject object = new JsonObject().put("a", 1);
    assertThrows(IllegalArgumentException.class, () -> object.put("a", 2));
  }
}
