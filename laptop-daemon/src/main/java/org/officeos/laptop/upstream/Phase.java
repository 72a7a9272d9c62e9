package org.officeos.laptop.upstream;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How far one call has come, so that a fault can be told from another. Safe for two threads. */
final class Phase extends EventListener {

  private volatile boolean connected;
  private volatile boolean answered;

  /** Whether there was a connection. */
  boolean connected() {
    return connected;
  }

  /** Whether an answer had begun. */
  boolean answered() {
    return answered;
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    connected = true;
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    connected = true;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    answered = true;
  }
}
