/**
 * What this machine's operating system is told and asked, in our own words.
 *
 * <p>In: the process's environment, and what the program wants to say.
 *
 * <p>Out: datagrams to the service manager, or a named reason why not.
 */
@NullMarked
package org.officeos.hal.linux;

import org.jspecify.annotations.NullMarked;
