package org.officeos.laptop.radio;

import org.officeos.laptop.config.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what changed. Neither keys nor handhelds' addresses stand in it. */
final class StatusLog {

  private static final Logger LOG = LoggerFactory.getLogger("org.officeos.laptop.radio");

  private StatusLog() {}

  static void changed(RadioStatus before, RadioStatus now) {
    if (now.trouble().isPresent() && !now.trouble().equals(before.trouble())) {
      Trouble trouble = now.trouble().get();
      LOG.warn("radio {}: {}: {}", now.interfaceName(), trouble.word(), trouble.explanation());
    }
    if (now.group().isPresent() && !now.group().equals(before.group())) {
      RadioStatus.Standing group = now.group().get();
      LOG.info(
          "radio {}: group {} stands on {} at {} MHz",
          now.interfaceName(),
          group.ssid(),
          group.interfaceName(),
          group.megahertz());
    } else if (before.group().isPresent() && now.group().isEmpty()) {
      LOG.info("radio {}: the group ended, {}", now.interfaceName(), Words.of(now.phase()));
    }
    if (now.clients() != before.clients() && now.group().isPresent()) {
      LOG.info("radio {}: handhelds in the group: {}", now.interfaceName(), now.clients());
    }
  }
}
