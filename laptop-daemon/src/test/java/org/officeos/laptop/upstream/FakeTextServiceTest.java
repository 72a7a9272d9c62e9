package org.officeos.laptop.upstream;

import java.util.List;

final class FakeTextServiceTest extends TextServiceContract {

  @Override
  TextService quick() {
    return new FakeTextService(List.of("Be", "cause."), false);
  }

  @Override
  TextService endless() {
    return new FakeTextService(List.of(), true);
  }
}
