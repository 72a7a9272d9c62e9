package org.officeos.hal.linux.lib;

import java.nio.file.Path;

class FakeLibCTest extends LibCContract {

  private final FakeLibC fake = new FakeLibC();

  @Override
  LibC libc() {
    return fake;
  }

  @Override
  DatagramListener listenAt(byte[] address) {
    return fake.listenAt(address);
  }

  @Override
  void write(Path file, byte[] content) {
    fake.file(file.toString(), content);
  }

  @Override
  boolean attribute(Path file, String name, byte[] value) {
    fake.attribute(file.toString(), name, value);
    return true;
  }
}
