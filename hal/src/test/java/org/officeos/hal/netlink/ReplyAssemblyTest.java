package org.officeos.hal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.officeos.hal.netlink.FormatException.Reason;

class ReplyAssemblyTest {

  private static final int SEQUENCE = 9;
  private static final int MULTI = NetlinkMessage.F_MULTI;

  private final ReplyAssembly dump = new ReplyAssembly(ReplyAssembly.Kind.DUMP, SEQUENCE);
  private final ReplyAssembly question = new ReplyAssembly(ReplyAssembly.Kind.QUESTION, SEQUENCE);

  @Test
  void aDumpIsWholeWhenItIsDone() throws Exception {
    assertEquals(Optional.empty(), dump.accept(part(MULTI)));
    assertEquals(Optional.empty(), dump.accept(part(MULTI)));
    assertEquals(
        Optional.of(new Reply.Complete(List.of(part(MULTI), part(MULTI)))),
        dump.accept(done(MULTI, 0)));
  }

  @Test
  void aDumpOfNothingIsWholeToo() throws Exception {
    assertEquals(Optional.of(new Reply.Complete(List.of())), dump.accept(done(MULTI, 0)));
  }

  @Test
  void aDumpThatChangedMeanwhileIsToBeAskedForAgain() throws Exception {
    dump.accept(part(MULTI | NetlinkMessage.F_DUMP_INTERRUPTED));
    dump.accept(part(MULTI));
    assertEquals(Optional.of(new Reply.Interrupted()), dump.accept(done(MULTI, 0)));
  }

  @Test
  void aDumpWhoseEndSaysThatItChangedIsToBeAskedForAgain() throws Exception {
    dump.accept(part(MULTI));
    assertEquals(
        Optional.of(new Reply.Interrupted()),
        dump.accept(done(MULTI | NetlinkMessage.F_DUMP_INTERRUPTED, 0)));
  }

  @Test
  void anOverrunMeansTheSame() throws Exception {
    dump.accept(part(MULTI));
    assertEquals(
        Optional.of(new Reply.Interrupted()),
        dump.accept(new NetlinkMessage(NetlinkMessage.OVERRUN, 0, SEQUENCE, 0, new byte[0])));
  }

  @Test
  void aDumpMayBeRefusedAtOnceOrAtItsEnd() throws Exception {
    Reply refused = new Reply.Refused(new KernelRefusal(95, Optional.empty(), OptionalInt.empty()));
    assertEquals(Optional.of(refused), dump.accept(error(0x100, -95)));
    ReplyAssembly late = new ReplyAssembly(ReplyAssembly.Kind.DUMP, SEQUENCE);
    late.accept(part(MULTI));
    assertEquals(Optional.of(refused), late.accept(done(MULTI, -95)));
  }

  @Test
  void aQuestionEndsWithItsAcknowledgement() throws Exception {
    assertEquals(Optional.empty(), question.accept(part(0)));
    assertEquals(
        Optional.of(new Reply.Complete(List.of(part(0)))), question.accept(error(0x100, 0)));
  }

  @Test
  void whatIsSomebodyElsesIsPassedOver() throws Exception {
    assertEquals(Optional.empty(), question.accept(other(NetlinkMessage.ERROR)));
    assertEquals(Optional.empty(), question.accept(other(16)));
    assertEquals(Optional.empty(), question.accept(done(MULTI, 0)));
    assertEquals(Optional.empty(), dump.accept(other(NetlinkMessage.DONE)));
    assertEquals(Optional.empty(), dump.accept(error(0x100, 0)));
    assertEquals(
        Optional.empty(),
        dump.accept(new NetlinkMessage(NetlinkMessage.NOOP, 0, SEQUENCE, 0, new byte[0])));
    assertEquals(Optional.of(new Reply.Complete(List.of())), dump.accept(done(MULTI, 0)));
  }

  @Test
  void takesNothingAfterTheEnd() throws Exception {
    dump.accept(done(MULTI, 0));
    assertThrows(IllegalStateException.class, () -> dump.accept(done(MULTI, 0)));
  }

  @Test
  void isBoundInPartsAndInBytes() throws Exception {
    for (int i = 0; i < ReplyAssembly.MAX_PARTS; i++) {
      dump.accept(part(MULTI));
    }
    AttributesTest.assertRefused(Reason.TOO_MANY, () -> dump.accept(part(MULTI)));
    NetlinkMessage big =
        new NetlinkMessage(16, MULTI, SEQUENCE, 0, new byte[NetlinkMessage.MAX_PAYLOAD]);
    for (int i = 0; i < 8; i++) {
      question.accept(big);
    }
    AttributesTest.assertRefused(Reason.TOO_MANY, () -> question.accept(big));
  }

  @Test
  void anEndingThatIsCutOffIsRefusedByName() {
    AttributesTest.assertRefused(
        Reason.WRONG_SIZE,
        () -> dump.accept(new NetlinkMessage(NetlinkMessage.ERROR, 0, SEQUENCE, 0, new byte[19])));
    AttributesTest.assertRefused(
        Reason.WRONG_SIZE,
        () -> dump.accept(new NetlinkMessage(NetlinkMessage.DONE, 0, SEQUENCE, 0, new byte[3])));
    AttributesTest.assertRefused(Reason.OUT_OF_RANGE, () -> dump.accept(error(0, 5)));
    AttributesTest.assertRefused(Reason.OUT_OF_RANGE, () -> dump.accept(error(0, -4096)));
  }

  @Test
  void aRefusalTellsTheKernelsOwnWords() throws Exception {
    byte[] explained =
        new AttributeWriter().text(1, "Attribute failed policy").u32(2, 20).toBytes();
    byte[] capped = NetlinkMessageTest.joined(errorPayload(-22, 16), explained);
    KernelRefusal expected =
        new KernelRefusal(22, Optional.of("Attribute failed policy"), OptionalInt.of(20));
    assertEquals(Optional.of(expected), KernelRefusal.of(error(0x300, capped)));
    byte[] whole = NetlinkMessageTest.joined(errorPayload(-22, 21), new byte[8], explained);
    assertEquals(Optional.of(expected), KernelRefusal.of(error(0x200, whole)));
    assertEquals("EINVAL, a value that cannot be: Attribute failed policy", expected.toString());
  }

  @Test
  void aRefusalThatSaysItRepeatsMoreThanItHasIsRefusedItself() {
    byte[] lying = errorPayload(-22, 4000);
    AttributesTest.assertRefused(
        Reason.LENGTH_PAST_END, () -> KernelRefusal.of(error(0x200, lying)));
    byte[] negative = errorPayload(-22, -1);
    AttributesTest.assertRefused(
        Reason.LENGTH_PAST_END, () -> KernelRefusal.of(error(0x200, negative)));
  }

  private static NetlinkMessage part(int flags) {
    return new NetlinkMessage(16, flags, SEQUENCE, 0, new byte[] {1});
  }

  private static NetlinkMessage other(int type) {
    return new NetlinkMessage(type, MULTI, SEQUENCE + 1, 0, errorPayload(-1, 16));
  }

  private static NetlinkMessage done(int flags, int error) {
    byte[] payload = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(error).array();
    return new NetlinkMessage(NetlinkMessage.DONE, flags, SEQUENCE, 0, payload);
  }

  private static NetlinkMessage error(int flags, int error) {
    return error(flags, errorPayload(error, 16));
  }

  private static NetlinkMessage error(int flags, byte[] payload) {
    return new NetlinkMessage(NetlinkMessage.ERROR, flags, SEQUENCE, 0, payload);
  }

  private static byte[] errorPayload(int error, int requestLength) {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(error)
        .putInt(requestLength)
        .array();
  }
}
