/**
 * The session's public words: open, pair, send an instruction, receive its answer.
 *
 * <p>In: an established link and a relationship.
 *
 * <p>Out: answers, progress and named ends.
 */
@NullMarked
package org.officeos.session;

import org.jspecify.annotations.NullMarked;
