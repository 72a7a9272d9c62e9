package org.officeos.laptop.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.officeos.session.testing.SettableClock;

/** The command with a person made of strings. */
final class CliRig {

  final Path home;
  final SettableClock clock = SettableClock.atNoon();
  private String out = "";
  private String err = "";

  CliRig(Path home) {
    this.home = home;
  }

  /** The configuration of this person. */
  void config(String text) throws IOException {
    Files.createDirectories(home.resolve(".config"));
    Files.writeString(home.resolve(".config").resolve("officeos-laptop.toml"), text);
  }

  Path state() {
    return home.resolve(".local").resolve("state").resolve("officeos-laptop");
  }

  int run(String... arguments) {
    return typing("", arguments);
  }

  int typing(String typed, String... arguments) {
    StringWriter outWords = new StringWriter();
    StringWriter errWords = new StringWriter();
    Terminal terminal =
        new Terminal(
            new BufferedReader(new StringReader(typed)),
            new PrintWriter(outWords, true),
            new PrintWriter(errWords, true),
            false,
            Map.of("HOME", home.toString()),
            clock,
            close -> {
              throw new AssertionError("no test serves here");
            });
    int status = LaptopCli.run(terminal, arguments);
    out = outWords.toString();
    err = errWords.toString();
    return status;
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }
}
