/**
 * Stand-ins for services that draw and write: no model inside, the real HTTP formats outside.
 *
 * <p>In: the HTTP requests of Stable Diffusion WebUI and of OpenAI-compatible servers, on loopback.
 *
 * <p>Out: answers that are the same for the same question, every one marked as a stand-in's; and,
 * where asked for, the faults that real services have.
 */
@NullMarked
package org.officeos.laptop.standin;

import org.jspecify.annotations.NullMarked;
