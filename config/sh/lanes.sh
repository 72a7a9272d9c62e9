# shellcheck shell=bash
# Sourced by ./check, after groups.sh: what runs at the same time. A guest keeps one processor busy and little more, and so
# do the tests; so there are two lanes, about as long as each other. Where there is one processor only, or nobody who may
# start a guest, one comes after the other.

lane_of_tests() {
  group_reactor
  group_jdk_25
  group_fuzzing
  group_fences
}

lane_of_guests() {
  group_lab_aarch64
  touch "$log_folder/fetched"
  group_lab_x86_64
}

both_lanes() {
  copied
  if [ "$(nproc)" -gt 1 ] && [ "$(id -u)" -eq 0 ]; then
    local tests aside aside_group guest
    guest=$(lab_rows aarch64 p2p-device)
    rm -f "$guest"
    # Each a group of processes, so that it ends with this: a shell that waits hears what it is told, one that runs does not.
    set -m
    lane_of_guests 2>&1 </dev/null | sed -u 's/^/aside | /' &
    aside=$!
    aside_group=$(jobs -p %%)
    trap 'kill -- "-$aside_group" 2>/dev/null; exit 130' INT TERM
    # Two at once must not fetch what the product is made of; a guest is booted when all is there.
    until [ -e "$guest" ] || [ -e "$log_folder/fetched" ]; do
      sleep 1
    done
    lane_of_tests </dev/null &
    tests=$!
    set +m
    trap 'kill -- "-$aside_group" "-$tests" 2>/dev/null; exit 130' INT TERM
    wait "$tests"
    echo "what is still to come is what runs aside"
    wait "$aside"
    trap - INT TERM
  else
    lane_of_tests
    lane_of_guests
  fi
  group_reproducible
}
