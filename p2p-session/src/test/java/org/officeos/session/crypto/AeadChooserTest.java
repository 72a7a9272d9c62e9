package org.officeos.session.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.officeos.session.crypto.AeadChoice.Why;

/** Which AEAD is chosen, and that an unfit one never is. */
class AeadChooserTest {

  private static boolean bothFit(AeadProvider provider) {
    return provider == AeadProvider.JCA || provider == AeadProvider.BC;
  }

  /** A clock on which a record takes a time that depends on the round. */
  private static LongSupplier clock(IntToLongFunction jcaNanos, IntToLongFunction bcNanos) {
    return new LongSupplier() {
      private long now;
      private int call;

      @Override
      public long getAsLong() {
        // Calls: start; then in each round before and after JCA, before and after BC, and, where
        // nothing is decided yet, whether time is up.
        int round = (call + 4) / 5;
        int inRound = call == 0 ? -1 : (call - 1) % 5;
        call++;
        now += inRound == 1 ? jcaNanos.applyAsLong(round) : 0;
        now += inRound == 3 ? bcNanos.applyAsLong(round) : 0;
        return now;
      }
    };
  }

  private static AeadChoice measured(IntToLongFunction jcaNanos, IntToLongFunction bcNanos) {
    return new AeadChooser(clock(jcaNanos, bcNanos), AeadChooserTest::bothFit).choose(null);
  }

  private static AeadChoice measured(long jcaNanos, long bcNanos) {
    return measured(round -> jcaNanos, round -> bcNanos);
  }

  @Test
  void theFasterOneIsChosen() {
    assertEquals(AeadProvider.JCA, measured(100_000, 200_000).provider());
    assertEquals(AeadProvider.BC, measured(200_000, 100_000).provider());
  }

  @Test
  void theJdksKeepsThePlaceWhereTheDifferenceIsSmall() {
    assertEquals(AeadProvider.JCA, measured(120_000, 100_000).provider());
    assertEquals(AeadProvider.BC, measured(130_000, 100_000).provider());
  }

  @Test
  void theJdksIsTakenAsSoonAsItDrawsLevelHoweverSlowlyItBegan() {
    AeadChoice choice = measured(round -> round < 90 ? 700_000 : 100_000, round -> 110_000);
    assertEquals(AeadProvider.JCA, choice.provider());
    assertEquals(163.84, choice.jcaMegabytesPerSecond(), 0.01);
  }

  @Test
  void timeThatRunsOutDecidesNothing() {
    AeadChoice choice = measured(round -> 5_000_000, round -> 400_000);
    assertEquals(AeadProvider.JCA, choice.provider());
    assertEquals(40.96, choice.bcMegabytesPerSecond(), 0.01);
    assertEquals(Why.TIME_RAN_OUT, choice.why());
    assertEquals("jca (not measured to the end)", choice.toString());
  }

  @Test
  void theChoiceSaysWhatWasMeasured() {
    AeadChoice choice = measured(16_384, 163_840);
    assertEquals(Why.MEASURED, choice.why());
    assertEquals(1000.0, choice.jcaMegabytesPerSecond(), 0.01);
    assertEquals(100.0, choice.bcMegabytesPerSecond(), 0.01);
    assertEquals("jca (measured: jca 1000 MB/s, bc 100 MB/s)", choice.toString());
  }

  @Test
  void thePropertyDecidesWithoutMeasuring() {
    AeadChooser chooser =
        new AeadChooser(
            () -> {
              throw new AssertionError("measured");
            },
            AeadChooserTest::bothFit);
    assertEquals(new AeadChoice(AeadProvider.BC, Why.BY_PROPERTY, 0, 0), chooser.choose("bc"));
    assertEquals(AeadProvider.JCA, chooser.choose("jca").provider());
    assertEquals("bc (by -Dofficeos.aead)", chooser.choose("bc").toString());
  }

  @Test
  void anotherWordInThePropertyIsRefusedByName() {
    AeadChooser chooser = new AeadChooser(System::nanoTime, AeadChooserTest::bothFit);
    for (String word : new String[] {"", "JCA", "openssl"}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> chooser.choose(word)).getMessage();
      assertEquals(
          "-Dofficeos.aead=" + word + " is unknown; use jca, bc, or leave it out", message);
    }
  }

  @Test
  void anUnfitOneIsNeverChosen() {
    AeadChooser noJca = new AeadChooser(System::nanoTime, p -> p == AeadProvider.BC);
    assertEquals(new AeadChoice(AeadProvider.BC, Why.ONLY_FIT_ONE, 0, 0), noJca.choose(null));
    assertThrows(IllegalStateException.class, () -> noJca.choose("jca"));
    AeadChooser noBc = new AeadChooser(System::nanoTime, p -> p == AeadProvider.JCA);
    assertThrows(IllegalStateException.class, () -> noBc.choose(null));
  }

  @Test
  void thisProcessChoosesOnceAndMakesWhatItChose() {
    AeadChoice choice = Aeads.choice();
    assertSame(choice, Aeads.choice());
    Aead aead = Aeads.create(SecretBytes.copyOf(new byte[32]));
    assertEquals(choice.provider() == AeadProvider.JCA, aead instanceof JcaAead);
  }

  @Test
  void theSelfTestFindsAnAeadThatReleasesForgedPlaintext() throws Exception {
    assertTrue(AeadSelfTest.survivesForgery(new Flawed(Flaw.NONE), 0));
    assertFalse(AeadSelfTest.survivesForgery(new Flawed(Flaw.RELEASES_FORGERIES), 0));
  }

  @Test
  void theSelfTestFindsAnAeadThatTakesForgeries() throws Exception {
    assertFalse(AeadSelfTest.survivesForgery(new Flawed(Flaw.TAKES_FORGERIES), 0));
  }

  @Test
  void theSelfTestFindsAnAeadThatAForgeryPoisons() {
    Flawed poisoned = new Flawed(Flaw.IS_POISONED);
    assertThrows(BadTagException.class, () -> AeadSelfTest.survivesForgery(poisoned, 0));
  }

  @Test
  void theSelfTestFindsAWrongAnswer() throws Exception {
    assertFalse(AeadSelfTest.knownAnswer(new Flawed(Flaw.NONE)));
  }

  private enum Flaw {
    NONE,
    RELEASES_FORGERIES,
    TAKES_FORGERIES,
    IS_POISONED
  }

  /** An AEAD under a key of zeros, whatever key it should have, with one flaw more. */
  private static final class Flawed extends NonceAead {

    private final BcAead honest = new BcAead(SecretBytes.copyOf(new byte[32]));
    private final Flaw flaw;
    private boolean failedBefore;

    Flawed(Flaw flaw) {
      this.flaw = flaw;
    }

    @Override
    int sealChecked(
        byte[] nonce, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff) {
      return honest.sealChecked(nonce, aad, in, inOff, len, out, outOff);
    }

    @Override
    int openChecked(byte[] nonce, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff)
        throws BadTagException {
      if (flaw == Flaw.IS_POISONED && failedBefore) {
        throw new BadTagException();
      }
      try {
        return honest.openChecked(nonce, aad, in, inOff, len, out, outOff);
      } catch (BadTagException e) {
        failedBefore = true;
        if (flaw == Flaw.RELEASES_FORGERIES) {
          out[outOff] = 1;
        }
        if (flaw == Flaw.TAKES_FORGERIES) {
          return len - TAG_LENGTH;
        }
        throw e;
      }
    }

    @Override
    void wipe() {
      honest.wipe();
    }
  }
}
