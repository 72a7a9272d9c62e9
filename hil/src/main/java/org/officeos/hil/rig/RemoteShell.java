package org.officeos.hil.rig;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the shell on a device is told. For dash, bash and busybox's, which agree on one way only to
 * send a signal to a group: {@code kill -NAME -GROUP}, without {@code --}.
 */
final class RemoteShell {

  /** What the scripts end with where they could not do what they are for. */
  static final int COULD_NOT = 126;

  /** What the script that fetches ends with where there is no such file. */
  static final int NO_FILE = 66;

  /**
   * Starts a program with a process group of its own, its number in a file, and ends that group
   * when the connection ends: then standard input does, which nobody closes before. A program that
   * no longer reads what is typed goes on. Arguments: its folder, its number, and its words.
   */
  static final String RUN =
      """
      mkdir -p "$1/.rig" && cd "$1" || exit 126
      name=.rig/$2
      shift 2
      mkfifo "$name.in" || exit 126
      exec 3<&0
      setsid "$@" <"$name.in" 3<&- &
      program=$!
      setsid sh -c '
        echo "$1" >"$2.new" && mv "$2.new" "$2.pid"
        cat <&3 >"$2.in" || cat <&3 >/dev/null
        kill -TERM "-$1" 2>/dev/null || kill -TERM "$1" 2>/dev/null
        sleep 3
        kill -KILL "-$1" 2>/dev/null || kill -KILL "$1" 2>/dev/null
      ' relay "$program" "$name" >/dev/null 2>&1 &
      relay=$!
      exec 3<&-
      wait "$program"
      ended=$?
      kill -KILL "-$relay" 2>/dev/null || kill -KILL "$relay" 2>/dev/null
      rm -f "$name.in" "$name.pid"
      exit "$ended"
      """;

  /** Sends a signal to a program and all it started. Arguments: its folder, its number, signal. */
  static final String SIGNAL =
      """
      tries=0
      until [ -s "$1/.rig/$2.pid" ]; do
        tries=$((tries + 1))
        [ "$tries" -le 40 ] || exit 126
        sleep 0.1
      done
      program=$(cat "$1/.rig/$2.pid")
      kill "-$3" "-$program" 2>/dev/null || kill "-$3" "$program"
      """;

  /** Takes a file whole or not at all. Arguments: the file, and its size in bytes. */
  static final String PUT =
      """
      mkdir -p "$(dirname "$1")" && cat >"$1.part" || exit 126
      [ "$(wc -c <"$1.part")" -eq "$2" ] && mv "$1.part" "$1" || exit 126
      """;

  /** Gives a file. Argument: the file. */
  static final String FETCH =
      """
      [ -f "$1" ] || exit 66
      cat <"$1"
      """;

  /** Makes a folder for a rig and tells it. Argument: the product's command. */
  static final String PREPARE =
      """
      [ -x "$1" ] || exit 66
      mktemp -d "${TMPDIR:-/tmp}/officeos-rig.XXXXXXXX"
      """;

  /** Takes that folder away, and nothing else. Argument: the folder. */
  static final String TIDY =
      """
      case $1 in
        */officeos-rig.????????) rm -rf "$1" ;;
        *) exit 126 ;;
      esac
      """;

  private RemoteShell() {}

  /** The script with its arguments, as one line for the login shell. */
  static String command(String script, List<String> arguments) {
    return "exec sh -c "
        + quoted(script)
        + " rig "
        + arguments.stream().map(RemoteShell::quoted).collect(Collectors.joining(" "));
  }

  /** As a shell reads one word that is exactly this. */
  static String quoted(String word) {
    if (word.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a word has no zero byte");
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
