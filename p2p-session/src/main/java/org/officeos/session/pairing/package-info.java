/**
 * First-time pairing as pure code: commitment, six digits, identities, two-sided consent.
 *
 * <p>In: a finished XX handshake and the peer's records.
 *
 * <p>Out: records for the peer and one new relationship.
 */
@NullMarked
package org.officeos.session.pairing;

import org.jspecify.annotations.NullMarked;
