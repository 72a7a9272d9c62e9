package org.officeos.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.officeos.bench.net.Children;

/** {@link DaemonMain} as its parent sees it. */
final class Daemon implements AutoCloseable {

  /**
   * What the daemon said of itself.
   *
   * @param sessions sessions open
   * @param heapBytes heap in use right after a collection
   */
  record Sample(int sessions, long heapBytes) {}

  private final Process process;
  private final PrintWriter toDaemon;
  private final BufferedReader fromDaemon;
  private final InetSocketAddress address;

  Daemon(Path store) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DaemonMain.class.getName(),
                store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    toDaemon = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    fromDaemon =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(hear()));
  }

  InetSocketAddress address() {
    return address;
  }

  Sample sample() throws IOException {
    toDaemon.println();
    String[] words = hear().split(" ", -1);
    return new Sample(Integer.parseInt(words[0]), Long.parseLong(words[1]));
  }

  private String hear() throws IOException {
    String line = fromDaemon.readLine();
    if (line == null) {
      throw new IOException("the daemon ended early");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    toDaemon.close();
    Children.end(process, 20);
    fromDaemon.close();
  }
}
