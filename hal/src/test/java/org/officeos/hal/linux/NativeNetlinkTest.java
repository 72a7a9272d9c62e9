package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.netlink.Link;

/** The contract on the kernel that the tests run on, and what {@code /sys} says beside it. */
class NativeNetlinkTest extends NetlinkContract {

  private final LibC libc = new NativeLibC();

  @Override
  LibC libc() {
    return libc;
  }

  @Override
  LongSupplier nanos() {
    return System::nanoTime;
  }

  @Test
  void tellsWhatSysTells() throws Exception {
    Map<String, String> ofSys = new TreeMap<>();
    try (Stream<Path> entries = Files.list(Path.of("/sys/class/net"))) {
      for (Path each : entries.filter(path -> Files.exists(path.resolve("ifindex"))).toList()) {
        long flags = Long.decode(text(each, "flags"));
        ofSys.put(
            String.valueOf(each.getFileName()),
            text(each, "ifindex")
                + (flags & 1)
                + text(each, "type")
                + text(each, "operstate")
                + text(each, "address"));
      }
    }
    Map<String, String> ofNetlink = new TreeMap<>();
    for (Link link : RadioReader.ofThisMachine().links()) {
      ofNetlink.put(
          link.name(),
          link.index()
              + (link.isUp() ? "1" : "0")
              + link.kind()
              + link.state().name().toLowerCase(Locale.ROOT).replace("_", "")
              + link.address().map(Object::toString).orElse(""));
    }
    assertEquals(ofSys, ofNetlink);
  }

  private static String text(Path folder, String file) throws Exception {
    return Files.readString(folder.resolve(file), US_ASCII).strip();
  }
}
