/**
 * The one chain that every instruction goes through: permission, budget, audit, translation, call,
 * validation, answer.
 *
 * <p>In: verified instructions.
 *
 * <p>Out: exactly one answer and one named result each.
 */
@NullMarked
package org.officeos.laptop.relay;

import org.jspecify.annotations.NullMarked;
