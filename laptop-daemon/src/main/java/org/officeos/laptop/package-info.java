/**
 * The laptop's end: checks what a paired device may do and translates its instructions into calls
 * to services.
 *
 * <p>In: sessions from handhelds.
 *
 * <p>Out: answers, and an audit trail.
 */
@NullMarked
package org.officeos.laptop;

import org.jspecify.annotations.NullMarked;
