/**
 * Two devices that a scenario can use: start a program on either, watch it, kill it, read its
 * files. One implementation each for one machine, for two network namespaces, for the two hosts of
 * the radio lab, and for devices that ssh reaches.
 *
 * <p>In: commands as a person would type them.
 *
 * <p>Out: what they printed, how they ended, and the files they left.
 */
@NullMarked
package org.officeos.hil.rig;

import org.jspecify.annotations.NullMarked;
