package org.officeos.laptop.upstream;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.officeos.session.bytecode.Turn;
import org.officeos.session.crypto.SecretBytes;

/** Jobs and settings that tests start from. */
final class TestJobs {

  static final String KEY = "sk-officeos-test-key";

  private TestJobs() {}

  static ImageJob image(int steps) {
    return image(steps, Duration.ofSeconds(30));
  }

  static ImageJob image(int steps, Duration deadline) {
    return new ImageJob(
        "robot cat in space",
        Optional.of("blurry"),
        128,
        96,
        steps,
        OptionalLong.of(42),
        Optional.empty(),
        deadline);
  }

  static TextJob completion(String prompt) {
    return new TextJob(
        TextJob.Kind.COMPLETION,
        prompt,
        Optional.empty(),
        List.of(),
        Optional.of("test-model"),
        OptionalInt.of(64),
        OptionalInt.of(700),
        Duration.ofSeconds(30));
  }

  static TextJob chat(String question) {
    return chat(question, Duration.ofSeconds(30));
  }

  static TextJob chat(String question, Duration deadline) {
    return new TextJob(
        TextJob.Kind.CHAT,
        "",
        Optional.of("You are kind."),
        List.of(
            new Turn(Turn.Speaker.USER, "Hello"),
            new Turn(Turn.Speaker.ASSISTANT, "Hello!"),
            new Turn(Turn.Speaker.USER, question)),
        Optional.of("test-model"),
        OptionalInt.of(128),
        OptionalInt.empty(),
        deadline);
  }

  static UpstreamSettings settings(URI url) {
    return settings(url, Duration.ofSeconds(20), 8 * 1024 * 1024);
  }

  static UpstreamSettings settings(URI url, Duration idle, long maxBytes) {
    return new UpstreamSettings(
        url, Optional.empty(), Optional.empty(), Duration.ofSeconds(5), idle, maxBytes);
  }

  static UpstreamSettings withKey(URI url) {
    return new UpstreamSettings(
        url,
        Optional.of("configured-model"),
        Optional.of(SecretBytes.copyOf(KEY.getBytes(StandardCharsets.UTF_8))),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        1024 * 1024);
  }
}
