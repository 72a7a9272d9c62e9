/**
 * What games, scripts and the command line ask for: pictures, texts, the laptop's limits.
 *
 * <p>In: requests as values.
 *
 * <p>Out: progress, tokens, answers with their sizes and times, named errors.
 */
@NullMarked
package org.officeos.handheld.client;

import org.jspecify.annotations.NullMarked;
