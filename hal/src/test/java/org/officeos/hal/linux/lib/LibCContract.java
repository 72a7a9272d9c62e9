package org.officeos.hal.linux.lib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What any C library must do; run over the fake and over the real one. */
abstract class LibCContract {

  @TempDir Path folder;

  abstract LibC libc();

  /** Somebody who is bound to the address and keeps what comes. */
  abstract DatagramListener listenAt(byte[] address) throws IOException;

  private int socket() throws ErrnoException {
    return libc().socket(LibC.AF_UNIX, LibC.SOCK_DGRAM | LibC.SOCK_CLOEXEC, 0);
  }

  private byte[] path() {
    return UnixAddress.ofPath(folder.resolve("s").toString());
  }

  private static byte[] abstractName() {
    return UnixAddress.ofAbstractName("officeos-test-" + ProcessHandle.current().pid());
  }

  @Test
  void carriesADatagramToAPath() throws Exception {
    carriesADatagramTo(path());
  }

  @Test
  void carriesADatagramToAnAbstractName() throws Exception {
    carriesADatagramTo(abstractName());
  }

  private void carriesADatagramTo(byte[] address) throws Exception {
    try (DatagramListener listener = listenAt(address)) {
      int fd = socket();
      assertEquals(5, libc().sendto(fd, "hello".getBytes(UTF_8), LibC.MSG_NOSIGNAL, address));
      libc().close(fd);
      assertEquals("hello", listener.next());
    }
  }

  @Test
  void keepsDatagramsApart() throws Exception {
    try (DatagramListener listener = listenAt(path())) {
      int fd = socket();
      libc().sendto(fd, "one".getBytes(UTF_8), 0, path());
      libc().sendto(fd, "two".getBytes(UTF_8), 0, path());
      libc().close(fd);
      assertEquals("one", listener.next());
      assertEquals("two", listener.next());
    }
  }

  @Test
  void namesAPathThatIsNotThere() throws Exception {
    assertEquals(LibC.ENOENT, errnoOfSendingTo(path()));
  }

  @Test
  void namesAnAbstractNameThatNobodyListensAt() throws Exception {
    assertEquals(LibC.ECONNREFUSED, errnoOfSendingTo(abstractName()));
  }

  private int errnoOfSendingTo(byte[] address) throws ErrnoException {
    int fd = socket();
    ErrnoException refused =
        assertThrows(
            ErrnoException.class,
            () -> libc().sendto(fd, "x".getBytes(UTF_8), LibC.MSG_NOSIGNAL, address));
    libc().close(fd);
    assertEquals("sendto", refused.call());
    return refused.errno();
  }

  @Test
  void refusesToCloseTwice() throws Exception {
    int fd = socket();
    libc().close(fd);
    ErrnoException refused = assertThrows(ErrnoException.class, () -> libc().close(fd));
    assertEquals(LibC.EBADF, refused.errno());
    assertEquals("close", refused.call());
  }

  @Test
  void refusesAnAddressFamilyThatDoesNotExist() {
    ErrnoException refused =
        assertThrows(ErrnoException.class, () -> libc().socket(250, LibC.SOCK_DGRAM, 0));
    assertEquals("socket", refused.call());
    assertEquals(97, refused.errno());
  }
}
