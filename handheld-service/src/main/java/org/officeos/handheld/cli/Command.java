package org.officeos.handheld.cli;

import java.util.concurrent.Callable;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.handheld.screen.ProgressPrinter;
import picocli.CommandLine.Mixin;

/** What all commands have in common: options, a voice, and one way to end. */
abstract class Command implements Callable<Integer> {

  @Mixin final CommonOptions common = new CommonOptions();

  final Machine machine;
  final Interruption interruption;

  Command(Machine machine, Interruption interruption) {
    this.machine = machine;
    this.interruption = interruption;
  }

  /** Does it, or says why not. */
  abstract void run(Voice voice) throws OfficeException, InterruptedException;

  @Override
  public final Integer call() {
    Voice voice = voice();
    try {
      run(voice);
      return Exit.DONE.code();
    } catch (OfficeException e) {
      return failed(voice, e);
    } catch (InterruptedException e) {
      return failed(voice, OfficeException.of(Reason.CANCELLED, "", e));
    } catch (UsageException e) {
      throw e;
    } catch (RuntimeException e) {
      return failed(voice, OfficeException.of(Reason.INTERNAL, String.valueOf(e), e));
    }
  }

  private static int failed(Voice voice, OfficeException e) {
    int exit = Exit.of(e.reason().outcome()).code();
    voice.problem(e, exit);
    return exit;
  }

  private Voice voice() {
    if (common.json) {
      return new JsonVoice(machine.out());
    }
    boolean terminal = machine.terminals().err();
    int columns = terminal ? machine.terminals().size().columns() : 0;
    return new PlainVoice(
        machine.out(), machine.err(), new ProgressPrinter(machine.err(), terminal, columns));
  }
}
