package org.officeos.handheld.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.client.OfficeClient;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.RetryPolicy;
import org.officeos.handheld.link.LinkSpec;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code officeos revoke}. */
@CommandLine.Command(
    name = "revoke",
    description = {
      "Ends the relationship on this device: its keys are erased here, whether or not the laptop"
          + " can be reached. A session, if one can be had within three seconds (over the air twenty),"
          + " tells the laptop, which then erases its own.",
      "If the laptop could not be told, revoke this device there too: officeos-laptop revoke."
    },
    footer = {"%nExample:", "  officeos revoke --relationship 5f3a"})
final class RevokeCommand extends AskingCommand {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration PATIENCE_ON_AIR = Duration.ofSeconds(20);

  @Option(names = "--local", description = "Do not try to tell the laptop.")
  boolean local;

  RevokeCommand(Machine machine, Interruption interruption) {
    super(machine, interruption);
  }

  @Override
  void run(Voice voice) throws OfficeException, InterruptedException {
    LinkSpec spec = link.spec(machine);
    try (Desk desk = Desk.open(machine, common)) {
      Relationship relationship = desk.relationship(peer);
      Optional<OfficeClient.Farewell> farewell =
          local ? Optional.empty() : farewell(desk, relationship, spec, voice);
      erase(desk, relationship);
      desk.air().sweep(desk.store());
      boolean forgotten = !desk.air().hasToForget() || forget(desk, spec);
      boolean told = farewell.isPresent() && say(farewell.get());
      String name = TerminalText.sanitizeLine(relationship.peerName());
      voice.say(
          JsonVoice.event("done")
              .put("kind", "revoke")
              .put("laptop_told", told)
              .put("group_forgotten", forgotten)
              .put("relationship", DoneEvent.relationship(relationship).build()),
          words(name, told, forgotten));
    }
  }

  private static List<String> words(String name, boolean told, boolean forgotten) {
    List<String> words = new ArrayList<>();
    words.add("Revoked the relationship with " + name + "; its keys are erased here.");
    words.add(
        told
            ? name + " was told."
            : name + " was not told: revoke this device there too, officeos-laptop revoke.");
    if (!forgotten) {
      words.add(
          "Its Wi-Fi Direct group could not be forgotten now; the next officeos link or officeos"
              + " pair over the air does it.");
    }
    return words;
  }

  /** The radio as it is: a farewell over the air may have it open as well. */
  private boolean forget(Desk desk, LinkSpec spec) throws InterruptedException {
    String interfaceName =
        spec instanceof LinkSpec.WifiDirect wifi ? wifi.interfaceName() : LinkSpec.WifiDirect.USUAL;
    try (WifiP2p wifi = machine.radios().watch(interfaceName)) {
      return desk.air().forgetting(desk.store()).run(wifi, PATIENCE);
    } catch (OfficeException stillWrittenDown) {
      return false;
    }
  }

  private void erase(Desk desk, Relationship relationship) throws OfficeException {
    try {
      desk.store().erase(relationship.id(), EndedPeer.Why.REVOKED_HERE, machine.clock().instant());
    } catch (StoreException e) {
      throw OfficeException.of(e);
    }
  }

  /** A session to say it in, or nothing: no failure here may keep the keys from being erased. */
  private Optional<OfficeClient.Farewell> farewell(
      Desk desk, Relationship relationship, LinkSpec spec, Voice voice) {
    try {
      OfficeClient client =
          new OfficeClient(
              desk.endpoint(),
              desk.links(spec, relationship, voice),
              relationship.id(),
              RetryPolicy.NEVER,
              machine.random(),
              machine.nanos());
      boolean onAir = spec instanceof LinkSpec.WifiDirect;
      return within(onAir ? PATIENCE_ON_AIR : PATIENCE, client::farewell);
    } catch (OfficeException | RuntimeException unreachable) {
      return Optional.empty();
    }
  }

  private boolean say(OfficeClient.Farewell farewell) {
    return within(
            PATIENCE,
            () -> {
              farewell.say();
              return true;
            })
        .orElse(false);
  }

  private interface Step<T> {
    T take() throws OfficeException, InterruptedException;
  }

  @SuppressWarnings("try") // the resource only ends
  private <T> Optional<T> within(Duration patience, Step<T> step) {
    FutureTask<T> task = new FutureTask<>(step::take);
    Thread thread = new Thread(task, "officeos-farewell");
    thread.setDaemon(true);
    thread.start();
    Runnable giveUp = () -> task.cancel(true);
    try (Interruption.Watch watch = interruption.during(giveUp)) {
      return Optional.of(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      task.cancel(true);
      return Optional.empty();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
