# shellcheck shell=bash
# Sourced by ./check: each group of evidence is one function that leaves its results behind.

# need_or_say COMMAND PACKAGE: installs it, or leaves it missing; the group that wants it says so.
need_or_say() {
  command -v "$1" >/dev/null 2>&1 || install_packages "$2" || true
}

# maven GROUP ARGUMENTS...: runs quietly into a log of its own; on failure shows the words that matter.
maven() {
  local log=${log_folder:?}/$1.log
  shift
  if mvn -B -Dstyle.color=never "$@" >"$log" 2>&1; then
    return 0
  fi
  grep -E '^\[ERROR\] .|^\[WARNING\] .*\.(java|xml)' "$log" \
    | grep -vE 'full stack trace|full debug|more information|\[Help 1\] http|correcting the problems|mvn <args>' \
    | sed 's/ -> \[Help 1\]$//' | head -n 40
  echo "the whole log: $log"
  return 1
}

group_scripts() {
  began "scripts"
  local script
  for script in demo check config/prove-fences .ci/run bin/officeos bin/officeos-laptop bin/network-lockdown-audit bin/class-archive hil/run \
    udev/install udev/libexec/* udev/init.d/* $(grep -lE '^#!.*sh$|^# shellcheck shell' hil/lab/guest/* hil/lab/scenarios/*); do
    if ! command -v shellcheck >/dev/null 2>&1; then
      result skipped scripts "$script" "shellcheck is not installed"
    elif shellcheck -x "$script" >"$log_folder/shellcheck.log" 2>&1; then
      result passed scripts "$script"
    else
      cat "$log_folder/shellcheck.log"
      result failed scripts "$script" "shellcheck has findings"
    fi
  done
}

group_units() {
  began "systemd units"
  local unit kind name
  if ! command -v systemd-analyze >/dev/null 2>&1; then
    result skipped "systemd units" "all" "systemd-analyze is not installed"
    return
  fi
  for unit in udev/systemd/*/*.service; do
    kind=$(basename "$(dirname "$unit")")
    name=$(basename "$unit")
    unit_verified "${kind/jail/system}" "$unit" "$name"
    # A unit of one person's session has no rights that exposure could count.
    [ "$kind" = system ] || continue
    case $name in
      officeos-link.service | officeos-guard.service | officeos-shut@.service | officeos-supplicant.service)
        unit_exposure "$unit" "$name" 20 "" ;;
      officeos-filter.service) unit_exposure "$unit" "$name" 13 "" ;;
      *) unit_exposure "$unit" "$name" 12 "" ;;
    esac
    [ "$name" != officeos-laptop.service ] || unit_exposure "$unit" "$name" 20 "$unit.d"
  done
}

# The commands are not installed on a build machine: units are looked at with those in the tree.
unit_copied() {
  sed "s#/usr/bin/officeos#$PWD/bin/officeos#; s#/usr/lib/officeos-airgap/#$PWD/udev/libexec/#; \
    s#/usr/sbin/wpa_supplicant#/bin/true#; s#/usr/sbin/nft#/bin/true#" "$1" >"$2/$(basename "$1")"
}

unit_verified() {
  local scratch said sibling
  scratch=$(mktemp -d)
  # A unit may want another of its kind; those of the jail want the others, and those inside it stand for these.
  for sibling in udev/systemd/system/*.service "$(dirname "$2")"/*.service; do
    unit_copied "$sibling" "$scratch"
  done
  if [ "$1 $(dirname "$2")" = "system udev/systemd/jail" ]; then
    cp -r udev/systemd/jail/*.d "$scratch/"
    for sibling in filter guard; do
      cp "$scratch/officeos-$sibling.service" "$scratch/officeos-jail-$sibling.service"
    done
  fi
  [ ! -d "$2.d" ] || cp -r "$2.d" "$scratch/"
  said=$(XDG_RUNTIME_DIR=$scratch systemd-analyze "--$1" --man=no verify "$scratch/$3" 2>&1)
  if [ -z "$said" ]; then
    result passed "systemd units" "$2"
  else
    result failed "systemd units" "$2" "$said"
  fi
  rm -rf "$scratch"
}

# unit_exposure UNIT NAME TENTHS DROP-INS: what systemd counts, 0 for nothing exposed to 100.
unit_exposure() {
  local scratch said words="exposure of $2${4:+ with its drop-ins} at most $(($3 / 10)).$(($3 % 10))"
  scratch=$(mktemp -d)
  unit_copied "$1" "$scratch"
  [ -z "$4" ] || cp -r "$4" "$scratch/"
  if said=$(SYSTEMD_PAGER='' systemd-analyze security --offline=true "--threshold=$3" "$scratch/$2" 2>&1); then
    printf '  %s: %s\n' "$words" "$(sed -n 's/.*: \([0-9.]* [A-Z]*\).*/\1/p' <<<"$said" | tail -n 1)"
    result passed "systemd units" "$words"
  else
    result failed "systemd units" "$words" "$(tail -n 1 <<<"$said")"
  fi
  rm -rf "$scratch"
}

# A test that fails runs once more, since a shared machine loses seconds; it is named with what it had failed with.
tested=(-fae -Dmaven.test.failure.ignore=true -Dsurefire.rerunFailingTestsCount=1 -Dfailsafe.rerunFailingTestsCount=1
  "-Dvectors.dir=${vectors:?}")

group_reactor() {
  began "fences and tests on JDK $(jdk_major "$JAVA_HOME")"
  rm -rf ./*/target/surefire-reports ./*/target/lib
  if maven reactor verify "${tested[@]}"; then
    result passed "build with all fences" "mvn verify"
  else
    result failed "build with all fences" "mvn verify" "see above"
  fi
  junit_results "JDK $(jdk_major "$JAVA_HOME")" surefire-reports
}

# The same tests on the newer runtime. The classes are those of the first run: javac does not come into it.
group_jdk_25() {
  began "tests on JDK 25"
  local jdk25
  jdk25=$(jdk_25_home)
  if [ -z "$jdk25" ]; then
    result skipped "tests on JDK 25" "all" "JDK 25 is not installed here; set OFFICEOS_JDK25 to one"
    return
  fi
  echo "JDK $(jdk_major "$jdk25") at $jdk25"
  rm -rf ./*/target/reports-jdk25
  if ! maven jdk25 verify -Pquick "-Djvm=$jdk25/bin/java" -Dtests.reports=reports-jdk25 "${tested[@]}"; then
    result failed "tests on JDK 25" "mvn verify" "see above"
  fi
  junit_results "JDK $(jdk_major "$jdk25")" reports-jdk25
}

# Each @FuzzTest for a few seconds of coverage-guided input, beginning with its seed corpus.
group_fuzzing() {
  began "fuzzing, $fuzz_seconds s each"
  local room file class method targets=0 fuzzing=() at_once=$((($(nproc) + 1) / 2))
  for room in */; do
    room=${room%/}
    grep -rqs '@FuzzTest' "$room/src/test/java" || continue
    if ! maven "fuzz-classpath-$room" -o -Pquick -pl "$room" -am test-compile dependency:build-classpath \
      -Dmdep.includeScope=test "-Dmdep.outputFile=$log_folder/classpath-$room"; then
      result failed fuzzing "$room" "no class path; see above"
      continue
    fi
    while IFS= read -r file; do
      class=${file#"$room/src/test/java/"}
      class=${class%.java}
      class=${class//\//.}
      while IFS= read -r method; do
        targets=$((targets + 1))
        # Each of them is one thread; half of the processors are the lab's.
        [ "${#fuzzing[@]}" -lt "$at_once" ] || wait "${fuzzing[-$at_once]}"
        fuzz_one "$room" "$class" "$method" &
        fuzzing+=($!)
      done < <(awk '/@FuzzTest/ { armed = 1 } armed && match($0, /void [A-Za-z0-9_]+\(/) {
        print substr($0, RSTART + 5, RLENGTH - 6); armed = 0 }' "$file")
    done < <(grep -rl '@FuzzTest' "$room/src/test/java" | sort)
  done
  if [ "$targets" -gt 0 ]; then
    wait "${fuzzing[@]}"
  else
    result failed fuzzing "all" "no fuzz target was found"
  fi
}

fuzz_one() {
  local room=$1 class=$2 method=$3 name=${2##*.}.$3 folder=$PWD/$1/target/fuzz/$2.$3 log runs
  rm -rf "$folder"
  mkdir -p "$folder"
  log=$folder/log
  if (cd "$room/target" && "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC \
    -XX:+UnlockDiagnosticVMOptions -XX:ArrayOperationPartialInlineSize=0 \
    -cp "test-classes:classes:$(cat "$log_folder/classpath-$room")" com.code_intelligence.jazzer.Jazzer \
    "--target_class=$class" "--target_method=$method" "--reproducer_path=$folder" \
    "-artifact_prefix=$folder/" "-max_total_time=$fuzz_seconds") >"$log" 2>&1; then
    runs=$(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$log")
    printf '  %-64s %s inputs\n' "$name" "${runs:-0}"
    if [ "${runs:-0}" -gt 0 ]; then
      result passed fuzzing "$name"
    else
      result failed fuzzing "$name" "no input was run; see $log"
    fi
  else
    grep -E '^(== Java Exception|Caused by|java\.|org\.)' "$log" | head -n 4
    result failed fuzzing "$name" "a finding or no start; the input and the log are in $folder"
  fi
}

# Scenarios on simulated air, in virtual machines: each kind of driver, and a handheld's processor. Those that take
# minutes on every one of them are left to hil/run.
group_lab_x86_64() {
  began "radio lab, x86_64"
  lab_run x86_64 p2p-device --suite airgap --scenario supplicant-smoke --scenario pairing
  lab_run x86_64 no-p2p-device --scenario supplicant-smoke
}

group_lab_aarch64() {
  began "radio lab, aarch64"
  lab_run aarch64 p2p-device --suite airgap --scenario supplicant-smoke
}

lab_rows() {
  echo "$PWD/hil/target/lab/$1-$2/results/rows.tsv"
}

# lab_run ARCH KIND WHAT...: a scenario that fails is run once more, since an emulator on a shared machine loses seconds.
lab_run() {
  local group="radio lab: $1, $2" rows status options=(--arch "$1" --once-more)
  if [ "$(id -u)" -ne 0 ]; then
    result skipped "$group" "all" "it wants root, to make its image and to start its guest"
    return
  fi
  rows=$(lab_rows "$1" "$2")
  [ "$2" = p2p-device ] || options+=("--$2")
  shift 2
  rm -f "$rows"
  "${copy:?}/hil/run" "${options[@]}" "$@" </dev/null
  status=$?
  # A guest that died has failed rows for what it did not reach.
  if [ ! -s "$rows" ] || { [ "$status" -gt 1 ] && ! grep -q '^failed' "$rows"; }; then
    result failed "$group" "the lab itself" "hil/run ended with $status; see above"
    return
  fi
  awk -F'\t' -v group="$group" '{ print $1 "\t" group "\t" $2 "\t" $4 }' "$rows" >>"${results:?}"
  awk -F'\t' -v group="$group" '{ print group "\t" $1 "\t" $2 }' "${rows%/results/*}/again.tsv" >>"${retried:?}" 2>/dev/null
}

group_fences() {
  began "fences proved, each by a planted violation"
  local proved=$log_folder/fences.tsv state name words
  : >"$proved"
  config/prove-fences --results "$proved"
  while IFS=$'\t' read -r state name words; do
    result "$state" "fences proved" "$name" "$words"
  done <"$proved"
  [ -s "$proved" ] || result failed "fences proved" "all" "config/prove-fences left no results"
}

# The sources once more, in a folder where nothing else builds. The lab's guests get what is built there, and its jars
# are the second build.
copied() {
  copy=$log_folder/copy
  mkdir -p "$copy/hil/target" hil/target/lab
  tar -c --exclude=./target --exclude='./*/target' --exclude=./.git --exclude=./out . | tar -x -C "$copy"
  ln -s "$PWD/hil/target/lab" "$copy/hil/target/lab"
}

# A second build of the same sources, in another folder, must give the same bytes.
group_reproducible() {
  began "jars built twice"
  local jar
  if ! (cd "$copy" && maven again -o -Pquick -DskipTests package); then
    result failed "jars built twice" "second build" "see above"
    return
  fi
  for jar in */target/*-SNAPSHOT.jar; do
    if cmp -s "$jar" "$copy/$jar"; then
      printf '  %-52s sha256 %s\n' "$jar" "$(sha256sum "$jar" | cut -c1-16)…"
      result passed "jars built twice" "$jar"
    else
      result failed "jars built twice" "$jar" "the two builds differ"
    fi
  done
  rm -rf "$copy"
}
