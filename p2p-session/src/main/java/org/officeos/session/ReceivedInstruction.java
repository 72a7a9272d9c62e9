package org.officeos.session;

import org.officeos.session.bytecode.Instruction;
import org.officeos.session.relationship.Relationship;

/**
 * An instruction as the laptop received it, with what proves it later.
 *
 * @param relationship whom it came from, as of the session's opening; permissions are read anew
 *     from the store
 * @param messageId unique within the session
 * @param instruction the decoded instruction
 * @param content the encoded instruction, exactly as signed
 * @param signature the handheld's 64-byte Ed25519 signature
 * @param sessionHash the 32-byte handshake hash that the signature covers
 */
public record ReceivedInstruction(
    Relationship relationship,
    long messageId,
    Instruction instruction,
    byte[] content,
    byte[] signature,
    byte[] sessionHash) {}
