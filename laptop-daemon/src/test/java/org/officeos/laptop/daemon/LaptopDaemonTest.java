package org.officeos.laptop.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditVerifier;
import org.officeos.laptop.config.ConfigReader;
import org.officeos.laptop.config.LaptopConfig;
import org.officeos.laptop.control.ControlClient;
import org.officeos.laptop.control.ControlException;
import org.officeos.laptop.control.Json;
import org.officeos.laptop.standin.StandInFault;
import org.officeos.laptop.standin.StandInLog;
import org.officeos.laptop.testing.Asks;
import org.officeos.session.Exchange;
import org.officeos.session.PairingOffer;
import org.officeos.session.ReceivedResponse;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.stream.Signatures;

/** The whole daemon with real sockets on both sides. */
class LaptopDaemonTest {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration SLOW = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void pairsDrawsChatsAndTellsItsStatus() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE, "audit.keep_content = true")) {
      DaemonRig.Paired paired = rig.pair();
      assertEquals("Ada's handheld", paired.event().path("name").asText());
      assertFalse(paired.event().path("known").asBoolean());
      Session session = rig.open(paired.relationship());
      ReceivedResponse drawn =
          answer(
              session,
              Asks.image()
                  .with(Field.WIDTH, 512)
                  .with(Field.HEIGHT, 512)
                  .with(Field.SCREEN_WIDTH, 320)
                  .with(Field.SCREEN_HEIGHT, 240));
      assertEquals(ResultCode.OK, drawn.response().result(), drawn.response().toString());
      assertEquals(240, ImageIO.read(new ByteArrayInputStream(drawn.body())).getHeight());
      assertEquals(512, drawn.response().number(Meta.DRAWN_WIDTH).orElse(0));
      Tokens tokens = new Tokens();
      Exchange chat = session.send(Asks.chat(), tokens);
      assertEquals(ResultCode.OK, chat.response().get(20, TimeUnit.SECONDS).response().result());
      assertTrue(tokens.text().length() > 10, tokens.text());
      ReceivedResponse completed = answer(session, Asks.complete());
      assertEquals(ResultCode.OK, completed.response().result());
      ReceivedResponse status = answer(session, Asks.status());
      assertTrue(
          new String(status.body(), StandardCharsets.UTF_8).contains("\"laptop\":\"Test laptop\""));
      byte[] data = {1, 2, 3};
      assertEquals(3, answer(session, Asks.echo(data)).body().length);
      session.close();
      List<AuditEntry> entries = rig.awaitTrail(8);
      AuditVerifier verifier =
          new AuditVerifier(
              Set.of(rig.handheldStore.identity().publicKey()), Signatures::instruction);
      entries.forEach(verifier::next);
      assertEquals(
          new AuditVerifier.Report(8, 4, 0, 0, List.of()),
          verifier.report(),
          "every signature of the handheld can be proved from the trail");
    }
  }

  @Test
  void givesANewDeviceTheConfiguredGrants() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE, "grants.default = [\"chat\"]")) {
      Relationship relationship = rig.pair().relationship();
      Session session = rig.open(relationship);
      assertEquals(ResultCode.OK, answer(session, Asks.chat()).response().result());
      assertEquals(ResultCode.PERMISSION_DENIED, answer(session, Asks.image()).response().result());
      ObjectNode permit = Json.object().put("do", "permit").put("deny", false);
      permit.put("id", relationship.id().shortName());
      permit.putArray("opcodes").add("generate_image").add("echo");
      rig.askOnce(permit);
      assertEquals(
          ResultCode.OK,
          answer(session, Asks.image()).response().result(),
          "at once, in the open session");
      assertEquals(ResultCode.OK, answer(session, Asks.echo(new byte[1])).response().result());
    }
  }

  @Test
  void stopsTheDrawingWhenItIsCancelled() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, SLOW)) {
      Session session = rig.open(rig.pair().relationship());
      Exchange exchange = session.send(Asks.image(), ResponseListener.COLLECT);
      awaitCall(rig, "/sdapi/v1/txt2img");
      exchange.cancel();
      assertInterrupted(rig);
      List<AuditEntry> entries = rig.awaitTrail(2);
      assertEquals(ResultCode.CANCELLED, entries.get(1).outcome().orElseThrow().result());
    }
  }

  @Test
  void stopsTheDrawingWhenTheHandheldVanishes() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, SLOW)) {
      Relationship relationship = rig.pair().relationship();
      org.officeos.session.EstablishedLink link = rig.link();
      Session session = rig.handheld.open(link, relationship.id()).get(20, TimeUnit.SECONDS);
      Exchange exchange = session.send(Asks.image(), ResponseListener.COLLECT);
      awaitCall(rig, "/sdapi/v1/txt2img");
      rig.handheld.close();
      assertInterrupted(rig);
      assertTrue(exchange.response().isCompletedExceptionally() || !exchange.response().isDone());
      assertEquals(AuditEntry.Kind.ENDED, rig.awaitTrail(2).get(1).kind());
    }
  }

  @Test
  void stopsEverythingWhenTheDeviceIsRevoked() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, SLOW)) {
      Relationship relationship = rig.pair().relationship();
      Session session = rig.open(relationship);
      Exchange exchange = session.send(Asks.image(), ResponseListener.COLLECT);
      awaitCall(rig, "/sdapi/v1/txt2img");
      ObjectNode revoked =
          rig.askOnce(Json.object().put("do", "revoke").put("id", relationship.id().shortName()));
      assertEquals("revoked", revoked.path("event").asText());
      ExecutionException end =
          assertThrows(
              ExecutionException.class, () -> exchange.response().get(20, TimeUnit.SECONDS));
      assertEquals(
          SessionException.Reason.REVOKED_BY_PEER,
          assertInstanceOf(SessionException.class, end.getCause()).reason());
      assertInterrupted(rig);
      assertEquals(ResultCode.REVOKED, rig.awaitTrail(2).get(1).outcome().orElseThrow().result());
      assertEquals(0, rig.askOnce(Json.object().put("do", "devices")).path("devices").size());
    }
  }

  @Test
  void tellsWhatTheServiceSaidAndServesOn() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE)) {
      Session session = rig.open(rig.pair().relationship());
      rig.services.faults().always(StandInFault.rateLimited("300"));
      ReceivedResponse limited = answer(session, Asks.chat());
      assertEquals(ResultCode.UPSTREAM_RATE_LIMITED, limited.response().result());
      assertEquals(300_000, limited.response().number(Meta.RETRY_AFTER_MILLIS).orElse(0));
      rig.services.faults().clear();
      assertEquals(ResultCode.OK, answer(session, Asks.chat()).response().result());
    }
  }

  @Test
  void limitsADeviceAndSaysWhenToTryAgain() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE, "limits.chat.requests_per_minute = 2")) {
      Session session = rig.open(rig.pair().relationship());
      assertEquals(ResultCode.OK, answer(session, Asks.chat()).response().result());
      assertEquals(ResultCode.OK, answer(session, Asks.chat()).response().result());
      ReceivedResponse third = answer(session, Asks.chat());
      assertEquals(ResultCode.RATE_LIMITED, third.response().result());
      assertTrue(third.response().number(Meta.RETRY_AFTER_MILLIS).orElse(0) > 0);
    }
  }

  @Test
  void recognisesADeviceThatPairsAgain() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE)) {
      rig.pair();
      DaemonRig.Paired again = rig.pair();
      assertTrue(again.event().path("known").asBoolean());
      assertEquals(1, rig.askOnce(Json.object().put("do", "devices")).path("devices").size());
      assertEquals(
          ResultCode.OK, answer(rig.open(again.relationship()), Asks.chat()).response().result());
    }
  }

  @Test
  void storesNothingWhenThePersonSaysNo() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE);
        ControlClient client = rig.ask(Json.object().put("do", "pair"))) {
      DaemonRig.expect(client.next(), "open");
      CompletableFuture<Relationship> pairing =
          rig.handheld.pair(
              rig.link(),
              code -> CompletableFuture.completedFuture(true),
              new PairingOffer("Ada's handheld", PairingOffer.DEFAULT_LIFETIME));
      DaemonRig.expect(client.next(), "code");
      client.say(Json.object().put("confirm", false));
      ControlException refused = assertThrows(ControlException.class, client::next);
      assertEquals(ControlException.Reason.REFUSED, refused.reason());
      assertTrue(String.valueOf(refused.getMessage()).startsWith("not_confirmed_here"));
      assertThrows(ExecutionException.class, () -> pairing.get(20, TimeUnit.SECONDS));
      assertEquals(0, rig.askOnce(Json.object().put("do", "devices")).path("devices").size());
      assertEquals(List.of(), rig.handheldStore.all());
    }
  }

  @Test
  void tellsThatTheHandheldSaidNoAndStaysOpenForAnother() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE);
        ControlClient client = rig.ask(Json.object().put("do", "pair"))) {
      DaemonRig.expect(client.next(), "open");
      assertThrows(ExecutionException.class, () -> asks(rig, false).get(20, TimeUnit.SECONDS));
      String first = DaemonRig.expect(client.next(), "code").path("code").asText();
      assertEquals(
          "not_confirmed_by_peer",
          DaemonRig.expect(client.next(), "attempt_failed").path("reason").asText());

      CompletableFuture<Relationship> pairing = asks(rig, true);
      String second = DaemonRig.expect(client.next(), "code").path("code").asText();
      client.say(Json.object().put("confirm", true).put("code", first));
      assertThrows(TimeoutException.class, () -> pairing.get(300, TimeUnit.MILLISECONDS));
      client.say(Json.object().put("confirm", true).put("code", second));
      DaemonRig.expect(client.next(), "paired");
      pairing.get(20, TimeUnit.SECONDS);
      assertEquals(1, rig.handheldStore.all().size());
    }
  }

  private static CompletableFuture<Relationship> asks(DaemonRig rig, boolean says)
      throws Exception {
    return rig.handheld.pair(
        rig.link(),
        code -> CompletableFuture.completedFuture(says),
        new PairingOffer("Ada's handheld", PairingOffer.DEFAULT_LIFETIME));
  }

  @Test
  void opensOnePairingWindowAtATimeAndClosesItWithItsCommand() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE)) {
      try (ControlClient first = rig.ask(Json.object().put("do", "pair"))) {
        DaemonRig.expect(first.next(), "open");
        try (ControlClient second = rig.ask(Json.object().put("do", "pair"))) {
          assertEquals(
              ControlException.Reason.BUSY,
              assertThrows(ControlException.class, second::next).reason());
        }
      }
      for (int i = 0; i < 200; i++) {
        try (ControlClient third = rig.ask(Json.object().put("do", "pair"))) {
          DaemonRig.expect(third.next(), "open");
          return;
        } catch (ControlException e) {
          Thread.sleep(20);
        }
      }
      throw new AssertionError("the window stayed open after its command had gone");
    }
  }

  @Test
  void keepsWhatItKnowsOverARestart() throws Exception {
    Relationship relationship;
    org.officeos.session.testing.InMemoryRelationshipStore handheld;
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE)) {
      relationship = rig.pair().relationship();
      handheld = rig.handheldStore;
      Session session = rig.open(relationship);
      answer(session, Asks.chat());
      answer(session, Asks.echo(new byte[1]));
    }
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE)) {
      ObjectNode devices = rig.askOnce(Json.object().put("do", "devices"));
      assertEquals(1, devices.path("devices").size());
      assertEquals(2, devices.path("devices").path(0).path("requests_today").asInt());
      assertTrue(devices.path("devices").path(0).path("last_seen").isTextual());
      try (org.officeos.session.SessionEndpoint same =
          org.officeos.session.netty.SessionEndpoints.create(
              org.officeos.session.EndpointConfig.handheld(handheld))) {
        Session session = same.open(rig.link(), relationship.id()).get(20, TimeUnit.SECONDS);
        assertEquals(ResultCode.OK, answer(session, Asks.chat()).response().result());
      }
    }
  }

  @Test
  void refusesASecondDaemonOnTheSameState() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE)) {
      LaptopConfig config =
          new ConfigReader(Map.of())
              .parse("listen = \"127.0.0.1:0\"\nstate_dir = \"" + rig.state + "\"");
      DaemonException refused =
          assertThrows(DaemonException.class, () -> LaptopDaemon.start(config));
      assertEquals(DaemonException.Reason.ALREADY_RUNNING, refused.reason());
      assertTrue(
          String.valueOf(refused.getMessage())
              .contains("process id " + ProcessHandle.current().pid()));
      assertEquals("status", rig.askOnce(Json.object().put("do", "status")).path("event").asText());
    }
  }

  @Test
  void refusesAnAddressThatIsTaken() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, AT_ONCE)) {
      LaptopConfig config =
          new ConfigReader(Map.of())
              .parse(
                  "listen = \""
                      + rig.daemon.listen()
                      + "\"\nimage.url=\"none\"\ntext.url=\"none\"\nstate_dir = \""
                      + folder.resolve("other")
                      + "\"");
      DaemonException refused =
          assertThrows(DaemonException.class, () -> LaptopDaemon.start(config));
      assertEquals(DaemonException.Reason.LISTEN, refused.reason());
      assertFalse(Files.exists(folder.resolve("other").resolve("control.sock")));
    }
  }

  @Test
  void refusesAStateFolderThatOthersCanEnter() throws Exception {
    Path open = folder.resolve("open");
    Files.createDirectory(open);
    Files.setPosixFilePermissions(
        open, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    DaemonException refused =
        assertThrows(DaemonException.class, () -> StateFolder.hold(open, 1).close());
    assertEquals(DaemonException.Reason.STATE_FOLDER, refused.reason());
    assertTrue(String.valueOf(refused.getMessage()).contains("chmod 700"));
  }

  @Test
  void answersOpenRequestsWhenItEnds() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, SLOW)) {
      Session session = rig.open(rig.pair().relationship());
      Exchange exchange = session.send(Asks.image(), ResponseListener.COLLECT);
      awaitCall(rig, "/sdapi/v1/txt2img");
      rig.daemon.close();
      assertEquals(
          ResultCode.SHUTTING_DOWN,
          exchange.response().get(20, TimeUnit.SECONDS).response().result());
      assertFalse(Files.exists(rig.state.resolve("control.sock")));
      assertEquals(ResultCode.SHUTTING_DOWN, rig.trail().get(1).outcome().orElseThrow().result());
    }
  }

  @Test
  void neverHoldsUpAWordForAPicture() throws Exception {
    try (DaemonRig rig = new DaemonRig(folder, Duration.ofMillis(700))) {
      Session session = rig.open(rig.pair().relationship());
      Exchange picture = session.send(Asks.image().with(Field.STEPS, 50), ResponseListener.COLLECT);
      awaitCall(rig, "/sdapi/v1/txt2img");
      CountDownLatch word = new CountDownLatch(1);
      Exchange chat =
          session.send(
              Asks.chat(),
              new ResponseListener() {
                @Override
                public void onData(byte[] data, int offset, int length) {
                  word.countDown();
                }

                @Override
                public boolean consumesBody() {
                  return true;
                }
              });
      assertTrue(word.await(30, TimeUnit.SECONDS));
      assertFalse(chat.response().isDone(), "the first word came before the last");
      assertFalse(picture.response().isDone());
      chat.cancel();
      picture.cancel();
    }
  }

  private static ReceivedResponse answer(Session session, Instruction instruction)
      throws Exception {
    return session.send(instruction, ResponseListener.COLLECT).response().get(30, TimeUnit.SECONDS);
  }

  private static void awaitCall(DaemonRig rig, String path) throws InterruptedException {
    for (int i = 0; i < 1500; i++) {
      Optional<StandInLog.Seen> seen =
          rig.services.log().seen().stream().filter(s -> s.path().equals(path)).findFirst();
      if (seen.isPresent()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(path + " was not called: " + rig.services.log().seen());
  }

  private static void assertInterrupted(DaemonRig rig) throws InterruptedException {
    awaitCall(rig, "/sdapi/v1/interrupt");
  }

  /** Takes the answer as it comes. */
  private static final class Tokens implements ResponseListener {
    private final List<String> pieces = new ArrayList<>();

    @Override
    public synchronized void onData(byte[] data, int offset, int length) {
      pieces.add(new String(data, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public boolean consumesBody() {
      return true;
    }

    synchronized String text() {
      return String.join("", pieces);
    }
  }
}
