package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.officeos.laptop.upstream.MockServices.json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.upstream.UpstreamException.Reason;

/**
 * The exact words to and from Stable Diffusion WebUI, and every way in which it answers wrongly.
 */
final class WebUiImagesTest {

  private static final byte[] PICTURE = {1, 2, 3, 4, 5};
  private static final String B64 = Base64.getEncoder().encodeToString(PICTURE);
  private static final String GRID = Base64.getEncoder().encodeToString(new byte[] {9, 9});

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
  void sendsTheAllowedFieldsAndNoOthers() throws Exception {
    mock.server.enqueue(answer("['" + B64 + "']", "{'seed':42,'sd_model_name':'v1-5'}"));
    GeneratedImage image = generate();
    RecordedRequest request = mock.taken();
    assertEquals("POST /sdapi/v1/txt2img HTTP/1.1", request.getRequestLine());
    assertEquals(
        Json.read(
            """
            {"prompt":"robot cat in space","negative_prompt":"blurry","width":128,"height":96,
             "steps":20,"seed":42,"batch_size":1,"n_iter":1,"send_images":true,
             "save_images":false}"""),
        Json.read(MockServices.body(request)));
    assertArrayEquals(PICTURE, image.bytes());
    assertEquals(OptionalLong.of(42), image.seed());
    assertEquals(Optional.of("v1-5"), image.model());
  }

  @Test
  void skipsTheGridBeforeThePicture() throws Exception {
    mock.server.enqueue(
        answer("['" + GRID + "','" + B64 + "']", "{'seed':7,'index_of_first_image':1}"));
    assertArrayEquals(PICTURE, generate().bytes());
  }

  @Test
  void bearsAnInfoThatCannotBeRead() throws Exception {
    mock.server.enqueue(json(200, "{\"images\":[\"" + B64 + "\"],\"info\":\"not json\"}"));
    GeneratedImage image = generate();
    assertArrayEquals(PICTURE, image.bytes());
    assertEquals(OptionalLong.empty(), image.seed());
  }

  @Test
  void refusesAnAnswerWithoutAPicture() {
    assertRefused(Reason.INVALID, answer("[]", "{}"));
    assertRefused(Reason.INVALID, json(200, "{\"images\":null,\"info\":\"{}\"}"));
    assertRefused(Reason.INVALID, answer("['" + B64 + "']", "{'index_of_first_image':5}"));
    assertRefused(Reason.INVALID, answer("['" + B64 + "']", "{'index_of_first_image':-1}"));
    assertRefused(Reason.INVALID, answer("['']", "{}"));
    assertRefused(Reason.INVALID, answer("[7]", "{}"));
    assertRefused(Reason.INVALID, json(200, "[]"));
    assertRefused(Reason.INVALID, json(200, ""));
    assertRefused(Reason.INVALID, json(200, "{\"hello\":1}"));
    assertRefused(Reason.INVALID, json(200, "{\"images\":[\"" + B64 + "\"],"));
    assertRefused(Reason.INVALID, answer("['a','a','a','a','a']".replace("a", B64), "{}"));
    assertRefused(Reason.INVALID, json(200, "[".repeat(5000)));
  }

  @Test
  void refusesWhatIsNotBase64() {
    UpstreamException refusal = assertRefused(Reason.INVALID, answer("['%%%%']", "{}"));
    assertEquals("The service's picture is not valid base64.", refusal.detail());
    assertRefused(Reason.INVALID, answer("['abc']", "{}"));
  }

  @Test
  void namesAWebPageByItsTypeAndKeepsItsWordsOut() {
    UpstreamException refusal =
        assertRefused(
            Reason.INVALID,
            new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>secret portal</html>")
                .build());
    assertEquals(
        "The service answered with text/html; charset=utf-8 instead of JSON; check that its"
            + " address is an API's.",
        refusal.detail());
  }

  @Test
  void tellsWhatTheServiceSaysIsWrong() {
    UpstreamException refusal =
        assertRefused(
            Reason.ERROR,
            json(422, "{\"detail\":[{\"loc\":[\"body\",\"width\"],\"msg\":\"too wide\"}]}"));
    assertEquals("The service answered HTTP 422: body.width too wide", refusal.detail());
    refusal =
        assertRefused(Reason.ERROR, json(500, "{\"error\":\"RuntimeError\",\"errors\":\"\"}"));
    assertEquals("The service answered HTTP 500: RuntimeError", refusal.detail());
    refusal =
        assertRefused(
            Reason.ERROR,
            new MockResponse.Builder().code(502).setHeader("Content-Type", "text/html").build());
    assertEquals("The service answered HTTP 502: no JSON error, but text/html", refusal.detail());
  }

  @Test
  void namesStatusesThatMeanMoreThanAnError() {
    assertRefused(Reason.NOT_AUTHORIZED, json(401, "{}"));
    assertRefused(Reason.NOT_AUTHORIZED, json(403, "{}"));
    assertRefused(Reason.TIMEOUT, json(504, "{}"));
    UpstreamException limited =
        assertRefused(
            Reason.RATE_LIMITED,
            json(429, "{}").newBuilder().setHeader("Retry-After", "2.5").build());
    assertEquals(Optional.of(Duration.ofMillis(2500)), limited.retryAfter());
  }

  @Test
  void noticesACutInTheMiddleOfTheAnswer() {
    assertRefused(
        Reason.INVALID,
        answer("['" + B64.repeat(4000) + "']", "{}")
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
  }

  @Test
  void noticesAServiceThatHangsUp() {
    assertRefused(
        Reason.UNREACHABLE,
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
  }

  @Test
  void refusesAnAnswerBeyondTheLimit() {
    assertRefused(Reason.TOO_LARGE, answer("['" + "A".repeat(40_000) + "']", "{}"), 20_000);
  }

  @Test
  void countsTheBytesThatCompressionHides() throws Exception {
    Buffer packed = new Buffer();
    Buffer plain = new Buffer().writeUtf8("{\"images\":[\"" + "A".repeat(4_000_000) + "\"]}");
    try (okio.BufferedSink gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeAll(plain);
    }
    assertEquals(true, packed.size() < 20_000);
    assertRefused(
        Reason.TOO_LARGE,
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .setHeader("Content-Encoding", "gzip")
            .body(packed)
            .build(),
        1_000_000);
  }

  @Test
  void showsTheKeyAsBasicToTheServiceOnly() throws Exception {
    mock.server.enqueue(answer("['" + B64 + "']", "{}"));
    UpstreamSettings settings =
        new UpstreamSettings(
            mock.url(),
            Optional.empty(),
            Optional.of(
                org.officeos.session.crypto.SecretBytes.copyOf(
                    "user:pass".getBytes(StandardCharsets.UTF_8))),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            100_000);
    new Upstreams(mock.client)
        .webUi(settings)
        .generate(TestJobs.image(20), sinks, new CancelSource());
    assertEquals("Basic dXNlcjpwYXNz", mock.taken().getHeaders().get("Authorization"));
  }

  @Test
  void tellsProgressThatNeverGoesBack() throws Exception {
    mock.server.setDispatcher(new Scripted());
    WebUiTuning quick = new WebUiTuning(Duration.ofMillis(10), 1);
    new Upstreams(mock.client)
        .webUi(TestJobs.settings(mock.url()), quick)
        .generate(TestJobs.image(20), sinks, new CancelSource());
    assertEquals(java.util.List.of(250, 500, 1000), sinks.permilles);
    assertEquals(java.util.List.of(20, 20, 20), sinks.steps);
  }

  /** Ends the drawing when the last word of progress was asked for. */
  private static final class Scripted extends Dispatcher {
    private final String[] looks = {"0.25", "0.5", "0.4", "17", "-3", "\"x\"", "NaN"};
    private final java.util.concurrent.CountDownLatch looked =
        new java.util.concurrent.CountDownLatch(looks.length);

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      if (request.getTarget().startsWith("/sdapi/v1/progress?skip_current_image=true")) {
        int number = (int) (looks.length - looked.getCount());
        looked.countDown();
        String progress = number < looks.length ? looks[number] : "0";
        return json(
            200,
            "{\"progress\":"
                + progress
                + ",\"eta_relative\":1.5,"
                + "\"state\":{\"sampling_step\":5,\"sampling_steps\":20,\"job_count\":0}}");
      }
      looked.await();
      return answer("['" + B64 + "']", "{}");
    }
  }

  private GeneratedImage generate() throws Exception {
    return new Upstreams(mock.client)
        .webUi(TestJobs.settings(mock.url()))
        .generate(TestJobs.image(20), sinks, new CancelSource());
  }

  private UpstreamException assertRefused(Reason reason, MockResponse answer) {
    return assertRefused(reason, answer, 8 * 1024 * 1024);
  }

  private UpstreamException assertRefused(Reason reason, MockResponse answer, long maxBytes) {
    mock.server.enqueue(answer);
    ImageService service =
        new Upstreams(mock.client)
            .webUi(TestJobs.settings(mock.url(), Duration.ofSeconds(20), maxBytes));
    UpstreamException refusal =
        assertThrows(
            UpstreamException.class,
            () -> service.generate(TestJobs.image(20), sinks, new CancelSource()));
    assertEquals(reason, refusal.reason(), refusal.detail());
    return refusal;
  }

  private static MockResponse answer(String images, String info) {
    String escaped = info.replace("'", "\\\"");
    String list = images.replace('\'', '"');
    return json(
        200, "{\"images\":" + list + ",\"parameters\":{\"x\":[1]},\"info\":\"" + escaped + "\"}");
  }
}
