package org.officeos.session.relationship;

import java.nio.file.Path;

/**
 * A file of the store that cannot be used and was left as it is. What it was about is out of reach
 * until somebody acts; everything else works on.
 *
 * @param id the relationship it belongs to, by its name
 * @param file where it lies
 * @param reason {@code DAMAGED}, {@code NEWER_VERSION}, {@code OPEN_TO_OTHERS}, {@code WRONG_OWNER}
 *     or {@code IO}
 * @param explanation cause and next step, for people; no secret in it
 */
public record UnusableFile(
    RelationshipId id, Path file, StoreException.Reason reason, String explanation) {}
