package org.officeos.laptop.relay;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.officeos.laptop.budget.Budgets;
import org.officeos.laptop.budget.Limit;
import org.officeos.laptop.image.ImageLimits;
import org.officeos.laptop.testing.Devices;
import org.officeos.laptop.testing.FakeImages;
import org.officeos.laptop.testing.FakeResponder;
import org.officeos.laptop.testing.FakeTexts;
import org.officeos.laptop.testing.MemoryTrail;
import org.officeos.laptop.testing.PngFile;
import org.officeos.laptop.upstream.ImageService;
import org.officeos.laptop.upstream.TextService;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.testing.InMemoryRelationshipStore;
import org.officeos.session.testing.SettableClock;

/** A relay with one paired device, fakes around it, and clocks that stand still. */
final class RelayRig implements AutoCloseable {

  static final byte[] PICTURE = PngFile.of(64, 48);

  final SettableClock clock = SettableClock.atNoon();
  final AtomicLong nanos = new AtomicLong(1);
  final MemoryTrail trail = new MemoryTrail();
  final RelationshipViews views = new RelationshipViews();
  final InMemoryRelationshipStore store;
  final Budgets budgets;
  final Relay relay;
  final Relationship device;
  private final AtomicLong messages = new AtomicLong();

  RelayRig(Optional<ImageService> images, Optional<TextService> texts, Map<Opcode, Limit> changed) {
    Map<Opcode, Limit> limits = new EnumMap<>(Opcode.class);
    for (Opcode opcode : Opcode.values()) {
      limits.put(opcode, new Limit(600, 50));
    }
    limits.putAll(changed);
    RelaySettings settings =
        new RelaySettings(
            "Test laptop",
            images.isPresent() ? "real" : "none",
            texts.isPresent() ? "stand_in" : "none",
            limits,
            256 * 256,
            20,
            100,
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            false,
            Duration.ofMillis(50));
    store =
        new InMemoryRelationshipStore(
            IdentityKey.generate(new java.security.SecureRandom()), clock);
    budgets = new Budgets(limits, nanos::get);
    relay =
        new Relay(
            settings,
            new RelayServices(images, texts, new StandardPictures(ImageLimits.standard())),
            store,
            views,
            budgets,
            trail,
            trail,
            clock,
            nanos::get);
    device = Devices.allowed();
    add(device);
  }

  static RelayRig drawing(FakeImages images) {
    return new RelayRig(Optional.of(images), Optional.empty(), Map.of());
  }

  static RelayRig writing(FakeTexts texts) {
    return new RelayRig(Optional.empty(), Optional.of(texts), Map.of());
  }

  void add(Relationship relationship) {
    try {
      store.add(relationship);
    } catch (StoreException e) {
      throw new IllegalStateException(e);
    }
  }

  FakeResponder send(Instruction instruction) {
    return send(device, instruction);
  }

  FakeResponder send(Relationship from, Instruction instruction) {
    FakeResponder responder = new FakeResponder();
    send(from, instruction, responder);
    return responder;
  }

  void send(Relationship from, Instruction instruction, FakeResponder responder) {
    relay.onInstruction(Devices.received(from, messages.incrementAndGet(), instruction), responder);
  }

  /** Waits until nothing is inside; fails after a minute. */
  void awaitEmpty() throws InterruptedException {
    for (int i = 0; i < 6000 && relay.open() > 0; i++) {
      Thread.sleep(10);
    }
    if (relay.open() > 0) {
      throw new AssertionError(relay.open() + " requests are still inside");
    }
  }

  @Override
  public void close() {
    relay.close();
  }
}
