package org.officeos.laptop.audit;

import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.RelationshipId;

/**
 * Which request an entry is about.
 *
 * @param relationship whom it came from
 * @param opcode what was asked
 * @param messageId unique within the session
 */
public record AuditSubject(RelationshipId relationship, Opcode opcode, long messageId) {}
