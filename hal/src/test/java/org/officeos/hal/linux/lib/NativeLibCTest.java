package org.officeos.hal.linux.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  @Override
  void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
  }

  @Override
  boolean attribute(Path file, String name, byte[] value) {
    try {
      Files.setAttribute(file, name.replaceFirst("\\.", ":"), value);
      return true;
    } catch (IOException | UnsupportedOperationException notHere) {
      return false;
    }
  }
}
