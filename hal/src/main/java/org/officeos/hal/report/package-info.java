/**
 * What an audit of the air gap says, in the forms that people and programs read.
 *
 * <p>In: the policy's verdict, and waivers.
 *
 * <p>Out: one text each as plain lines, JSON, JUnit XML and SARIF, and how the command ends.
 */
@NullMarked
package org.officeos.hal.report;

import org.jspecify.annotations.NullMarked;
