package org.officeos.session.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.southernstorm.noise.protocol.CipherState;
import com.southernstorm.noise.protocol.CipherStatePair;
import com.southernstorm.noise.protocol.HandshakeState;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.relationship.Role;

/** A live XX handshake with another's implementation of Noise, in both roles. */
class IndependentNoiseTest {

  private static final byte[] NO_AAD = new byte[0];

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void finishesXxAndTalksBothWays(boolean weInitiate) throws Exception {
    byte[] prologue = Prologue.pairing(Role.INITIATOR, true);
    SecureRandom random = new SecureRandom();
    DhKeyPair ownStatic = DhKeyPair.generate(random);
    Handshake ours = NoiseHandshakes.xx(weInitiate, prologue, ownStatic, random);
    HandshakeState theirs =
        new HandshakeState(
            NoisePattern.XX.protocolName(),
            weInitiate ? HandshakeState.RESPONDER : HandshakeState.INITIATOR);
    theirs.setPrologue(prologue, 0, prologue.length);
    theirs.getLocalKeyPair().generateKeyPair();
    theirs.start();
    while (!ours.finished()) {
      byte[] buffer = new byte[Handshake.MAX_MESSAGE];
      if (ours.myTurn()) {
        byte[] message = ours.write();
        assertEquals(0, theirs.readMessage(message, 0, message.length, buffer, 0));
      } else {
        int length = theirs.writeMessage(buffer, 0, NO_AAD, 0, 0);
        ours.read(Arrays.copyOf(buffer, length));
      }
    }
    assertEquals(HandshakeState.SPLIT, theirs.getAction());
    TransportKeys keys = ours.finish();
    assertArrayEquals(theirs.getHandshakeHash(), keys.handshakeHash());
    byte[] theirStatic = new byte[32];
    theirs.getLocalKeyPair().getPublicKey(theirStatic, 0);
    assertArrayEquals(theirStatic, keys.peerStatic().toBytes());
    byte[] ourStatic = new byte[32];
    theirs.getRemotePublicKey().getPublicKey(ourStatic, 0);
    assertArrayEquals(ownStatic.publicKey().toBytes(), ourStatic);
    talk(keys, theirs.split(), random);
  }

  private static void talk(TransportKeys keys, CipherStatePair theirs, SecureRandom random)
      throws Exception {
    Aead sending = Aeads.create(keys.sendKey());
    Aead receiving = Aeads.create(keys.receiveKey());
    CipherState theirReceiver = theirs.getReceiver();
    CipherState theirSender = theirs.getSender();
    for (int counter = 0; counter < 300; counter++) {
      byte[] message = new byte[counter * 7];
      random.nextBytes(message);
      byte[] sealed = new byte[message.length + Aead.TAG_LENGTH];
      byte[] opened = new byte[message.length];
      sending.seal(counter, NO_AAD, message, 0, message.length, sealed, 0);
      assertEquals(
          message.length, theirReceiver.decryptWithAd(NO_AAD, sealed, 0, opened, 0, sealed.length));
      assertArrayEquals(message, opened);
      random.nextBytes(message);
      assertEquals(
          sealed.length, theirSender.encryptWithAd(NO_AAD, message, 0, sealed, 0, message.length));
      receiving.open(counter, NO_AAD, sealed, 0, sealed.length, opened, 0);
      assertArrayEquals(message, opened);
    }
  }
}
