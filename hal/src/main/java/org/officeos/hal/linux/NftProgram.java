package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoadException.Reason;
import org.officeos.hal.fence.RuleLoader;

/**
 * {@link RuleLoader} by the program {@code nft}, which gets the rules on its standard input. It is
 * looked for in the folders of the system only, and inherits no environment.
 */
public final class NftProgram implements RuleLoader {

  static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/nft"), Path.of("/sbin/nft"), Path.of("/usr/bin/nft"));
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final int MOST_RULES = 1 << 16;
  private static final int MOST_SHOWN = 200;

  private final List<Path> places;
  private final Duration within;

  /** The system's own. */
  public NftProgram() {
    this(PLACES, WITHIN);
  }

  NftProgram(List<Path> places, Duration within) {
    this.places = List.copyOf(places);
    this.within = within;
  }

  @Override
  public void load(String rules) throws RuleLoadException {
    byte[] text = rules.getBytes(US_ASCII);
    if (text.length > MOST_RULES) {
      throw new IllegalArgumentException("rules of " + text.length + " bytes");
    }
    Optional<Path> program = places.stream().filter(Files::isExecutable).findFirst();
    if (program.isEmpty()) {
      throw new RuleLoadException(Reason.NO_PROGRAM, "");
    }
    try {
      run(program.get(), text);
    } catch (IOException e) {
      throw new RuleLoadException(Reason.REFUSED, shown(String.valueOf(e.getMessage())));
    }
  }

  private void run(Path program, byte[] rules) throws IOException, RuleLoadException {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "-f", "-");
    builder.redirectErrorStream(true).environment().clear();
    Process process = builder.start();
    boolean ended = false;
    try {
      give(process, rules);
      ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!ended) {
        process.destroyForcibly();
      }
    }
    if (!ended) {
      throw new RuleLoadException(Reason.TIMED_OUT, "");
    }
    if (process.exitValue() != 0) {
      throw refused(new String(process.getInputStream().readNBytes(MOST_RULES), ISO_8859_1));
    }
  }

  /** What it said as it did not do it. */
  static RuleLoadException refused(String said) {
    String words = shown(said);
    boolean rights = words.toLowerCase(Locale.ROOT).contains("operation not permitted");
    return new RuleLoadException(rights ? Reason.NOT_PERMITTED : Reason.REFUSED, words);
  }

  /** One that ends without reading says by its exit why. */
  private static void give(Process process, byte[] rules) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(rules);
    } catch (IOException e) {
      // See above.
    }
  }

  static String shown(String words) {
    String plain = words.replaceAll("[^ -~]+", " ").strip();
    return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) : plain;
  }
}
