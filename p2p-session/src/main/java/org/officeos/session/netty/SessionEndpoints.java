package org.officeos.session.netty;

import org.officeos.session.EndpointConfig;
import org.officeos.session.SessionEndpoint;

/** Makes endpoints. The one public type of this room. */
public final class SessionEndpoints {

  private SessionEndpoints() {}

  /** An endpoint with threads of its own, which {@link SessionEndpoint#close()} stops. */
  public static SessionEndpoint create(EndpointConfig config) {
    return new NettyEndpoint(config);
  }
}
