/**
 * Keeps one Wi-Fi Direct group of this laptop's own standing, so that handhelds find it at any
 * time.
 *
 * <p>In: what happens on the air, the configured radio, whether a person is pairing.
 *
 * <p>Out: an address that is listened on while the group stands, and a state with a named reason
 * while it does not.
 */
@NullMarked
package org.officeos.laptop.radio;

import org.jspecify.annotations.NullMarked;
