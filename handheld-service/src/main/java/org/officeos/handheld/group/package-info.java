/**
 * Brings this handheld into its laptop's group and keeps it there: what {@code radio} decides is
 * done here.
 *
 * <p>In: the radio, the kernel's side of a group, the time. Out: the group that stands, each change
 * on the way there, and the small files that tell other commands of it.
 */
@NullMarked
package org.officeos.handheld.group;

import org.jspecify.annotations.NullMarked;
