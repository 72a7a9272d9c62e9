package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.officeos.laptop.upstream.MockServices.json;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.upstream.UpstreamException.Reason;

final class OpenAiImagesTest {

  private static final String ANSWER = "{\"created\":1,\"data\":[{\"b64_json\":\"AQID\"}]}";

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
  void asksInTheInterfacesWords() throws Exception {
    mock.server.enqueue(json(200, ANSWER));
    GeneratedImage image = generate(TestJobs.withKey(mock.url()));
    assertArrayEquals(new byte[] {1, 2, 3}, image.bytes());
    assertEquals(Optional.of("configured-model"), image.model());
    RecordedRequest request = mock.taken();
    assertEquals("/v1/images/generations", request.getTarget());
    assertEquals("Bearer " + TestJobs.KEY, request.getHeaders().get("Authorization"));
    assertEquals(
        Json.read(
            """
            {"model":"configured-model","prompt":"robot cat in space\\nAvoid: blurry","n":1,
             "size":"128x96","response_format":"b64_json"}"""),
        Json.read(MockServices.body(request)));
  }

  @Test
  void leavesTheFormatOutWhereTheServiceDoesNotTakeIt() throws Exception {
    mock.server.enqueue(
        json(400, "{\"error\":{\"message\":\"Unknown parameter: 'response_format'.\"}}"));
    mock.server.enqueue(json(200, ANSWER));
    generate(TestJobs.settings(mock.url()));
    mock.taken();
    assertFalse(mock.takenBody().contains("response_format"));
  }

  @Test
  void neverFetchesAnAddress() throws Exception {
    String address = mock.url() + "/elsewhere.png";
    mock.server.enqueue(json(200, "{\"data\":[{\"url\":\"" + address + "\"}]}"));
    UpstreamException refusal =
        assertThrows(UpstreamException.class, () -> generate(TestJobs.settings(mock.url())));
    assertEquals(Reason.INVALID, refusal.reason());
    assertEquals(1, mock.server.getRequestCount());
  }

  @Test
  void asksAgainWhenTheServiceIsBusy() throws Exception {
    mock.server.enqueue(json(503, "{}"));
    mock.server.enqueue(json(200, ANSWER));
    generate(TestJobs.settings(mock.url()));
    assertEquals(List.of(Duration.ofMillis(500)), mock.pause.waits);
  }

  private GeneratedImage generate(UpstreamSettings settings) throws Exception {
    return new Upstreams(mock.client)
        .openAiImages(settings)
        .generate(TestJobs.image(20), sinks, new CancelSource());
  }
}
