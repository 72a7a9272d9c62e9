/**
 * Listens for handhelds on one configured address.
 *
 * <p>In: TCP connections.
 *
 * <p>Out: established links for the session.
 */
@NullMarked
package org.officeos.laptop.link;

import org.jspecify.annotations.NullMarked;
