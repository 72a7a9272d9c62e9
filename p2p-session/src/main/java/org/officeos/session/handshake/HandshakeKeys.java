package org.officeos.session.handshake;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.SecretBytes;

/**
 * The keys that one side brings along.
 *
 * @param peerStatic where the pattern says that it is known beforehand
 * @param psk where the pattern uses one
 * @param ephemerals asked once, for a fresh pair
 */
record HandshakeKeys(
    DhKeyPair ownStatic,
    @Nullable DhPublicKey peerStatic,
    @Nullable SecretBytes psk,
    Supplier<DhKeyPair> ephemerals) {}
