package org.officeos.handheld.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.airgap.KernelRelease;
import org.officeos.hal.airgap.Opening;
import org.officeos.hal.guard.GuardKernel;
import org.officeos.hal.guard.GuardLoop;
import org.officeos.hal.linux.NetlinkException;
import org.officeos.hal.linux.Notification;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code officeos guard}. */
@CommandLine.Command(
    name = "guard",
    description = {
      "Shuts ways out of the air gap as they open, for as long as this runs: a service of the"
          + " system. Interfaces that may not be up are switched off, addresses and routes that lead"
          + " out are removed, other radios are blocked. Each is a line. Run it as root.",
      "Ctrl-C or SIGTERM ends it with 0 and opens nothing again. With --once it ends with 0 when"
          + " nothing stands open any more, otherwise with 5."
    },
    footer = {"%nExamples:", "  officeos guard --json", "  officeos guard --once --dry-run"})
final class GuardCommand extends Command {

  /** Rules have some hundred bytes; with a way they may have 64 KiB. */
  private static final int MOST_RULES = 32 << 10;

  /** How long {@code --once} keeps trying. */
  private static final long ONCE = 10_000_000_000L;

  @Option(names = "--once", description = "Shut what stands open now, and end.")
  boolean once;

  @Option(names = "--dry-run", description = "Shut nothing, only say what stands open.")
  boolean dry;

  @Option(
      names = "--filter",
      paramLabel = "FILE",
      description =
          "Keep the packet filter, too: where its rules are gone or wider than they may be, this file"
              + " is loaded again with nft, with the way of the group that stands. Besides, a table is"
              + " held that no other program can flush (Linux 5.12 and later).")
  @Nullable Path filter;

  GuardCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException {
    GuardVoice words = new GuardVoice(voice, machine.clock(), machine.nanos());
    Optional<String> rules = rules();
    try (GuardKernel kernel = machine.guards().open(rules.isPresent())) {
      GuardLoop loop =
          new GuardLoop(kernel, machine.nanos(), words, dry, rules, !once && canHold());
      if (once) {
        shutOnce(loop, voice);
      } else {
        keep(loop, voice);
      }
    } catch (NetlinkException e) {
      throw OfficeException.of(Reason.KERNEL, String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean canHold() {
    return KernelRelease.ofThisMachine().filter(KernelRelease::hasOwnedTables).isPresent();
  }

  /** Read before anything else: there may be no moment for it later. */
  private Optional<String> rules() throws OfficeException {
    Path file = filter;
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_RULES + 1);
      String text = new String(bytes, US_ASCII);
      if (bytes.length <= MOST_RULES && !text.isBlank() && text.indexOf('\ufffd') < 0) {
        return Optional.of(text);
      }
      throw OfficeException.of(
          Reason.RULES, file + ": not a text in ASCII of at most " + MOST_RULES + " bytes");
    } catch (IOException e) {
      throw OfficeException.of(Reason.RULES, String.valueOf(e.getMessage()), e);
    }
  }

  private static void shutOnce(GuardLoop loop, Voice voice) throws OfficeException {
    loop.begin();
    List<Opening> open = loop.settle(ONCE);
    loop.end();
    if (!open.isEmpty()) {
      throw OfficeException.of(
          Reason.AIR_GAP_OPEN, open.size() + (open.size() == 1 ? " thing." : " things."));
    }
    voice.say(
        JsonVoice.event("done").put("kind", "guard").put("open", 0),
        List.of("Nothing stands open."));
  }

  @SuppressWarnings("try") // the watch only ends
  private void keep(GuardLoop loop, Voice voice) throws OfficeException {
    ServiceWords manager = ServiceWords.of(machine, voice);
    AtomicBoolean asked = new AtomicBoolean();
    Runnable ask =
        () -> {
          asked.set(true);
          loop.wake();
        };
    try (Interruption.Watch watch = interruption.during(ask)) {
      loop.begin();
      loop.rehearse();
      manager.tell(Notification.READY);
      manager.tell(Notification.status(dry ? "Watches, and shuts nothing." : "Watches."));
      Pulse pulse = new Pulse(manager.watchdogEvery(), machine.nanos().getAsLong());
      while (!asked.get()) {
        loop.step(pulse.left(machine.nanos().getAsLong()));
        if (pulse.beats(machine.nanos().getAsLong())) {
          manager.tell(Notification.WATCHDOG);
        }
      }
      manager.tell(Notification.STOPPING);
      loop.end();
    }
  }
}
