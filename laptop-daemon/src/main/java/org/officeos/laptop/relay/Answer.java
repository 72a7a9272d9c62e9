package org.officeos.laptop.relay;

import java.util.Optional;
import org.officeos.session.bytecode.Response;

/**
 * What a request's work came to.
 *
 * @param response result and what the work itself knows of it
 * @param body the whole body; empty where it was streamed or there is none
 * @param bytes length of the body, streamed or not
 */
record Answer(Response response, Optional<byte[]> body, long bytes) {

  static Answer whole(Response response, byte[] body) {
    return new Answer(response, Optional.of(body), body.length);
  }

  static Answer streamed(Response response, long bytes) {
    return new Answer(response, Optional.empty(), bytes);
  }
}
