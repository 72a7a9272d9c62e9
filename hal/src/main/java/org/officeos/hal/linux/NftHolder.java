package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.officeos.hal.fence.RuleHolder;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoadException.Reason;

/**
 * {@link RuleHolder} by the program {@code nft}, which reads commands for as long as this holds its
 * standard input open: the rules belong to its socket. It ends when this process does, however that
 * ends.
 */
public final class NftHolder implements RuleHolder {

  private static final int MOST_RULES = 1 << 12;
  private static final int MOST_SAID = 1 << 12;
  private static final int TICK_MILLIS = 5;
  private static final int MOST_TICKS = 400;

  private final List<Path> places;
  private Optional<Process> holder = Optional.empty();

  /** The system's own. */
  public NftHolder() {
    this(NftProgram.PLACES);
  }

  NftHolder(List<Path> places) {
    this.places = List.copyOf(places);
  }

  @Override
  public void hold(String rules) throws RuleLoadException {
    byte[] text = (rules + "\nlist tables\n").getBytes(US_ASCII);
    if (text.length > MOST_RULES || rules.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("rules of " + text.length + " bytes");
    }
    close();
    Optional<Path> program = places.stream().filter(Files::isExecutable).findFirst();
    if (program.isEmpty()) {
      throw new RuleLoadException(Reason.NO_PROGRAM, "");
    }
    boolean held = false;
    try {
      ProcessBuilder builder = new ProcessBuilder(program.get().toString(), "-i");
      builder.redirectErrorStream(true).environment().clear();
      Process process = builder.start();
      holder = Optional.of(process);
      give(process, text);
      await(process);
      held = true;
    } catch (IOException e) {
      throw new RuleLoadException(Reason.REFUSED, NftProgram.shown(String.valueOf(e.getMessage())));
    } finally {
      if (!held) {
        close();
      }
    }
  }

  /** One that ends without reading says by its exit why. The stream stays open. */
  private static void give(Process process, byte[] text) {
    try {
      OutputStream in = process.getOutputStream();
      in.write(text);
      in.flush();
    } catch (IOException e) {
      // See above.
    }
  }

  /** Until it lists tables, which it does once it dealt with the rules. */
  private static void await(Process process) throws IOException, RuleLoadException {
    InputStream out = process.getInputStream();
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < MOST_TICKS && said.length() < MOST_SAID; i++) {
      boolean ended = ended(process);
      said.append(new String(out.readNBytes(Math.min(MOST_SAID, out.available())), ISO_8859_1));
      String words = said.toString();
      if (words.contains("Error") || ended) {
        throw NftProgram.refused(words);
      } else if (words.contains("table ")) {
        return;
      }
    }
    throw new RuleLoadException(Reason.TIMED_OUT, NftProgram.shown(said.toString()));
  }

  private static boolean ended(Process process) throws RuleLoadException {
    try {
      return process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuleLoadException(Reason.TIMED_OUT, "interrupted");
    }
  }

  @Override
  public void close() {
    holder.ifPresent(Process::destroyForcibly);
    holder = Optional.empty();
  }
}
