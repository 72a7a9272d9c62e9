package org.officeos.laptop.link;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** A listening socket, as far as the listener needs it. */
interface Accepting extends Closeable {

  /** Waits for the next connection. */
  SocketChannel accept() throws IOException;
}
