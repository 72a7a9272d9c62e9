package org.officeos.session.relationship;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes files whose seal is right and whose content is not. */
final class Reseal {

  private Reseal() {}

  /** {@code body} with a valid last line after it. */
  static byte[] seal(byte[] body) {
    String last =
        "sha256=" + HexFormat.of().formatHex(SealedWriter.sha256(body, body.length)) + "\n";
    byte[] sealed = Arrays.copyOf(body, body.length + last.length());
    System.arraycopy(
        last.getBytes(StandardCharsets.US_ASCII), 0, sealed, body.length, last.length());
    return sealed;
  }

  /** A sealed file's text without its last line. */
  static String body(byte[] sealed) {
    String text = new String(sealed, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.lastIndexOf("sha256="));
  }

  static byte[] withFirstLine(byte[] sealed, String line) {
    String body = body(sealed);
    return seal((line + body.substring(body.indexOf('\n'))).getBytes(StandardCharsets.ISO_8859_1));
  }
}
