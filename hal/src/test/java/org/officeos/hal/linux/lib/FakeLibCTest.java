package org.officeos.hal.linux.lib;

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
}
