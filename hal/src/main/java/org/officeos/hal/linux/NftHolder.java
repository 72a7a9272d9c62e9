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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.fence.RuleHolder;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.fence.RuleLoadException.Reason;

/**
 * {@link RuleHolder} by the program {@code nft}, which reads commands for as long as this holds its
 * standard input open: the rules belong to its socket. It ends when this process does, however that
 * ends.
 *
 * <p>After each line of rules it is asked for a table that is not there, of another name each time.
 * That it cannot find that one says that it is through with the line; what it says of earlier ones
 * is no answer.
 */
public final class NftHolder implements RuleHolder {

  private static final int MOST_RULES = 1 << 12;
  private static final int MOST_SAID = 1 << 16;
  private static final int TICK_MILLIS = 5;
  private static final int MOST_TICKS = 400;
  private static final String MARK = "officeos_said_";
  private static final String NOT_EVEN_LOOKED = "cache initialization failed";
  private static final Pattern OF_A_MARK =
      Pattern.compile("Error[^\n]*\n[^\n]*" + MARK + "[0-9]+\n");

  private final List<Path> places;
  private Optional<Process> holder = Optional.empty();
  private Optional<Process> before = Optional.empty();
  private Optional<HeldTable> held = Optional.empty();
  private int asked;
  private int ticks;

  /** The system's own. */
  public NftHolder() {
    this(NftProgram.PLACES);
  }

  NftHolder(List<Path> places) {
    this.places = List.copyOf(places);
  }

  @Override
  public void hold(HeldTable table) throws RuleLoadException {
    ticks = MOST_TICKS;
    boolean anew = !holds();
    if (anew) {
      start();
      give(HeldTable.PACKETS);
    }
    if (!anew || !table.equals(HeldTable.PACKETS)) {
      give(table);
    }
  }

  @Override
  public boolean holds() {
    return held.isPresent() && holder.filter(Process::isAlive).isPresent();
  }

  /** The tables of one before go when it has gone. */
  private void start() throws RuleLoadException {
    close();
    boolean gone = before.isEmpty();
    while (!gone && ticks > 0) {
      gone = ended(before.get());
    }
    before = Optional.empty();
    Optional<Path> program = places.stream().filter(Files::isExecutable).findFirst();
    if (program.isEmpty()) {
      throw new RuleLoadException(Reason.NO_PROGRAM, "");
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(program.get().toString(), "-i");
      builder.redirectErrorStream(true).environment().clear();
      holder = Optional.of(builder.start());
    } catch (IOException e) {
      throw new RuleLoadException(Reason.REFUSED, NftProgram.shown(String.valueOf(e.getMessage())));
    }
  }

  /** One line of rules, all or nothing of it. Where nobody knows which, nothing is held. */
  private void give(HeldTable table) throws RuleLoadException {
    String mark = MARK + ++asked;
    byte[] text = (table.insteadOf(held) + "\nlist table inet " + mark + "\n").getBytes(US_ASCII);
    if (text.length > MOST_RULES) {
      throw new IllegalArgumentException("rules of " + text.length + " bytes");
    }
    boolean answered = false;
    try {
      Process process = holder.orElseThrow();
      write(process, text);
      Optional<String> refusal = answer(process, mark);
      answered = refusal.isEmpty() || held.isPresent();
      if (refusal.isPresent()) {
        throw NftProgram.refused(refusal.get());
      }
      held = Optional.of(table);
    } catch (IOException e) {
      throw new RuleLoadException(Reason.REFUSED, NftProgram.shown(String.valueOf(e.getMessage())));
    } finally {
      if (!answered) {
        close();
      }
    }
  }

  /** One that ends without reading says by its exit why. The stream stays open. */
  private static void write(Process process, byte[] text) {
    try {
      OutputStream in = process.getOutputStream();
      in.write(text);
      in.flush();
    } catch (IOException e) {
      // See above.
    }
  }

  /** What it has against the rules, if anything. */
  private Optional<String> answer(Process process, String mark)
      throws IOException, RuleLoadException {
    Pattern end = Pattern.compile("Error[^\n]*\n[^\n]*" + mark + "\n|table inet " + mark + " \\{");
    InputStream out = process.getInputStream();
    StringBuilder said = new StringBuilder();
    while (ticks > 0 && said.length() < MOST_SAID) {
      boolean ended = ended(process);
      said.append(new String(out.readNBytes(Math.min(MOST_SAID, out.available())), ISO_8859_1));
      Matcher through = end.matcher(said);
      if (through.find()) {
        String words = OF_A_MARK.matcher(said.substring(0, through.start())).replaceAll("");
        return words.contains("Error") ? Optional.of(words) : Optional.empty();
      } else if (ended || said.indexOf(NOT_EVEN_LOOKED) >= 0) {
        throw NftProgram.refused(said.toString());
      }
    }
    throw new RuleLoadException(Reason.TIMED_OUT, NftProgram.shown(said.toString()));
  }

  private boolean ended(Process process) throws RuleLoadException {
    ticks--;
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
    before = holder.or(() -> before);
    holder = Optional.empty();
    held = Optional.empty();
  }
}
