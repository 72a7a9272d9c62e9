package org.officeos.laptop.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.laptop.admin.AdminException.Reason;
import org.officeos.laptop.audit.DailyUse;
import org.officeos.laptop.testing.Devices;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.testing.InMemoryRelationshipStore;
import org.officeos.session.testing.SettableClock;

class DeviceAdminTest {

  private final SettableClock clock = SettableClock.atNoon();
  private final InMemoryRelationshipStore store =
      new InMemoryRelationshipStore(IdentityKey.generate(new SecureRandom()), clock);
  private final List<String> heard = new ArrayList<>();
  private final DeviceAdmin admin =
      new DeviceAdmin(
          store,
          clock,
          new DeviceChanges() {
            @Override
            public void permitted(Relationship changed) {
              heard.add("permitted " + changed.grants());
            }

            @Override
            public void revoked(RelationshipId id) {
              heard.add("revoked " + id);
            }
          });
  private final Relationship device = Devices.device("echo");

  @BeforeEach
  void pair() throws StoreException {
    store.add(device);
  }

  @Test
  void listsDevicesWithTheirUse() throws Exception {
    Map<RelationshipId, DailyUse> use =
        Map.of(device.id(), new DailyUse(device.id(), 5, 2, Optional.of(Devices.NOW)));
    List<DeviceView> views = admin.list(use, id -> 3);
    DeviceView view = views.get(0);
    assertEquals(1, views.size());
    assertEquals("Ada's handheld", view.name());
    assertEquals(3, view.sessions());
    assertEquals(5, view.requestsToday());
    assertEquals(2, view.refusedToday());
    assertEquals(Optional.of(Devices.NOW), view.lastSeen());
    assertEquals(30, view.daysLeft(Devices.NOW));
    assertEquals(1, view.daysLeft(view.expires().minusSeconds(1)));
    assertEquals(0, view.daysLeft(view.expires()));
    assertEquals(Optional.empty(), admin.list(Map.of(), id -> 0).get(0).lastSeen());
  }

  @Test
  void permitsAndDeniesByTheStartOfAnId() throws Exception {
    Relationship more =
        admin.permit(device.id().shortName(), EnumSet.of(Opcode.CHAT, Opcode.STATUS), false);
    assertEquals(Set.of("chat", "echo", "status"), more.grants());
    Relationship less =
        admin.permit(device.id().toString(), EnumSet.of(Opcode.ECHO, Opcode.GENERATE_IMAGE), true);
    assertEquals(Set.of("chat", "status"), less.grants());
    assertEquals(less.grants(), store.find(device.id()).orElseThrow().grants());
    assertEquals(List.of("permitted [chat, echo, status]", "permitted [chat, status]"), heard);
  }

  @Test
  void revokesAtOnceAndRemembersTheIdentity() throws Exception {
    admin.revoke(device.id().shortName().toUpperCase(java.util.Locale.ROOT));
    assertEquals(Optional.empty(), store.find(device.id()));
    assertEquals(EndedPeer.Why.REVOKED_HERE, store.endedPeer(device.peer()).orElseThrow().why());
    assertEquals(List.of("revoked " + device.id()), heard);
    assertEquals(Set.of(device.peer()), admin.everPaired());
  }

  @Test
  void refusesByNameWhatNamesNoDevice() throws Exception {
    for (String id : List.of("", "abc", "zzzz", "x".repeat(33), "12 34")) {
      assertEquals(
          Reason.NOT_AN_ID, assertThrows(AdminException.class, () -> admin.find(id)).reason());
    }
    String other = device.id().toString().startsWith("0000") ? "1111" : "0000";
    assertEquals(
        Reason.UNKNOWN_DEVICE,
        assertThrows(AdminException.class, () -> admin.find(other)).reason());
  }

  @Test
  void refusesAStartThatSeveralDevicesShare() throws Exception {
    byte[] id = device.id().toBytes();
    id[15] ^= 1;
    Relationship twin =
        Devices.device(IdentityKey.generate(new SecureRandom()).publicKey(), "echo");
    store.add(
        new Relationship(
            RelationshipId.fromBytes(id),
            twin.role(),
            twin.peer(),
            twin.peerName(),
            twin.current(),
            twin.next(),
            twin.grants(),
            twin.pairedAt(),
            twin.highWater(),
            twin.nextTag()));
    AdminException shared =
        assertThrows(AdminException.class, () -> admin.revoke(device.id().shortName()));
    assertEquals(Reason.AMBIGUOUS_DEVICE, shared.reason());
    assertEquals(2, admin.relationships().size(), "nothing was revoked");
  }

  @Test
  void saysWhatTheStoreSaid() {
    store.failWritesWith(StoreException.Reason.DISK_FULL);
    AdminException failed =
        assertThrows(
            AdminException.class,
            () -> admin.permit(device.id().shortName(), EnumSet.of(Opcode.CHAT), false));
    assertEquals(Reason.STORE, failed.reason());
    assertTrue(String.valueOf(failed.getMessage()).contains("DISK_FULL"));
    assertEquals(List.of(), heard, "nobody is told of what did not happen");
  }
}
