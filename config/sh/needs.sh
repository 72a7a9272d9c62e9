# shellcheck shell=bash
# Sourced by ./demo and ./check, which set log_folder: finds what they need, installs it where it is missing and says so.

# The person's word first, then JAVA_HOME, then what is on the PATH; only a JDK of 17 or more will do.
jdk_home() {
  local candidate
  for candidate in "${OFFICEOS_JDK:-}" "${JAVA_HOME:-}" "$(home_of_command javac)" /usr/lib/jvm/java-17-openjdk-*; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ "$(jdk_major "$candidate")" -ge 17 ]; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

home_of_command() {
  local found
  found=$(command -v "$1" 2>/dev/null) || return 0
  dirname "$(dirname "$(readlink -f "$found")")"
}

# The number before the first dot of a JDK's version; 0 where it cannot be read.
jdk_major() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  fi
  printf '%s\n' "${version:-0}"
}

# A JDK of 25 or more for the second run; empty where there is none.
jdk_25_home() {
  local candidate
  for candidate in "${OFFICEOS_JDK25:-}" /usr/lib/jvm/*; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] && [ "$(jdk_major "$candidate")" -ge 25 ]; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
}

# install PACKAGE...: Debian packages, only those asked for; fails with what to do by hand.
install_packages() {
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "missing: $*; this machine has no apt-get, so install them by hand and start again" >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    echo "missing: $*; run 'apt-get install $*' as root and start again" >&2
    return 1
  fi
  echo "installing Debian packages: $*"
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
    >"${log_folder:?}/apt.log" 2>&1; then
    echo "apt-get could not install: $*; the last lines of $log_folder/apt.log:" >&2
    tail -n 5 "$log_folder/apt.log" >&2
    return 1
  fi
}

# need_jdk_and_maven: sets JAVA_HOME and MAVEN_OPTS.
need_jdk_and_maven() {
  local packages=()
  jdk_home >/dev/null || packages+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null 2>&1 || packages+=(maven)
  if [ ${#packages[@]} -gt 0 ]; then
    install_packages "${packages[@]}" || return 1
  fi
  JAVA_HOME=$(jdk_home) || { echo "no JDK of 17 or more was found" >&2; return 1; }
  export JAVA_HOME
  export MAVEN_OPTS="${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g}"
}
