package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.laptop.upstream.MockServices.events;
import static org.officeos.laptop.upstream.MockServices.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.upstream.UpstreamException.Reason;

final class OpenAiTextTest {

  private static final String PIECE =
      "{\"model\":\"m1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}";
  private static final String STOP =
      "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
  private static final String USAGE =
      "{\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}";

  private MockServices mock;
  private final RecordingSinks sinks = new RecordingSinks();

  @BeforeEach
  void start() throws Exception {
    mock = new MockServices();
  }

  @AfterEach
  void end() {
    mock.close();
  }

  @Test
  void streamsAChatAndCountsItsTokens() throws Exception {
    mock.server.enqueue(
        events(String.format(PIECE, "Hi "), String.format(PIECE, "🦊"), STOP, USAGE, "[DONE]"));
    TextOutcome outcome = generate(TestJobs.chat("How are you?"));
    assertEquals("Hi 🦊", sinks.text());
    assertEquals(
        new TextOutcome(Optional.of("m1"), OptionalLong.of(9), OptionalLong.of(2), "stop"),
        outcome);
  }

  @Test
  void asksForAChatInTheInterfacesWords() throws Exception {
    mock.server.enqueue(events(STOP, "[DONE]"));
    generate(TestJobs.chat("How are you?"));
    RecordedRequest request = mock.taken();
    assertEquals("/v1/chat/completions", request.getTarget());
    JsonNode body = Json.read(MockServices.body(request));
    assertEquals(
        Json.read(
            """
            {"model":"test-model","messages":[
             {"role":"system","content":"You are kind."},
             {"role":"user","content":"Hello"},
             {"role":"assistant","content":"Hello!"},
             {"role":"user","content":"How are you?"}],
             "max_tokens":128,"stream":true,"stream_options":{"include_usage":true}}"""),
        body);
    assertNull(request.getHeaders().get("Authorization"));
  }

  @Test
  void asksForACompletionInTheInterfacesWords() throws Exception {
    mock.server.enqueue(
        events(
            "{\"choices\":[{\"index\":0,\"text\":\"upon\",\"finish_reason\":\"length\"}]}",
            "[DONE]"));
    TextOutcome outcome = generate(TestJobs.completion("Once"));
    assertEquals("upon", sinks.text());
    assertEquals("length", outcome.finish());
    RecordedRequest request = mock.taken();
    assertEquals("/v1/completions", request.getTarget());
    assertEquals(
        Json.read(
            """
            {"model":"test-model","prompt":"Once","max_tokens":64,"temperature":0.7,
             "stream":true,"stream_options":{"include_usage":true}}"""),
        Json.read(MockServices.body(request)));
  }

  @Test
  void takesAPlainAnswerFromAServiceThatDoesNotStream() throws Exception {
    mock.server.enqueue(
        json(
            200,
            "{\"model\":\"plain\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                + "\"content\":\"All at once.\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}"));
    TextOutcome outcome = generate(TestJobs.chat("?"));
    assertEquals(List.of("All at once."), sinks.pieces);
    assertEquals(OptionalLong.of(4), outcome.tokensOut());
  }

  @Test
  void leavesStreamOptionsOutWhereTheServiceDoesNotTakeThem() throws Exception {
    mock.server.enqueue(json(400, "{\"error\":{\"message\":\"Unknown field: stream_options\"}}"));
    mock.server.enqueue(events(String.format(PIECE, "ok"), STOP, "[DONE]"));
    mock.server.enqueue(events(String.format(PIECE, "ok"), STOP, "[DONE]"));
    TextService service = service();
    service.generate(TestJobs.chat("?"), sinks, new CancelSource());
    service.generate(TestJobs.chat("?"), sinks, new CancelSource());
    assertEquals("okok", sinks.text());
    assertTrue(mock.takenBody().contains("stream_options"));
    assertFalse(mock.takenBody().contains("stream_options"));
    assertFalse(mock.takenBody().contains("stream_options"), "remembered");
    assertEquals(List.of(), mock.pause.waits);
  }

  @Test
  void callsTheLimitByItsNewNameWhereTheServiceWantsThat() throws Exception {
    mock.server.enqueue(
        json(400, "{\"error\":{\"message\":\"Use 'max_completion_tokens' instead.\"}}"));
    mock.server.enqueue(events(STOP, "[DONE]"));
    generate(TestJobs.chat("?"));
    mock.taken();
    JsonNode body = Json.read(mock.takenBody());
    assertEquals(128, body.path("max_completion_tokens").asInt());
    assertFalse(body.has("max_tokens"));
  }

  @Test
  void asksAgainAfterTheWaitTheServiceNames() throws Exception {
    mock.server.enqueue(limited("3"));
    mock.server.enqueue(json(503, "{}"));
    mock.server.enqueue(events(String.format(PIECE, "at last"), STOP, "[DONE]"));
    generate(TestJobs.chat("?"));
    assertEquals("at last", sinks.text());
    assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(1)), mock.pause.waits);
  }

  @Test
  void passesALongWaitOnInsteadOfSittingItOut() throws Exception {
    mock.server.enqueue(limited("Sun, 22 Nov 2026 10:00:25 GMT"));
    UpstreamException refusal = refused(TestJobs.chat("?"));
    assertEquals(Reason.RATE_LIMITED, refusal.reason());
    assertEquals(Optional.of(Duration.ofSeconds(25)), refusal.retryAfter());
    assertEquals(List.of(), mock.pause.waits);
    assertEquals(1, mock.server.getRequestCount());
  }

  @Test
  void givesUpAfterTwoRetries() throws Exception {
    for (int i = 0; i < 3; i++) {
      mock.server.enqueue(json(500, "{\"error\":{\"message\":\"broken\"}}"));
    }
    UpstreamException refusal = refused(TestJobs.chat("?"));
    assertEquals(Reason.ERROR, refusal.reason());
    assertEquals("The service answered HTTP 500: broken", refusal.detail());
    assertEquals(3, mock.server.getRequestCount());
  }

  @Test
  void neverAsksAgainAfterTheFirstPiece() throws Exception {
    mock.server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/event-stream")
            .setHeader("Content-Length", "100000")
            .body("data: " + String.format(PIECE, "half") + "\n\n" + "x".repeat(400))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    UpstreamException fault = refused(TestJobs.chat("?"));
    assertEquals(Reason.INVALID, fault.reason());
    assertEquals(1, mock.server.getRequestCount());
  }

  @Test
  void hearsAnErrorInTheMiddleOfTheStream() throws Exception {
    mock.server.enqueue(
        events(String.format(PIECE, "so "), "{\"error\":{\"message\":\"GPU fell off\"}}"));
    UpstreamException fault = refused(TestJobs.chat("?"));
    assertEquals(Reason.ERROR, fault.reason());
    assertEquals("The service met an error: GPU fell off", fault.detail());
    assertEquals("so ", sinks.text());
  }

  @Test
  void noticesAStreamThatEndsWithoutAnEnd() throws Exception {
    mock.server.enqueue(events(String.format(PIECE, "so ")));
    assertEquals(Reason.INVALID, refused(TestJobs.chat("?")).reason());
  }

  @Test
  void refusesAStreamThatIsNotJson() throws Exception {
    mock.server.enqueue(events("hello"));
    assertEquals(Reason.INVALID, refused(TestJobs.chat("?")).reason());
  }

  @Test
  void refusesALineWithoutEnd() throws Exception {
    mock.server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/event-stream")
            .body("data: " + "x".repeat(1_200_000))
            .build());
    assertEquals(Reason.TOO_LARGE, refused(TestJobs.chat("?")).reason());
  }

  @Test
  void takesTheFirstListedModelWhereNoneIsNamed() throws Exception {
    TextJob job = TestJobs.chat("?");
    TextJob nameless =
        new TextJob(
            job.kind(),
            job.prompt(),
            job.system(),
            job.turns(),
            Optional.empty(),
            job.maxTokens(),
            job.temperatureMilli(),
            job.deadline());
    mock.server.enqueue(json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"local-7b\"}]}"));
    mock.server.enqueue(events(STOP, "[DONE]"));
    generate(nameless);
    assertEquals("/v1/models", mock.taken().getTarget());
    assertEquals("local-7b", Json.read(mock.takenBody()).path("model").asText());
  }

  @Test
  void cancelsWhenTheSinkCloses() throws Exception {
    mock.server.enqueue(events(String.format(PIECE, "so "), STOP, "[DONE]"));
    UpstreamException end =
        assertThrows(
            UpstreamException.class,
            () ->
                service()
                    .generate(
                        TestJobs.chat("?"),
                        piece -> {
                          throw new SinkClosedException(new IllegalStateException("gone"));
                        },
                        new CancelSource()));
    assertEquals(Reason.CANCELLED, end.reason());
  }

  private TextService service() {
    return new Upstreams(mock.client).openAiText(TestJobs.settings(mock.url()));
  }

  private TextOutcome generate(TextJob job) throws Exception {
    return service().generate(job, sinks, new CancelSource());
  }

  private UpstreamException refused(TextJob job) {
    return assertThrows(UpstreamException.class, () -> generate(job));
  }

  private static MockResponse limited(String retryAfter) {
    return json(429, "{\"error\":{\"message\":\"slow down\"}}")
        .newBuilder()
        .setHeader("Retry-After", retryAfter)
        .build();
  }
}
