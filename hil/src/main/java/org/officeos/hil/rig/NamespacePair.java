package org.officeos.hil.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.officeos.hil.rig.RigException.Reason;

/** Two network namespaces and the virtual pair between them, made with iproute2. */
final class NamespacePair {

  /** The group owner's usual address in Android's Wi-Fi Direct. */
  static final String LAPTOP_ADDRESS = "192.168.49.1";

  private static final String HANDHELD_ADDRESS = "192.168.49.10";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final String handheld;
  private final String laptop;

  private NamespacePair(String suffix) {
    this.handheld = "oos-h-" + suffix;
    this.laptop = "oos-l-" + suffix;
  }

  static NamespacePair create() throws RigException {
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new RigException(Reason.NOT_POSSIBLE_HERE, "network namespaces need root");
    }
    if (!Files.isExecutable(Path.of("/usr/sbin/ip")) && !Files.isExecutable(Path.of("/sbin/ip"))) {
      throw new RigException(Reason.NOT_POSSIBLE_HERE, "iproute2 is not installed");
    }
    NamespacePair pair = new NamespacePair(Long.toString(ProcessHandle.current().pid()));
    try {
      pair.make();
      return pair;
    } catch (RigException e) {
      pair.remove();
      throw e;
    }
  }

  private void make() throws RigException {
    ip("netns add " + handheld);
    ip("netns add " + laptop);
    ip("-n " + handheld + " link add p2p-h type veth peer name p2p-l netns " + laptop);
    ip("-n " + handheld + " addr add " + HANDHELD_ADDRESS + "/24 dev p2p-h");
    ip("-n " + laptop + " addr add " + LAPTOP_ADDRESS + "/24 dev p2p-l");
    for (String link :
        List.of(handheld + " p2p-h", handheld + " lo", laptop + " p2p-l", laptop + " lo")) {
      String[] words = link.split(" ", -1);
      ip("-n " + words[0] + " link set " + words[1] + " up");
    }
  }

  List<String> enterHandheld() {
    return List.of("ip", "netns", "exec", handheld);
  }

  List<String> enterLaptop() {
    return List.of("ip", "netns", "exec", laptop);
  }

  Finished inHandheld(List<String> command) throws RigException {
    List<String> words = new ArrayList<>(enterHandheld());
    words.addAll(command);
    return call(words);
  }

  void remove() {
    for (String name : List.of(handheld, laptop)) {
      try {
        call(List.of("ip", "netns", "del", name));
      } catch (RigException e) {
        System.getLogger("hil").log(System.Logger.Level.WARNING, "namespace " + name + " stays", e);
      }
    }
  }

  private static void ip(String words) throws RigException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words.split(" ", -1)));
    Finished finished = call(command);
    if (finished.exit() != 0) {
      throw new RigException(Reason.NOT_POSSIBLE_HERE, finished.describe());
    }
  }

  private static Finished call(List<String> command) throws RigException {
    try {
      return new Running(String.join(" ", command), new ProcessBuilder(command).start())
          .await(LIMIT);
    } catch (IOException e) {
      throw new RigException(Reason.NOT_STARTED, String.join(" ", command), e);
    }
  }
}
