# shellcheck shell=bash
# Sourced by hil/run: which guests are booted. Most scenarios share one. Each with "# init: systemd" in its head gets one
# of its own, with the product installed by udev/install and systemd as its first program; "# install: WORDS" are the
# installer's. Each with "# sleeps: yes" gets one of its own that has all in memory, since no share lives through sleep.

# head_of NAME WORD: what the scenario's head says there; empty where it says nothing.
head_of() {
  sed -n "s/^# $2: \(.*\)\$/\1/p" "hil/lab/scenarios/$1.sh" | head -n 1
}

wants_own_guest() {
  [ -n "$(head_of "$1" init)$(head_of "$1" sleeps)" ]
}

# log_of NAME: what the scenario's guest says on its console.
log_of() {
  if wants_own_guest "$1"; then
    echo "serial-$1.log"
  else
    echo serial.log
  fi
}

# boot_all ARCH: returns 0 when every guest went through all its scenarios, whatever came of them.
boot_all() {
  local all=("${chosen[@]}") plain=() name booted=0
  for name in "${all[@]}"; do
    wants_own_guest "$name" || plain+=("$name")
  done
  if [ ${#plain[@]} -gt 0 ]; then
    chosen=("${plain[@]}")
    guest_log=$(log_of "${plain[0]}")
    settings_for_guest >"$share/settings"
    boot_guest "$1" || booted=1
  fi
  for name in "${all[@]}"; do
    wants_own_guest "$name" || continue
    chosen=("$name")
    settings_for_guest >"$share/settings"
    [ -z "$(head_of "$name" init)" ] \
      || printf 'init %s %s\n' "$(head_of "$name" init)" "$(head_of "$name" install)" >>"$share/settings"
    [ -z "$(head_of "$name" sleeps)" ] || echo memory >>"$share/settings"
    # Until the units are through.
    guest_limit=$((guest_limit + 120 * slowness))
    rm -f "$log_folder/results/finished"
    guest_log=$(log_of "$name")
    boot_guest "$1" || booted=1
  done
  chosen=("${all[@]}")
  return "$booted"
}
