package org.officeos.hal.linux.lib;

import java.io.IOException;

/** Somebody who is bound to a local address and keeps what comes. */
public interface DatagramListener extends AutoCloseable {

  /** The next datagram as text; waits up to five seconds. */
  String next() throws IOException;

  @Override
  void close() throws IOException;
}
