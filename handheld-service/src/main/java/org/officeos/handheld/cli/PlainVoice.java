package org.officeos.handheld.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.screen.ProgressPrinter;
import org.officeos.session.Progress;

/**
 * Answers on standard output, everything else on standard error. Whatever came from outside is made
 * harmless here, where it meets the terminal. Used by one thread at a time.
 */
final class PlainVoice implements Voice {

  private final PrintStream out;
  private final PrintStream err;
  private final ProgressPrinter progress;
  private boolean inText;
  private boolean lineIsOpen;

  PlainVoice(PrintStream out, PrintStream err, ProgressPrinter progress) {
    this.out = out;
    this.err = err;
    this.progress = progress;
  }

  @Override
  public synchronized void say(JsonObject event, List<String> lines) {
    finishLine();
    lines.forEach(out::println);
    out.flush();
  }

  @Override
  public synchronized void note(JsonObject event, List<String> lines) {
    finishLine();
    lines.forEach(err::println);
    err.flush();
  }

  @Override
  public synchronized void problem(OfficeException e, int exitCode) {
    finishLine();
    err.println("officeos: " + e.reason().cause());
    e.detail().ifPresent(detail -> err.println("  " + TerminalText.sanitizeLine(detail)));
    err.println("  " + e.reason().nextStep());
    e.retryAfterMillis()
        .ifPresent(millis -> err.println("  Try again in " + (millis + 999) / 1000 + " s."));
    err.flush();
  }

  @Override
  public synchronized void endOfText() {
    finishLine();
    inText = false;
  }

  @Override
  public synchronized void onProgress(Progress word) {
    if (!inText) {
      progress.show(word.permille(), word.step(), word.steps(), word.etaMillis());
    }
  }

  @Override
  public synchronized void onToken(String text) {
    String harmless = TerminalText.sanitize(text);
    if (!harmless.isEmpty()) {
      progress.clear();
      inText = true;
      lineIsOpen = !harmless.endsWith("\n");
      out.print(harmless);
      out.flush();
    }
  }

  @Override
  public synchronized void onRetry(Reason reason, Duration pause) {
    finishLine();
    err.println(reason.cause() + " Trying again.");
    err.flush();
  }

  private void finishLine() {
    progress.clear();
    if (lineIsOpen) {
      out.println();
      out.flush();
      lineIsOpen = false;
    }
  }
}
