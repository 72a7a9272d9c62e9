package org.officeos.handheld.cli;

/** Where the process begins, and the only place where it ends. */
public final class Main {

  private static final long PATIENCE_MILLIS = 5000;

  private Main() {}

  /** Runs one command line. */
  public static void main(String[] arguments) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> onSignal(interruption), "officeos-interrupted"));
    int exit = Exit.FAULT.code();
    try {
      exit = OfficeCommand.run(RealMachine.create(), interruption, arguments);
    } finally {
      interruption.end(exit);
    }
    System.exit(exit);
  }

  /** After Ctrl-C the process ends with the command's own code; with nothing under way, as is. */
  private static void onSignal(Interruption interruption) {
    if (!interruption.hasEnded() && interruption.cancelAll()) {
      Runtime.getRuntime().halt(interruption.awaitEnd(PATIENCE_MILLIS));
    }
  }
}
