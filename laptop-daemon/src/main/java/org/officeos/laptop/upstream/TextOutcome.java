package org.officeos.laptop.upstream;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a text ended, after its last piece.
 *
 * @param model that wrote, where the service says so; 1 to 128 characters
 * @param tokensIn of the question, as the service counted them, where it did
 * @param tokensOut of the answer, as the service counted them, where it did
 * @param finish why the model stopped: {@code stop}, {@code length}, {@code content_filter}, …; 1
 *     to 32 characters; {@code unknown} where the service did not say
 */
public record TextOutcome(
    Optional<String> model, OptionalLong tokensIn, OptionalLong tokensOut, String finish) {}
