/**
 * The demonstration: one person plays both persons, and every figure told is one that a process
 * said.
 *
 * <p>In: a prompt and a question.
 *
 * <p>Out: the founding document's steps as they happen, a picture, an answer and a report.
 */
@NullMarked
package org.officeos.hil.demo;

import org.jspecify.annotations.NullMarked;
