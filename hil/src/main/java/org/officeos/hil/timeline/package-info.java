/**
 * What happened in a run of the radio lab, as one page to look at: the phases and events of each
 * host on a bar, and the frames on the simulated air below.
 *
 * <p>In: a results folder of the lab, with {@code rows.tsv}, and for each scenario {@code
 * timeline.tsv} and {@code air.pcap}. All of it is bytes from outside.
 *
 * <p>Out: one HTML file that needs nothing else, or the reason why there is none.
 */
@NullMarked
package org.officeos.hil.timeline;

import org.jspecify.annotations.NullMarked;
