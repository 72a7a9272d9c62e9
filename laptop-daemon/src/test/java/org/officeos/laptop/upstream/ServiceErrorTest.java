package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServiceErrorTest {

  @Test
  void readsTheShapeOfOpenAi() throws Exception {
    assertEquals(
        Optional.of("no such model"),
        sentence("{'error':{'message':'no such model','type':'x','param':null,'code':null}}"));
  }

  @Test
  void readsTheFlatShapeOfOlderVllm() throws Exception {
    assertEquals(
        Optional.of("too long"),
        sentence("{'object':'error','message':'too long','type':'BadRequest','code':400}"));
  }

  @Test
  void readsTheShapeOfLlamaCpp() throws Exception {
    assertEquals(
        Optional.of("Loading model"),
        sentence("{'error':{'code':503,'message':'Loading model','type':'unavailable_error'}}"));
  }

  @Test
  void readsTheShapeOfOllama() throws Exception {
    assertEquals(Optional.of("model not found"), sentence("{'error':'model not found'}"));
  }

  @Test
  void readsTheSentenceOfFastApi() throws Exception {
    assertEquals(Optional.of("Not Found"), sentence("{'detail':'Not Found'}"));
  }

  @Test
  void readsPlacesAndMessagesOfFastApiButNotTheEcho() throws Exception {
    assertEquals(
        Optional.of("body.width not a number; body.steps too many"),
        sentence(
            "{'detail':[{'loc':['body','width'],'msg':'not a number','input':'my secret prompt'},"
                + "{'loc':['body','steps'],'msg':'too many'}]}"));
  }

  @Test
  void readsTypeAndWordsOfWebUi() throws Exception {
    assertEquals(
        Optional.of("OutOfMemoryError: CUDA out of memory"),
        sentence(
            "{'error':'OutOfMemoryError','detail':'','body':'','errors':'CUDA out of memory'}"));
  }

  @Test
  void makesOneShortLineOfIt() throws Exception {
    assertEquals(Optional.of("a b c"), sentence("{'error':'a \\n\\tb\\u0000\\u001b\\u202ec'}"));
    assertEquals(200, sentence("{'error':'" + "x".repeat(999) + "'}").orElse("").length());
  }

  @Test
  void findsNothingWhereNothingIs() throws Exception {
    for (String body : new String[] {"{}", "[]", "7", "{'error':{}}", "{'detail':[]}", "''"}) {
      assertEquals(Optional.empty(), sentence(body), body);
    }
  }

  private static Optional<String> sentence(String json) throws Exception {
    return ServiceError.sentence(Json.read(json.replace('\'', '"')));
  }
}
