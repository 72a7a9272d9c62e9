package org.officeos.laptop.upstream;

import java.util.Optional;

/**
 * What a service of the OpenAI family takes beyond what all take. Services differ, and say so with
 * HTTP 400 and the name of the field; each name is believed once. Pure.
 *
 * @param usage whether {@code stream_options} may ask for token counts
 * @param oldMaxTokens whether a chat's limit is called {@code max_tokens}
 * @param responseFormat whether a picture's {@code response_format} may be asked for
 */
record Dialect(boolean usage, boolean oldMaxTokens, boolean responseFormat) {

  static final Dialect FIRST = new Dialect(true, true, true);

  /** The dialect to try next after this complaint, or empty where it names nothing we can leave. */
  Optional<Dialect> after(String complaint) {
    Dialect next =
        new Dialect(
            usage && !names(complaint, "stream_options") && !names(complaint, "include_usage"),
            oldMaxTokens && !names(complaint, "max_completion_tokens"),
            responseFormat && !names(complaint, "response_format"));
    return next.equals(this) ? Optional.empty() : Optional.of(next);
  }

  private static boolean names(String complaint, String field) {
    return complaint.contains(field);
  }
}
