package org.officeos.hal.linux.lib;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A network namespace of a test's own: one thread lives in it, what runs there and what it starts
 * sees its interfaces only, and it is gone when the thread is. Takes {@code CAP_SYS_ADMIN}.
 */
public final class NetworkNamespace implements AutoCloseable {

  /** The one function, as JNA binds it. */
  interface Functions extends Library {
    int unshare(int flags) throws LastErrorException;
  }

  private static final int CLONE_NEWNET = 0x40000000;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "network-namespace"));

  private NetworkNamespace() {}

  /** A new one; empty where this process may not make any. */
  public static Optional<NetworkNamespace> make() throws Exception {
    NetworkNamespace made = new NetworkNamespace();
    try {
      Functions c = Native.load("c", Functions.class);
      made.call(() -> c.unshare(CLONE_NEWNET));
      return Optional.of(made);
    } catch (LastErrorException e) {
      made.close();
      return Optional.empty();
    }
  }

  /** Runs inside, and throws what it throws. */
  public <T> T call(Callable<T> what) throws Exception {
    try {
      return thread.submit(what).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    }
  }

  /** Runs a program inside and gives what it writes; a failure fails the test. */
  public String run(String... command) throws Exception {
    return call(
        () -> {
          Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
          String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": " + said);
          }
          return said;
        });
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
