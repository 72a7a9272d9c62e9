package org.officeos.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.officeos.bench.net.Children;

/** {@link DaemonMain} as its parent sees it. */
final class Daemon implements AutoCloseable {

  /**
   * What the daemon said of itself.
   *
   * @param sessions sessions open
   * @param heapBytes heap in use right after a collection
   * @param endings why sessions ended so far, and how often
   */
  record Sample(int sessions, long heapBytes, String endings) {}

  private final Process process;
  private final PrintWriter toDaemon;
  private final BufferedReader fromDaemon;
  private final InetSocketAddress address;

  Daemon(Path store) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(ownCure());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DaemonMain.class.getName(), store.toString()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    toDaemon = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    fromDaemon =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(hear()));
  }

  /**
   * The flags that docs/adr/0008-keep-masked-copies-out-of-java-17.md asks for, if we have them.
   */
  private static List<String> ownCure() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            flag ->
                flag.equals("-XX:+UnlockDiagnosticVMOptions")
                    || flag.startsWith("-XX:ArrayOperationPartialInlineSize="))
        .toList();
  }

  InetSocketAddress address() {
    return address;
  }

  Sample sample() throws IOException {
    toDaemon.println();
    String[] words = hear().split(" ", -1);
    return new Sample(Integer.parseInt(words[0]), Long.parseLong(words[1]), words[2]);
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
