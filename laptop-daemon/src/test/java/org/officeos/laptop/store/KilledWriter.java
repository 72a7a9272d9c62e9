package org.officeos.laptop.store;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.officeos.laptop.audit.AuditProof;
import org.officeos.laptop.audit.AuditSubject;
import org.officeos.laptop.testing.Asks;
import org.officeos.laptop.testing.Devices;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.Relationship;

/** Writes entries until it is killed, and says each number only when it was written. */
final class KilledWriter {

  private KilledWriter() {}

  public static void main(String[] arguments) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.US_ASCII);
    Relationship device = Devices.allowed();
    AuditProof proof = AuditProof.of(Devices.received(device, 1, Asks.chat()), true);
    AuditSubject subject = new AuditSubject(device.id(), Opcode.CHAT, 1);
    try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]), InstantSource.system())) {
      while (true) {
        long began = store.began(subject, proof);
        out.println(began);
        out.println(store.ended(began, subject, SqliteStoreTest.DONE));
      }
    }
  }
}
