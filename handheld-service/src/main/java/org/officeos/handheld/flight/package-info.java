/**
 * Requests under way, visible to and cancellable by this user's other commands.
 *
 * <p>In: a running request and what it is doing.
 *
 * <p>Out: a Unix-domain socket per request; a list of those alive.
 */
@NullMarked
package org.officeos.handheld.flight;

import org.jspecify.annotations.NullMarked;
