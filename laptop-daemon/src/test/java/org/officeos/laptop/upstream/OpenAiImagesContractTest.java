package org.officeos.laptop.upstream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.officeos.laptop.standin.StandInFault;
import org.officeos.laptop.standin.StandInServices;
import org.officeos.laptop.standin.StandInSettings;

final class OpenAiImagesContractTest extends ImageServiceContract {

  private final UpstreamClient client = new UpstreamClient();
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

  @Override
  ImageService quick() {
    return new Upstreams(client).openAiImages(TestJobs.settings(standIns.textUrl()));
  }

  @Override
  ImageService endless() {
    standIns.faults().next(StandInFault.of(StandInFault.Kind.STALL));
    return quick();
  }
}
