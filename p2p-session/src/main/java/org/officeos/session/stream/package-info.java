/**
 * Many requests over one session, as pure code: credit, chunks, progress, cancel, rekey, renewal.
 *
 * <p>In: frames, application calls and the time.
 *
 * <p>Out: frames to send and events.
 */
@NullMarked
package org.officeos.session.stream;

import org.jspecify.annotations.NullMarked;
