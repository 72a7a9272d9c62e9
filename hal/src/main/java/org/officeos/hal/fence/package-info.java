/**
 * The packet filter's rules that come and go with a Wi-Fi Direct group: on the handheld the one way
 * to the laptop, on the laptop the fence around its group.
 *
 * <p>In: the group's interface, addresses and port. Out: text for {@code nft}, which a {@link
 * org.officeos.hal.fence.RuleLoader} gives to the kernel in one step or refuses by name. Pure.
 */
@NullMarked
package org.officeos.hal.fence;

import org.jspecify.annotations.NullMarked;
