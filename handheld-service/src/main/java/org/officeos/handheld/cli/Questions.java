package org.officeos.handheld.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;

/** Lines that the person, or a script, types. */
final class Questions {

  private final BufferedReader in;

  Questions(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** The next line, or empty at the end of the input. */
  Optional<String> next() throws OfficeException {
    try {
      return Optional.ofNullable(in.readLine());
    } catch (IOException e) {
      throw OfficeException.of(Reason.FILE, "standard input: " + e.getMessage(), e);
    }
  }
}
