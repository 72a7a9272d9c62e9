package org.officeos.hil.demo;

import java.nio.file.Path;

/**
 * What the demonstration was asked to do. The script {@code ./demo} checks what people type; this
 * takes what the script hands over.
 *
 * @param product the folder with {@code bin/} in it
 * @param prompt what to draw
 * @param chat what to ask
 * @param out where results go
 * @param way what is between the two devices
 * @param live whether standard output is a terminal that lines can be painted over in
 * @param keep leave the devices' state
 */
record DemoOptions(
    Path product, String prompt, String chat, Path out, Way way, boolean live, boolean keep) {

  /** What is between the two devices. */
  enum Way {
    /** This machine's loopback. */
    LOOPBACK,
    /** A virtual pair between two network namespaces. */
    NAMESPACES,
    /** Simulated air, inside the radio lab's guest. */
    RADIO
  }

  /**
   * Where every process's words go when it fails; inside the guest only the results can be kept.
   */
  Path logs() {
    return way == Way.RADIO ? out.resolve("processes") : product.resolve("target").resolve("demo");
  }

  static DemoOptions parse(String[] words) {
    Path product = Path.of("").toAbsolutePath();
    Path out = product.resolve("out");
    String prompt = "robot cat in space";
    String chat = "What can you see from up there?";
    Way way = Way.LOOPBACK;
    boolean live = false;
    boolean keep = false;
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--netns" -> way = Way.NAMESPACES;
        case "--radio" -> way = Way.RADIO;
        case "--live" -> live = true;
        case "--keep" -> keep = true;
        case "--product" -> product = Path.of(value(words, ++i));
        case "--out" -> out = Path.of(value(words, ++i));
        case "--prompt" -> prompt = value(words, ++i);
        case "--chat" -> chat = value(words, ++i);
        default -> throw new IllegalArgumentException("unknown argument: " + words[i]);
      }
    }
    return new DemoOptions(product, prompt, chat, out, way, live, keep);
  }

  private static String value(String[] words, int at) {
    if (at >= words.length) {
      throw new IllegalArgumentException(words[at - 1] + " wants a value");
    }
    return words[at];
  }
}
