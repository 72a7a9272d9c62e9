package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.laptop.standin.StandInLog.End.ANSWERED;
import static org.officeos.laptop.standin.StandInLog.End.INTERRUPTED;
import static org.officeos.laptop.standin.StandInLog.End.OPEN;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.standin.StandInServices;
import org.officeos.laptop.standin.StandInSettings;

/** The contract, and what cancelling means, against the stand-in WebUI. */
final class WebUiContractTest extends ImageServiceContract {

  private static final String TXT2IMG = "/sdapi/v1/txt2img";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final WebUiTuning QUICK_LOOKS = new WebUiTuning(Duration.ofMillis(20), 1);

  private final UpstreamClient client = new UpstreamClient();
  private StandInServices standIns;

  @BeforeEach
  void start() throws Exception {
    StandInSettings settings = new StandInSettings(0, 0, Duration.ofMillis(200), Duration.ZERO);
    standIns = StandInServices.start(settings);
  }

  @AfterEach
  void end() {
    client.close();
    standIns.close();
  }

  @Override
  ImageService quick() {
    return new Upstreams(client).webUi(TestJobs.settings(standIns.imageUrl()), QUICK_LOOKS);
  }

  @Override
  ImageService endless() {
    return quick();
  }

  @Test
  void tellsSeedModelAndProgress() throws Exception {
    RecordingSinks sinks = new RecordingSinks();
    GeneratedImage image = quick().generate(TestJobs.image(4), sinks, new CancelSource());
    assertEquals(OptionalLong.of(42), image.seed());
    assertEquals(Optional.of("stand-in-painter"), image.model());
    assertTrue(sinks.permilles.size() >= 1, "some progress in 800 ms");
    assertTrue(sinks.permilles.stream().sorted().toList().equals(sinks.permilles));
    assertEquals(4, sinks.steps.get(0));
  }

  @Test
  void interruptsTheDrawingWhenItIsCancelled() throws Exception {
    CancelSource cancel = new CancelSource();
    Thread canceller = onceDrawing(cancel::cancel);
    assertThrows(
        UpstreamException.class,
        () -> quick().generate(TestJobs.image(150), new RecordingSinks(), cancel));
    canceller.join();
    assertTrue(standIns.log().await(TXT2IMG, INTERRUPTED, 1, PATIENCE));
  }

  @Test
  void interruptsTheDrawingWhenItsThreadIsInterrupted() throws Exception {
    Thread caller = Thread.currentThread();
    Thread interrupter = onceDrawing(caller::interrupt);
    assertThrows(
        InterruptedException.class,
        () -> quick().generate(TestJobs.image(150), new RecordingSinks(), new CancelSource()));
    interrupter.join();
    assertTrue(standIns.log().await(TXT2IMG, INTERRUPTED, 1, PATIENCE));
  }

  @Test
  void interruptsTheDrawingAtTheDeadline() throws Exception {
    ImageJob job = TestJobs.image(150, Duration.ofMillis(600));
    assertThrows(
        UpstreamException.class,
        () -> quick().generate(job, new RecordingSinks(), new CancelSource()));
    assertTrue(standIns.log().await(TXT2IMG, INTERRUPTED, 1, PATIENCE));
  }

  @Test
  void drawsTheNextPictureAfterAnInterruptedOne() throws Exception {
    CancelSource cancel = new CancelSource();
    ImageService service = quick();
    Thread canceller = onceDrawing(cancel::cancel);
    assertThrows(
        UpstreamException.class,
        () -> service.generate(TestJobs.image(150), new RecordingSinks(), cancel));
    canceller.join();
    service.generate(TestJobs.image(QUICK), new RecordingSinks(), new CancelSource());
    assertTrue(standIns.log().await(TXT2IMG, ANSWERED, 1, PATIENCE));
  }

  @Test
  void neverShowsTheServiceAJobThatIsCancelledInTheQueue() throws Exception {
    CancelSource first = new CancelSource();
    CancelSource second = new CancelSource();
    Thread drawing =
        new Thread(
            () -> {
              try {
                quick().generate(TestJobs.image(150), new RecordingSinks(), first);
              } catch (UpstreamException | InterruptedException cancelled) {
                return;
              }
            });
    drawing.start();
    assertTrue(standIns.log().await(TXT2IMG, OPEN, 1, PATIENCE));
    after(Duration.ofMillis(100), second::cancel);
    UpstreamException end =
        assertThrows(
            UpstreamException.class,
            () -> quick().generate(TestJobs.image(QUICK), new RecordingSinks(), second));
    assertEquals(UpstreamException.Reason.CANCELLED, end.reason());
    first.cancel();
    drawing.join();
    long shown = standIns.log().seen().stream().filter(one -> one.path().equals(TXT2IMG)).count();
    assertEquals(1, shown);
  }

  private Thread onceDrawing(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                if (standIns.log().await(TXT2IMG, OPEN, 1, PATIENCE)) {
                  action.run();
                }
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return thread;
  }
}
