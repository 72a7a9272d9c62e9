package org.officeos.session.relationship;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;

/**
 * A process that writes to a store as fast as it can and says what it did, one line each, once it
 * is done. Tests start it and kill it; it also ends when nobody listens any more.
 *
 * <p>Arguments: the store's folder, a seed, how many rounds, the ids of the relationship whose
 * counters it takes and of the one it counts in.
 */
final class StoreHammer {

  private StoreHammer() {}

  /** Runs until its rounds are over or somebody kills it. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
    RelationshipId counters = RelationshipId.fromHex(args[3]);
    RelationshipId counted = RelationshipId.fromHex(args[4]);
    Random choice = new Random(Long.parseLong(args[1]));
    try (RelationshipStore store =
        FileRelationshipStore.open(Path.of(args[0]), InstantSource.system(), new SecureRandom())) {
      out.println("ready");
      for (int left = Integer.parseInt(args[2]); left > 0 && !out.checkError(); left--) {
        switch (choice.nextInt(4)) {
          case 0 -> out.println("counter " + store.takeTagCounter(counters));
          case 1 -> out.println("count " + count(store.update(counted, StoreHammer::plusOne)));
          case 2 -> renew(store, counted);
          case 3 -> comeAndGo(store, out);
          default -> throw new IllegalStateException("four things to do");
        }
      }
      out.println("finished");
    } catch (StoreException | RuntimeException e) {
      out.println("failed " + e + " " + Arrays.toString(e.getStackTrace()));
    }
  }

  /** A relationship's grants hold one number; see {@link #count}. */
  static Relationship plusOne(Relationship before) {
    TreeSet<String> grants = new TreeSet<>();
    grants.add(Integer.toString(count(before) + 1));
    return before.withGrants(grants);
  }

  static int count(Relationship relationship) {
    return Integer.parseInt(relationship.grants().first());
  }

  private static void renew(RelationshipStore store, RelationshipId id) throws StoreException {
    Generation next = Samples.generation(store.find(id).orElseThrow().current().number() + 1);
    store.update(id, before -> Renewal.agreed(before, next).orElse(before));
    store.update(id, Relationship::promoted);
  }

  private static void comeAndGo(RelationshipStore store, PrintStream out) throws StoreException {
    Relationship fresh = Samples.relationship(Role.RESPONDER);
    store.add(fresh);
    out.println("added " + fresh.id());
    Relationship again = Samples.relationship(Role.RESPONDER, fresh.peer());
    out.println("replacing " + fresh.id());
    store.add(again);
    out.println("added " + again.id());
    out.println("ended " + fresh.id());
    out.println("erasing " + again.id());
    store.erase(again.id(), EndedPeer.Why.REVOKED_HERE, Samples.NOW);
    out.println("ended " + again.id());
  }
}
