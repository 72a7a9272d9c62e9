package org.officeos.hil.rig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How devices let this machine in: by one key, and only where they are who they were when their key
 * was written down. Nothing is ever asked of a person, nothing comes from this machine's own ssh
 * settings, and no agent or display is passed on.
 *
 * @param identity the file with the private key
 * @param knownHosts the file with the devices' keys, as {@code ssh-keyscan} writes them
 * @param connectTimeout after which a device counts as not there; whole seconds, at least one
 */
public record SshAccess(Path identity, Path knownHosts, Duration connectTimeout) {

  private static final Duration SILENCE = Duration.ofSeconds(5);

  /** Refuses a limit that ssh would take for none. */
  public SshAccess {
    if (connectTimeout.toSeconds() < 1) {
      throw new IllegalArgumentException("at least a second to connect");
    }
  }

  /** The words that start one command there; the command is the one that follows. */
  List<String> words(SshHost host) {
    List<String> words = new ArrayList<>(List.of("ssh", "-F", "none", "-T", "-a", "-x"));
    words.addAll(List.of("-l", host.user(), "-p", Integer.toString(host.port())));
    words.addAll(List.of("-i", identity.toString()));
    for (String option :
        List.of(
            "BatchMode=yes",
            "IdentitiesOnly=yes",
            "IdentityAgent=none",
            "PreferredAuthentications=publickey",
            "StrictHostKeyChecking=yes",
            "UserKnownHostsFile=" + quoted(knownHosts),
            "GlobalKnownHostsFile=/dev/null",
            "UpdateHostKeys=no",
            "ClearAllForwardings=yes",
            "ControlPath=none",
            "ConnectTimeout=" + connectTimeout.toSeconds(),
            "ServerAliveInterval=" + SILENCE.toSeconds(),
            "ServerAliveCountMax=3")) {
      words.addAll(List.of("-o", option));
    }
    words.addAll(List.of("--", host.host()));
    return words;
  }

  /** Several files may stand in that option, with spaces between. */
  private static String quoted(Path file) {
    return "\"" + file + "\"";
  }
}
