package org.officeos.hil.lab;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.handheld.group.StandingGroup;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.session.EndpointConfig;
import org.officeos.session.PairingOffer;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.FileRelationshipStore;
import org.officeos.session.relationship.RelationshipId;

/** The handheld's end of the session, in its namespace, and the way there. */
final class HandheldEnd {

  /** Bytes of one answer of a stream. */
  static final int ANSWER = 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 4;
  private static final int SMALL_DATA = 112;
  private static final int SMALL_ANSWER = 200;

  private final HandheldGroup group;
  private final SessionEndpoint endpoint;
  private final Instruction small = echo(SMALL_DATA, SMALL_ANSWER);
  private final Instruction large = echo(0, ANSWER);
  private @Nullable RelationshipId relationship;
  private @Nullable Session session;

  private HandheldEnd(String host, Path store) throws Exception {
    group = new HandheldGroup(Hosts.bus(host));
    endpoint =
        SessionEndpoints.create(
            EndpointConfig.handheld(
                FileRelationshipStore.open(store, InstantSource.system(), new SecureRandom())));
  }

  /** Its host's name and its store's folder; then lines. */
  public static void main(String[] arguments) throws Exception {
    HandheldEnd end = new HandheldEnd(arguments[0], Path.of(arguments[1]));
    EndLoop.run(end::on);
  }

  private List<Double> on(String[] words) throws Exception {
    return switch (words[0]) {
      case "pair" -> pair(MacAddress.parse(words[1]));
      case "return" -> comeBack();
      case "leave" -> leave();
      case "stream" -> streams(Integer.parseInt(words[1]));
      case "trips" -> trips(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      case "crypto" -> new BareCrypto().millis(Integer.parseInt(words[1]));
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private static Instruction echo(int data, int answer) {
    return Instruction.of(Opcode.ECHO)
        .with(Field.DATA, new byte[data])
        .with(Field.ANSWER_SIZE, answer);
  }

  /** Into the laptop's group by button, then the six digits, which nobody looks at here. */
  private List<Double> pair(MacAddress address) throws Exception {
    long began = System.nanoTime();
    StandingGroup standing = group.sought(new KnownLaptop(address));
    double grouped = secondsSince(began);
    relationship = paired(standing, ATTEMPTS);
    return List.of(grouped, secondsSince(began));
  }

  /** A runtime that has just started is, on an emulated processor, slower than a laptop waits. */
  private RelationshipId paired(StandingGroup standing, int attempts) throws Exception {
    PairingOffer offer = new PairingOffer("lab handheld", PairingOffer.DEFAULT_LIFETIME);
    try {
      return endpoint
          .pair(group.socket(standing), code -> CompletableFuture.completedFuture(true), offer)
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .id();
    } catch (ExecutionException e) {
      if (attempts == 1) {
        throw e;
      }
      return paired(standing, attempts - 1);
    }
  }

  /** Seconds until the group had its address, and until the laptop had the first instruction. */
  private List<Double> comeBack() throws Exception {
    RelationshipId with = requireNonNull(relationship);
    long began = System.nanoTime();
    CompletableFuture<Void> prepared = endpoint.prepare(with);
    StandingGroup standing = group.soughtAgain();
    double grouped = secondsSince(began);
    prepared.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    session =
        endpoint.open(group.socket(standing), with).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    byte[] answer = ask(small, ResponseListener.COLLECT).body();
    return List.of(grouped, (ByteBuffer.wrap(answer).getLong() - began) / 1e9);
  }

  private List<Double> leave() {
    if (session != null) {
      session.close();
    }
    group.leave();
    return List.of();
  }

  private ReceivedResponse ask(Instruction instruction, ResponseListener listener)
      throws Exception {
    return requireNonNull(session)
        .send(instruction, listener)
        .response()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Megabits a second of large answers, one after the other, for at least that many seconds. */
  private List<Double> streams(int least) throws Exception {
    CountingListener counting = new CountingListener();
    long began = System.nanoTime();
    do {
      ask(large, counting);
    } while (secondsSince(began) < least);
    if (counting.bytes() % ANSWER != 0) {
      throw new IllegalStateException("not what was asked for: " + counting.bytes() + " bytes");
    }
    return List.of(counting.bytes() * 8 / 1e6 / secondsSince(began));
  }

  /** Milliseconds of each instruction with its answer, with a pause before each, as ping has. */
  private List<Double> trips(int count, int pauseMillis) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
      long began = System.nanoTime();
      ask(small, ResponseListener.COLLECT);
      millis.add(secondsSince(began) * 1e3);
    }
    return millis;
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
