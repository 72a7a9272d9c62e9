package org.officeos.hal.linux.lib;

import java.io.IOException;

class NativeLibCTest extends LibCContract {

  private final LibC libc = new NativeLibC();

  @Override
  LibC libc() {
    return libc;
  }

  @Override
  DatagramListener listenAt(byte[] address) throws IOException {
    return new NativeDatagramListener(address);
  }
}
