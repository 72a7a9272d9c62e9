package org.officeos.laptop.upstream;

import static org.officeos.laptop.upstream.UpstreamException.Reason.INVALID;
import static org.officeos.laptop.upstream.UpstreamException.Reason.TOO_LARGE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the answer to {@code POST /sdapi/v1/txt2img} as a stream, so that megabytes of base64 never
 * stand in memory as text: each picture goes from the socket into its bytes. Pure but for the
 * stream it reads.
 *
 * <p>{@code {"images":[base64,…],"parameters":{…},"info":"JSON in a string"}}. {@code info} is
 * parsed a second time for {@code seed}, {@code sd_model_name} and {@code index_of_first_image}:
 * entries before that index are a grid of the others. An {@code info} that cannot be read costs
 * these values only.
 */
final class WebUiAnswer {

  /** A grid or two, and the picture. */
  private static final int MAX_IMAGES = 4;

  private static final int MAX_MODEL = 128;

  private final long maxImageBytes;
  private final List<byte[]> images = new ArrayList<>();
  private JsonNode info = MissingNode.getInstance();

  private WebUiAnswer(long maxImageBytes) {
    this.maxImageBytes = maxImageBytes;
  }

  /** Reads a whole answer from a capped stream. */
  static GeneratedImage read(InputStream in, long maxImageBytes)
      throws IOException, UpstreamException {
    WebUiAnswer answer = new WebUiAnswer(maxImageBytes);
    try (JsonParser json = Json.MAPPER.createParser(in)) {
      answer.readObject(json);
    }
    return answer.picture();
  }

  private void readObject(JsonParser json) throws IOException, UpstreamException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw invalid("its answer is no JSON object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("images") && value == JsonToken.START_ARRAY) {
        readImages(json);
      } else if (name.equals("info") && value == JsonToken.VALUE_STRING) {
        info = readInfo(json.getText());
      } else {
        json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw invalid("something follows its answer");
    }
  }

  private void readImages(JsonParser json) throws IOException, UpstreamException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw invalid("an image in it is no text");
      }
      if (images.size() == MAX_IMAGES) {
        throw invalid("more images than were asked for");
      }
      images.add(Base64Text.read(json, maxImageBytes));
    }
  }

  private static JsonNode readInfo(String text) {
    try {
      return Json.read(text);
    } catch (IOException unreadable) {
      return MissingNode.getInstance();
    }
  }

  private GeneratedImage picture() throws UpstreamException {
    int first = info.path("index_of_first_image").asInt(0);
    if (first < 0 || first >= images.size() || images.get(first).length == 0) {
      throw invalid("there is no picture in it");
    }
    JsonNode seed = info.path("seed");
    JsonNode model = info.path("sd_model_name");
    return new GeneratedImage(
        images.get(first),
        seed.canConvertToLong() && seed.isIntegralNumber() && seed.longValue() >= 0
            ? OptionalLong.of(seed.longValue())
            : OptionalLong.empty(),
        Optional.of(Quote.clean(model.asText(""), MAX_MODEL)).filter(name -> !name.isEmpty()));
  }

  private static UpstreamException invalid(String what) {
    return Faults.exception(
        INVALID, "The service did not answer as Stable Diffusion WebUI does: " + what + ".");
  }

  static UpstreamException tooLarge() {
    return Faults.exception(TOO_LARGE, "The service's picture is larger than allowed.");
  }
}
