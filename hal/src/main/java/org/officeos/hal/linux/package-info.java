/**
 * What this machine's operating system is told and asked, in our own words.
 *
 * <p>In: the process's environment, what the program wants to say, and questions about radios,
 * links, switches and the programs that manage them.
 *
 * <p>Out: datagrams to the service manager, the kernel's answers as values of {@code hal.netlink}
 * and {@code hal.p2p}, or a named reason why not.
 */
@NullMarked
package org.officeos.hal.linux;

import org.jspecify.annotations.NullMarked;
