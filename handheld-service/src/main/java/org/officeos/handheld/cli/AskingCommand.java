package org.officeos.handheld.cli;

import picocli.CommandLine.Mixin;

/** A command that asks a laptop it is paired with. */
abstract class AskingCommand extends Command {

  @Mixin final LinkOption link = new LinkOption();
  @Mixin final PeerOption peer = new PeerOption();

  AskingCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }
}
