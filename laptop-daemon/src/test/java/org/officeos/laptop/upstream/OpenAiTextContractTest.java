package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.standin.StandInFault;
import org.officeos.laptop.standin.StandInLog;
import org.officeos.laptop.standin.StandInServices;
import org.officeos.laptop.standin.StandInSettings;

final class OpenAiTextContractTest extends TextServiceContract {

  private final UpstreamClient client = new UpstreamClient();
  private StandInServices standIns;

  @BeforeEach
  void start() throws Exception {
    standIns =
        StandInServices.start(new StandInSettings(0, 0, Duration.ZERO, Duration.ofMillis(2)));
  }

  @AfterEach
  void end() {
    client.close();
    standIns.close();
  }

  @Override
  TextService quick() {
    return new Upstreams(client).openAiText(TestJobs.settings(standIns.textUrl()));
  }

  @Override
  TextService endless() {
    standIns.faults().next(StandInFault.of(StandInFault.Kind.STALL));
    return quick();
  }

  @Test
  void hangsUpWhenItIsCancelledInTheMiddle() throws Exception {
    CancelSource cancel = new CancelSource();
    List<String> pieces = new ArrayList<>();
    UpstreamException end =
        assertThrows(
            UpstreamException.class,
            () ->
                quick()
                    .generate(
                        TestJobs.chat("Tell me everything?"),
                        piece -> {
                          pieces.add(piece);
                          cancel.cancel();
                        },
                        cancel));
    assertEquals(UpstreamException.Reason.CANCELLED, end.reason());
    assertEquals(1, pieces.size());
    assertTrue(
        standIns
            .log()
            .await("/v1/chat/completions", StandInLog.End.CUT, 1, Duration.ofSeconds(15)));
  }
}
