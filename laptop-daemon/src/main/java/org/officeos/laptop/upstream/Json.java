package org.officeos.laptop.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;

/** JSON with narrow bounds: depth 64, names 1 KiB, numbers 64 digits, strings 8 MiB. */
final class Json {

  static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNameLength(1024)
                          .maxNumberLength(64)
                          .maxStringLength(8 * 1024 * 1024)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** The whole of a capped stream, missing where it is empty. */
  static JsonNode read(InputStream in) throws IOException {
    JsonNode node = MAPPER.readTree(in);
    return node == null ? MissingNode.getInstance() : node;
  }

  /** The whole of a text, missing where it is empty. */
  static JsonNode read(String text) throws IOException {
    JsonNode node = MAPPER.readTree(text);
    return node == null ? MissingNode.getInstance() : node;
  }
}
