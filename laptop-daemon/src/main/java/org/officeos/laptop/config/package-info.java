/**
 * What the daemon is told by its TOML file.
 *
 * <p>In: the file's text.
 *
 * <p>Out: checked records, or a named error with the key, the line and the next step.
 */
@NullMarked
package org.officeos.laptop.config;

import org.jspecify.annotations.NullMarked;
