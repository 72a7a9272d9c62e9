/**
 * What a person does with paired devices: list, permit, revoke.
 *
 * <p>In: a device's short id and names of instructions.
 *
 * <p>Out: changed relationships, or a named error.
 */
@NullMarked
package org.officeos.laptop.admin;

import org.jspecify.annotations.NullMarked;
