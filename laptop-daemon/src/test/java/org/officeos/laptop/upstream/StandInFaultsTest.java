package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.image.ImageCheck;
import org.officeos.laptop.image.ImageLimits;
import org.officeos.laptop.image.ImageRejectedException;
import org.officeos.laptop.standin.StandInFault;
import org.officeos.laptop.standin.StandInFault.Kind;
import org.officeos.laptop.standin.StandInServices;
import org.officeos.laptop.standin.StandInSettings;
import org.officeos.laptop.upstream.UpstreamException.Reason;

/** Each fault that real services have comes out as its own reason, and the next job goes right. */
final class StandInFaultsTest {

  private final UpstreamClient client =
      new UpstreamClient(
          new Timing(
              java.time.InstantSource.system(), System::nanoTime, new RecordingPause(), () -> 0));
  private StandInServices standIns;

  @BeforeEach
  void start() throws Exception {
    standIns = StandInServices.start(StandInSettings.instant());
  }

  @AfterEach
  void end() {
    client.close();
    standIns.close();
  }

  @Test
  void namesEveryFaultOfAWebUi() throws Exception {
    assertImage(Reason.INVALID, Kind.CUT, webUi());
    assertImage(Reason.INVALID, Kind.HTML_PAGE, webUi());
    assertImage(Reason.ERROR, Kind.SERVER_ERROR, webUi());
    assertImage(Reason.INVALID, Kind.WRONG_JSON, webUi());
    assertImage(Reason.INVALID, Kind.LYING_TYPE, webUi());
    assertImage(Reason.INVALID, Kind.GARBAGE_BASE64, webUi());
    assertEquals(
        Optional.of(Duration.ofSeconds(30)),
        assertImage(Reason.RATE_LIMITED, StandInFault.rateLimited("30"), webUi()).retryAfter());
  }

  @Test
  void namesEveryFaultOfAnOpenAiImageService() throws Exception {
    assertImage(Reason.INVALID, Kind.CUT, openAiImages());
    assertImage(Reason.INVALID, Kind.HTML_PAGE, openAiImages());
    assertImage(Reason.INVALID, Kind.WRONG_JSON, openAiImages());
    assertImage(Reason.INVALID, Kind.LYING_TYPE, openAiImages());
    assertImage(Reason.INVALID, Kind.GARBAGE_BASE64, openAiImages());
    assertImage(Reason.RATE_LIMITED, StandInFault.rateLimited("30"), openAiImages());
  }

  @Test
  void namesEveryFaultOfATextService() throws Exception {
    assertText(Reason.INVALID, StandInFault.of(Kind.CUT));
    assertText(Reason.INVALID, StandInFault.of(Kind.HTML_PAGE));
    assertText(Reason.INVALID, StandInFault.of(Kind.WRONG_JSON));
    assertText(Reason.INVALID, StandInFault.of(Kind.LYING_TYPE));
    assertText(Reason.RATE_LIMITED, StandInFault.rateLimited("60"));
  }

  @Test
  void sitsOutATextServiceThatIsBusyForAMoment() throws Exception {
    standIns.faults().next(StandInFault.rateLimited("2"));
    standIns.faults().next(StandInFault.of(Kind.SERVER_ERROR));
    RecordingSinks sinks = new RecordingSinks();
    text().generate(TestJobs.chat("?"), sinks, new CancelSource());
    assertEquals(true, sinks.text().contains("stand-in writer"));
  }

  @Test
  void refusesTheHugePictureWithoutDecodingIt() throws Exception {
    standIns.faults().next(StandInFault.of(Kind.HUGE_PNG));
    GeneratedImage image =
        webUi().generate(TestJobs.image(1), new RecordingSinks(), new CancelSource());
    assertEquals(true, image.bytes().length < 500_000);
    ImageRejectedException refusal =
        assertThrows(
            ImageRejectedException.class,
            () -> ImageCheck.inspect(image.bytes(), ImageLimits.standard()));
    assertEquals(ImageRejectedException.Reason.TOO_MANY_PIXELS, refusal.reason());
  }

  @Test
  void noticesAWebUiThatStalls() throws Exception {
    UpstreamSettings impatient =
        TestJobs.settings(standIns.imageUrl(), Duration.ofMillis(300), 1024 * 1024);
    ImageService service =
        new Upstreams(client).webUi(impatient, new WebUiTuning(Duration.ofMillis(20), 1));
    standIns.faults().next(StandInFault.of(Kind.STALL));
    assertRefused(Reason.TIMEOUT, service);
    standIns.faults().clear();
    service.generate(TestJobs.image(1), new RecordingSinks(), new CancelSource());
  }

  @Test
  void noticesATextServiceThatStalls() {
    UpstreamSettings impatient =
        TestJobs.settings(standIns.textUrl(), Duration.ofMillis(300), 1024 * 1024);
    standIns.faults().next(StandInFault.of(Kind.STALL));
    UpstreamException end =
        assertThrows(
            UpstreamException.class,
            () ->
                new Upstreams(client)
                    .openAiText(impatient)
                    .generate(TestJobs.chat("?"), new RecordingSinks(), new CancelSource()));
    assertEquals(Reason.TIMEOUT, end.reason());
  }

  private UpstreamException assertImage(Reason reason, Kind kind, ImageService service)
      throws Exception {
    return assertImage(reason, StandInFault.of(kind), service);
  }

  private UpstreamException assertImage(Reason reason, StandInFault fault, ImageService service)
      throws Exception {
    standIns.faults().next(fault);
    UpstreamException refusal = assertRefused(reason, service);
    service.generate(TestJobs.image(1), new RecordingSinks(), new CancelSource());
    return refusal;
  }

  private static UpstreamException assertRefused(Reason reason, ImageService service) {
    UpstreamException refusal =
        assertThrows(
            UpstreamException.class,
            () -> service.generate(TestJobs.image(1), new RecordingSinks(), new CancelSource()));
    assertEquals(reason, refusal.reason(), refusal.detail());
    return refusal;
  }

  private void assertText(Reason reason, StandInFault fault) throws Exception {
    standIns.faults().next(fault);
    UpstreamException refusal =
        assertThrows(
            UpstreamException.class,
            () -> text().generate(TestJobs.chat("?"), new RecordingSinks(), new CancelSource()));
    assertEquals(reason, refusal.reason(), refusal.detail());
    text().generate(TestJobs.chat("?"), new RecordingSinks(), new CancelSource());
  }

  private ImageService webUi() {
    return new Upstreams(client).webUi(TestJobs.settings(standIns.imageUrl()));
  }

  private ImageService openAiImages() {
    return new Upstreams(client).openAiImages(TestJobs.settings(standIns.textUrl()));
  }

  private TextService text() {
    return new Upstreams(client).openAiText(TestJobs.settings(standIns.textUrl()));
  }
}
