package org.officeos.laptop.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.officeos.laptop.config.Words;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.control.ControlException.Reason;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.control.LineChannel;
import org.officeos.laptop.radio.GroupDriver;
import org.officeos.session.PairingCode;
import org.officeos.session.PairingDialog;
import org.officeos.session.PairingOffer;
import org.officeos.session.PairingWindow;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/**
 * One pairing as the command line sees it: {@code open}, then {@code code} for each attempt, to
 * which it answers {@code {"confirm": true, "code": "482913"}} or false, and {@code attempt_failed}
 * where the handheld's side ends one; then {@code paired} or an error. A yes counts for the code
 * that it names only: the person may have compared one while another handheld came. When the
 * command goes away, the window closes. Everything comes through one queue to one thread.
 */
final class PairTalk {

  private sealed interface Happening {}

  private record Code(PairingCode code, CompletableFuture<Boolean> answer) implements Happening {}

  private record Missed(SessionException.Reason why) implements Happening {}

  private record Line(ObjectNode words) implements Happening {}

  private record Gone(Optional<ControlException> why) implements Happening {}

  private record Paired(Relationship relationship) implements Happening {}

  private record Failed(Throwable why) implements Happening {}

  private final RelationshipStore store;
  private final LineChannel line;
  private final Optional<GroupDriver> radio;
  private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>(64);
  private @Nullable CompletableFuture<Boolean> pending;
  private String shown = "";

  /**
   * A conversation.
   *
   * @param radio lets a handheld into its group meanwhile
   */
  PairTalk(RelationshipStore store, LineChannel line, Optional<GroupDriver> radio) {
    this.store = store;
    this.line = line;
    this.radio = radio;
  }

  /** Runs until it is paired; the new relationship. */
  Relationship run(SessionEndpoint endpoint, PairingOffer offer)
      throws ControlException, InterruptedException {
    boolean done = false;
    Set<PeerIdentity> known = known();
    PairingWindow window = open(endpoint, offer);
    try {
      radio.ifPresent(driver -> driver.pairing(true));
      ObjectNode opened = Json.event("open");
      opened.put("seconds", PairingWindow.MAX_SECONDS).put("name", offer.name());
      opened.set("radio", RadioWords.of(radio.map(GroupDriver::status)));
      line.write(opened);
      CompletableFuture<Relationship> unused =
          window
              .paired()
              .whenComplete(
                  (relationship, fault) ->
                      put(fault == null ? new Paired(relationship) : new Failed(fault)));
      Thread reader = new Thread(this::readLines, Thread.currentThread().getName() + "-reader");
      reader.setDaemon(true);
      reader.start();
      Relationship paired = untilPaired();
      done = true;
      line.write(
          ControlWords.relationship("paired", paired).put("known", known.contains(paired.peer())));
      return paired;
    } finally {
      answer(false);
      window.close();
      boolean paired = done;
      radio.ifPresent(driver -> driver.pairingEnded(paired, Changes.isAlone(store)));
    }
  }

  private PairingWindow open(SessionEndpoint endpoint, PairingOffer offer) throws ControlException {
    try {
      return endpoint.openPairing(new Dialog(), offer);
    } catch (IllegalStateException e) {
      throw new ControlException(
          Reason.BUSY, "a pairing window is open already; end the other officeos-laptop pair");
    }
  }

  private Relationship untilPaired() throws ControlException, InterruptedException {
    while (true) {
      Happening happening = happenings.take();
      if (happening instanceof Code code) {
        answer(false);
        pending = code.answer();
        shown = code.code().digits();
        line.write(
            Json.event("code")
                .put("code", code.code().digits())
                .put("display", code.code().display()));
      } else if (happening instanceof Line words) {
        confirm(words.words());
      } else if (happening instanceof Missed missed) {
        missed(missed.why());
      } else if (happening instanceof Gone gone) {
        throw gone.why()
            .orElseGet(() -> new ControlException(Reason.CLOSED, "the command went away"));
      } else if (happening instanceof Failed failed) {
        throw refused(reasonOf(failed.why()));
      } else if (happening instanceof Paired paired) {
        return paired.relationship();
      }
    }
  }

  private void confirm(ObjectNode words) throws ControlException {
    if (!ControlWords.flag(words, "confirm")) {
      answer(false);
      throw refused(SessionException.Reason.NOT_CONFIRMED_HERE);
    }
    if (!shown.isEmpty() && words.path("code").asText().equals(shown)) {
      answer(true);
    }
  }

  /** What failed before it had a code was nothing that the person knows of. */
  private void missed(SessionException.Reason why) throws ControlException {
    if (shown.isEmpty()) {
      return;
    }
    shown = "";
    answer(false);
    line.write(
        Json.event("attempt_failed").put("reason", Words.of(why)).put("explanation", next(why)));
  }

  private void readLines() {
    try {
      Optional<ObjectNode> words = line.read();
      while (words.isPresent()) {
        put(new Line(words.get()));
        words = line.read();
      }
      put(new Gone(Optional.empty()));
    } catch (ControlException e) {
      put(new Gone(Optional.of(e)));
    }
  }

  /** Never blocks; a command that floods is cut off, because its words no longer fit. */
  private void put(Happening happening) {
    if (!happenings.offer(happening)) {
      line.close();
    }
  }

  private void answer(boolean confirmed) {
    CompletableFuture<Boolean> open = pending;
    pending = null;
    if (open != null) {
      open.complete(confirmed);
    }
  }

  private Set<PeerIdentity> known() throws ControlException {
    try {
      Set<PeerIdentity> known = new HashSet<>();
      store.all().forEach(relationship -> known.add(relationship.peer()));
      store.endedPeers().stream().map(EndedPeer::identity).forEach(known::add);
      return known;
    } catch (StoreException e) {
      throw new ControlException(Reason.REFUSED, String.valueOf(e.getMessage()));
    }
  }

  private static SessionException.Reason reasonOf(Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    return cause instanceof SessionException ended
        ? ended.reason()
        : SessionException.Reason.INTERNAL;
  }

  private static ControlException refused(SessionException.Reason reason) {
    return new ControlException(Reason.REFUSED, Words.of(reason) + ": " + next(reason));
  }

  private static String next(SessionException.Reason reason) {
    return switch (reason) {
      case NOT_CONFIRMED_HERE -> "the codes were not confirmed as equal; nothing was stored";
      case NOT_CONFIRMED_BY_PEER -> "the handheld did not confirm; nothing was stored, pair again";
      case WINDOW_CLOSED -> "nobody paired in time, or too many attempts failed; pair again";
      default -> "pair again";
    };
  }

  /** Called on the session's threads: only puts what it hears into the queue. */
  private final class Dialog implements PairingDialog {

    @Override
    public CompletionStage<Boolean> confirm(PairingCode code) {
      CompletableFuture<Boolean> answer = new CompletableFuture<>();
      put(new Code(code, answer));
      return answer;
    }

    @Override
    public void onAttemptFailed(SessionException.Reason reason) {
      put(new Missed(reason));
    }
  }
}
