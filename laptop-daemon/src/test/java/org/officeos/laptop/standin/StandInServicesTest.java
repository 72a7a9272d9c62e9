package org.officeos.laptop.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stand-ins over real HTTP, with a client that is not ours. */
final class StandInServicesTest {

  /** What a service answered. */
  private record Answer(int statusCode, String mark, String type, String body) {}

  private StandInServices standIns;

  @BeforeEach
  void start() throws Exception {
    standIns =
        StandInServices.start(new StandInSettings(0, 0, Duration.ofMillis(30), Duration.ZERO));
  }

  @AfterEach
  void end() {
    standIns.close();
  }

  @Test
  void marksEveryAnswerAsAStandIns() throws Exception {
    for (URI url :
        List.of(
            standIns.imageUrl().resolve("/sdapi/v1/progress"),
            standIns.imageUrl().resolve("/sdapi/v1/sd-models"),
            standIns.imageUrl().resolve("/sdapi/v1/samplers"),
            standIns.textUrl().resolve("/v1/models"),
            standIns.textUrl().resolve("/v1/models/nothing-here"))) {
      Answer answer = get(url);
      assertEquals("1", answer.mark());
    }
    assertTrue(get(standIns.textUrl().resolve("/v1/models")).body().contains("stand-in-writer"));
  }

  @Test
  void listensOnLoopbackOnly() {
    assertEquals("127.0.0.1", standIns.imageUrl().getHost());
    assertEquals("127.0.0.1", standIns.textUrl().getHost());
  }

  @Test
  void drawsAsWebUiDoes() throws Exception {
    Answer answer =
        post(
            standIns.imageUrl().resolve("/sdapi/v1/txt2img"),
            "{\"prompt\":\"cat\",\"width\":64,\"height\":64,\"steps\":2,\"seed\":5}");
    JsonNode body = Reply.JSON.readTree(answer.body());
    byte[] png = Base64.getDecoder().decode(body.path("images").path(0).asText());
    assertEquals((byte) 0x89, png[0]);
    JsonNode info = Reply.JSON.readTree(body.path("info").asText());
    assertEquals(5, info.path("seed").asInt());
    assertEquals("stand-in-painter", info.path("sd_model_name").asText());
    assertEquals(64, body.path("parameters").path("width").asInt());
  }

  @Test
  void refusesWrongFieldsAsFastApiDoes() throws Exception {
    Answer answer =
        post(
            standIns.imageUrl().resolve("/sdapi/v1/txt2img"),
            "{\"prompt\":7,\"width\":\"wide\",\"steps\":100000}");
    assertEquals(422, answer.statusCode());
    JsonNode detail = Reply.JSON.readTree(answer.body()).path("detail");
    assertEquals(3, detail.size());
    assertEquals("[\"body\",\"prompt\"]", detail.path(0).path("loc").toString());
    assertEquals(
        422, post(standIns.imageUrl().resolve("/sdapi/v1/txt2img"), "{broken").statusCode());
    assertEquals(405, get(standIns.imageUrl().resolve("/sdapi/v1/txt2img")).statusCode());
  }

  @Test
  void sendsThePartialPictureWhenInterrupted() throws Exception {
    Thread interrupter =
        new Thread(
            () -> {
              try {
                standIns
                    .log()
                    .await("/sdapi/v1/txt2img", StandInLog.End.OPEN, 1, Duration.ofSeconds(15));
                while (!get(standIns.imageUrl().resolve("/sdapi/v1/progress"))
                    .body()
                    .contains("\"sampling_steps\":150")) {
                  TimeUnit.MILLISECONDS.sleep(5);
                }
                post(standIns.imageUrl().resolve("/sdapi/v1/interrupt"), "{}");
              } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    interrupter.start();
    Answer answer =
        post(
            standIns.imageUrl().resolve("/sdapi/v1/txt2img"),
            "{\"prompt\":\"cat\",\"width\":64,\"height\":64,\"steps\":150}");
    interrupter.join();
    assertEquals(200, answer.statusCode());
    assertTrue(
        standIns
            .log()
            .await("/sdapi/v1/txt2img", StandInLog.End.INTERRUPTED, 1, Duration.ofSeconds(15)));
  }

  @Test
  void streamsEventsWithUsageAndAnEnd() throws Exception {
    Answer answer =
        post(
            standIns.textUrl().resolve("/v1/chat/completions"),
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi there\"}],\"max_tokens\":3,"
                + "\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
    assertEquals("text/event-stream", answer.type());
    List<String> events = Arrays.asList(answer.body().split("\n\n", -1));
    assertEquals(": stand-in", events.get(0));
    assertEquals("data: [DONE]", events.get(events.size() - 2));
    JsonNode usage = Reply.JSON.readTree(events.get(events.size() - 3).substring(6));
    assertEquals(3, usage.path("usage").path("completion_tokens").asInt());
    assertTrue(answer.body().contains("\"finish_reason\":\"length\""));
  }

  @Test
  void answersWholeWhereNoStreamIsAskedFor() throws Exception {
    Answer answer =
        post(
            standIns.textUrl().resolve("/v1/completions"),
            "{\"prompt\":\"Once\",\"max_tokens\":500}");
    JsonNode body = Reply.JSON.readTree(answer.body());
    assertEquals("text_completion", body.path("object").asText());
    assertEquals("stop", body.path("choices").path(0).path("finish_reason").asText());
    assertTrue(body.path("choices").path(0).path("text").asText().contains("stand-in"));
  }

  @Test
  void refusesAQuestionWithoutWords() throws Exception {
    assertEquals(400, post(standIns.textUrl().resolve("/v1/chat/completions"), "{}").statusCode());
    assertEquals(400, post(standIns.textUrl().resolve("/v1/completions"), "{}").statusCode());
    assertEquals(
        400, post(standIns.textUrl().resolve("/v1/images/generations"), "{}").statusCode());
  }

  @Test
  void saysWhenItsPortIsTaken() {
    StandInSettings taken =
        new StandInSettings(standIns.imageUrl().getPort(), 0, Duration.ZERO, Duration.ZERO);
    assertThrows(BindException.class, () -> StandInServices.start(taken));
  }

  @Test
  void packsTheHugePictureSmall() throws Exception {
    byte[] file = PngFiles.huge();
    assertTrue(file.length < 400_000, "bytes: " + file.length);
    Inflater inflater = new Inflater();
    inflater.setInput(file, 41, file.length - 41 - 16);
    byte[] rows = new byte[1 << 20];
    long total = 0;
    while (!inflater.finished()) {
      int count = inflater.inflate(rows);
      assertTrue(count > 0 || inflater.finished(), "stuck at " + total);
      total += count;
    }
    inflater.end();
    assertEquals(10_000L * 30_001, total);
  }

  private static Answer get(URI url) throws IOException {
    return read((HttpURLConnection) url.toURL().openConnection());
  }

  private static Answer post(URI url, String json) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    return read(connection);
  }

  private static Answer read(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(
          status,
          String.valueOf(connection.getHeaderField("X-OfficeOS-Stand-In")),
          String.valueOf(connection.getHeaderField("Content-Type")),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
