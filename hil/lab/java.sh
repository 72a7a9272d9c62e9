# shellcheck shell=bash
# Sourced by hil/run: the scenarios in Java, built here and run in the guest.

# scenarios_want_java NAME...: whether one of them runs tests in Java.
scenarios_want_java() {
  local name
  for name in "$@"; do
    ! grep -q '^java_tests ' "hil/lab/scenarios/$name.sh" || return 0
  done
  return 1
}

# scenarios_want_product NAME...: whether one of them starts the product's own commands.
scenarios_want_product() {
  local name
  for name in "$@"; do
    ! grep -q '/lab/product' "hil/lab/scenarios/$name.sh" || return 0
  done
  return 1
}

# product_ready SHARE: puts the two commands, as they are shipped, into SHARE/product.
product_ready() {
  local target=$1/product room jar
  need_jdk_and_maven && build_product || return 1
  mkdir -p "$target"
  cp -a bin udev "$target/"
  for room in handheld-service laptop-daemon hil; do
    mkdir -p "$target/$room/target"
    for jar in "$room"/target/*-SNAPSHOT.jar "$room/target/lib"; do
      cp -a "$jar" "$target/$room/target/" || return 1
    done
  done
}

# java_ready SHARE: puts hil's tests and all they run with into SHARE/java, as jars.
java_ready() {
  local target=$1/java entry name started=$SECONDS
  need_jdk_and_maven || return 1
  mkdir -p "$target"
  if ! mvn -B -Dstyle.color=never -Pquick -pl hil -am test-compile dependency:build-classpath \
    -Dmdep.includeScope=test "-Dmdep.outputFile=$log_folder/classpath" >"$log_folder/build.log" 2>&1; then
    echo "the scenarios do not build; the first words that matter of $log_folder/build.log:" >&2
    grep -m 8 -E '^\[(ERROR|WARNING)\] .*\.java|^\[ERROR\] .*(Failed|BUILD)' "$log_folder/build.log" >&2
    return 1
  fi
  while IFS= read -r entry; do
    if [ -d "$entry" ]; then
      name=$(basename "$(dirname "$(dirname "$entry")")")-$(basename "$entry")
      "$JAVA_HOME/bin/jar" --create --no-compress --file "$target/$name.jar" -C "$entry" . || return 1
    elif [ -f "$entry" ]; then
      cp "$entry" "$target/" || return 1
    fi
  done < <(printf '%s:%s:%s\n' "$PWD/hil/target/test-classes" "$PWD/hil/target/classes" "$(cat "$log_folder/classpath")" | tr ':' '\n')
  rm -f "$log_folder/classpath"
  echo "scenarios built in $((SECONDS - started)) s, $(find "$target" -name '*.jar' | wc -l) jars"
}
