package org.officeos.hal.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.report.WaiverException.Reason;

/**
 * Reads waivers, one on a line: an id, the last day, and the reason in words. {@code ID=SUBJECT}
 * waives one thing only. Empty lines and those that begin with {@code #} are passed over.
 *
 * <pre>
 * AGL-FLT-03 2027-03-31 the vendor's kernel 4.9 has no hook on egress
 * AGL-SVC-05=ssh.service 2026-12-31 while the image is being made
 * </pre>
 */
public final class Waivers {

  private Waivers() {}

  /**
   * The waivers of a file's lines.
   *
   * @throws WaiverException {@code UNKNOWN_ID}, {@code NO_DATE}, {@code NO_REASON}
   */
  public static List<Waiver> read(List<String> lines) throws WaiverException {
    List<Waiver> waivers = new ArrayList<>();
    int number = 0;
    for (String line : lines) {
      number++;
      String bare = line.strip();
      if (!bare.isEmpty() && !bare.startsWith("#")) {
        waivers.add(waiver(bare.split("\\s+", 3), number));
      }
    }
    return List.copyOf(waivers);
  }

  private static Waiver waiver(String[] words, int line) throws WaiverException {
    String[] about = words[0].split("=", 2);
    LeakVector vector = vector(about[0], line);
    LocalDate until = date(words.length > 1 ? words[1] : "", line);
    if (words.length < 3) {
      throw new WaiverException(Reason.NO_REASON, line);
    }
    return new Waiver(vector, about.length > 1 ? about[1] : "", until, words[2], line);
  }

  private static LeakVector vector(String id, int line) throws WaiverException {
    return LeakVector.ofId(id).orElseThrow(() -> new WaiverException(Reason.UNKNOWN_ID, line));
  }

  private static LocalDate date(String text, int line) throws WaiverException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new WaiverException(Reason.NO_DATE, line);
    }
  }
}
