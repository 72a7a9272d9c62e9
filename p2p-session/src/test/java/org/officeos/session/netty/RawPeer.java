package org.officeos.session.netty;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import org.officeos.session.record.RecordFormat;

/** A peer that sends what it likes. Blocks; every read gives up a little after the gate does. */
final class RawPeer implements AutoCloseable {

  private final Socket socket = new Socket();

  RawPeer(InetSocketAddress address) throws IOException {
    socket.connect(address, 5000);
    socket.setSoTimeout((HandshakeGate.SECONDS_EACH + 5) * 1000);
    socket.setTcpNoDelay(true);
  }

  RawPeer send(byte[] message) throws IOException {
    return sendRaw(RecordFormat.frame(message));
  }

  RawPeer sendRaw(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException closedByThem) {
      return this;
    }
    return this;
  }

  /** The next message, or an empty array when the other side closed. */
  byte[] receive() throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    try {
      byte[] message = new byte[in.readUnsignedShort()];
      in.readFully(message);
      return message;
    } catch (EOFException | SocketException closed) {
      return new byte[0];
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
