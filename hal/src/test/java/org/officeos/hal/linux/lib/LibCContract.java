package org.officeos.hal.linux.lib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What any C library must do; run over the fake and over the real one. */
abstract class LibCContract {

  @TempDir Path folder;

  abstract LibC libc();

  /** Somebody who is bound to the address and keeps what comes. */
  abstract DatagramListener listenAt(byte[] address) throws IOException;

  /** Writes a file that {@code open} finds. */
  abstract void write(Path file, byte[] content) throws IOException;

  /** Gives a file an attribute; false where its file system takes none. */
  abstract boolean attribute(Path file, String name, byte[] value) throws IOException;

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

  @Test
  void readsAFileToItsEnd() throws Exception {
    Path file = folder.resolve("device");
    write(file, new byte[] {1, 2, 3});
    int fd = libc().open(file.toString(), LibC.O_RDONLY | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
    byte[] data = new byte[8];
    assertEquals(LibC.POLLIN, libc().poll(fd, LibC.POLLIN, 0));
    assertEquals(3, libc().read(fd, data));
    assertArrayEquals(new byte[] {1, 2, 3, 0, 0, 0, 0, 0}, data);
    assertEquals(0, libc().read(fd, data));
    libc().close(fd);
  }

  @Test
  void waitsForSeveralAndTellsWhich() throws Exception {
    Path file = folder.resolve("device");
    write(file, new byte[] {1});
    int idle = libc().socket(LibC.AF_NETLINK, LibC.SOCK_RAW | LibC.SOCK_CLOEXEC, 0);
    int ready = libc().open(file.toString(), LibC.O_RDONLY | LibC.O_CLOEXEC);
    assertArrayEquals(
        new int[] {0, LibC.POLLIN}, libc().poll(new int[] {idle, ready}, LibC.POLLIN, 0));
    assertArrayEquals(new int[] {0}, libc().poll(new int[] {idle}, LibC.POLLIN, 1));
    int[] one = {LibC.NO_DESCRIPTOR, ready};
    assertArrayEquals(new int[] {0, LibC.POLLIN}, libc().poll(one, LibC.POLLIN, 0));
    libc().close(idle);
    libc().close(ready);
  }

  @Test
  void aCounterAddsUpAndIsEmptyOnceItIsRead() throws Exception {
    int fd = libc().eventfd(0, LibC.EFD_NONBLOCK | LibC.EFD_CLOEXEC);
    try {
      assertEquals(0, libc().poll(fd, LibC.POLLIN, 0));
      libc().write(fd, number(2));
      libc().write(fd, number(3));
      assertEquals(LibC.POLLIN, libc().poll(fd, LibC.POLLIN, 0));
      byte[] read = new byte[Long.BYTES];
      assertEquals(Long.BYTES, libc().read(fd, read));
      assertArrayEquals(number(5), read);
      assertEquals(0, libc().poll(fd, LibC.POLLIN, 0));
      ErrnoException empty = assertThrows(ErrnoException.class, () -> libc().read(fd, read));
      assertEquals(LibC.EAGAIN, empty.errno());
    } finally {
      libc().close(fd);
    }
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(value).array();
  }

  @Test
  void writesWhatWasOpenedForThat() throws Exception {
    Path file = folder.resolve("device");
    write(file, new byte[] {1});
    int fd = libc().open(file.toString(), LibC.O_WRONLY | LibC.O_CLOEXEC);
    assertEquals(2, libc().write(fd, new byte[] {2, 3}));
    libc().close(fd);
    int reading = libc().open(file.toString(), LibC.O_RDONLY | LibC.O_CLOEXEC);
    assertEquals(LibC.EBADF, errnoOf("write", () -> libc().write(reading, new byte[1])));
    libc().close(reading);
    assertEquals(LibC.EBADF, errnoOf("write", () -> libc().write(fd, new byte[1])));
  }

  @Test
  void tellsAnAttributeAndItsLengthAlone() throws Exception {
    Path file = folder.resolve("program");
    write(file, new byte[] {1});
    String path = file.toString();
    int none = errnoOf("getxattr", () -> libc().getxattr(path, "user.x", new byte[0]));
    assertTrue(none == LibC.ENODATA || none == LibC.EOPNOTSUPP, "errno " + none);
    if (attribute(file, "user.x", new byte[] {7, 8})) {
      assertEquals(2, libc().getxattr(path, "user.x", new byte[0]));
      byte[] value = new byte[3];
      assertEquals(2, libc().getxattr(path, "user.x", value));
      assertArrayEquals(new byte[] {7, 8, 0}, value);
    }
  }

  @Test
  void namesAFileThatIsNotThere() {
    String path = folder.resolve("nothing").toString();
    ErrnoException refused =
        assertThrows(ErrnoException.class, () -> libc().open(path, LibC.O_RDONLY));
    assertEquals("open", refused.call());
    assertEquals(LibC.ENOENT, refused.errno());
  }

  @Test
  void doesNothingWithADescriptorThatIsNotOpen() throws Exception {
    int fd = socket();
    libc().close(fd);
    byte[] some = new byte[12];
    some[0] = LibC.AF_NETLINK;
    assertEquals(LibC.EBADF, errnoOf("bind", () -> libc().bind(fd, some)));
    assertEquals(LibC.EBADF, errnoOf("read", () -> libc().read(fd, some)));
    assertEquals(LibC.EBADF, errnoOf("recvfrom", () -> libc().recvfrom(fd, some, 0, some)));
    assertEquals(
        LibC.EBADF, errnoOf("setsockopt", () -> libc().setsockopt(fd, 270, 10, new byte[4])));
  }

  private static int errnoOf(String call, Executable what) {
    ErrnoException refused = assertThrows(ErrnoException.class, what);
    assertEquals(call, refused.call());
    return refused.errno();
  }
}
