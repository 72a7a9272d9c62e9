# shellcheck shell=sh
# limit: 1500 s
# suite: airgap
# init: systemd
# sleeps: yes
# Somebody who is root on a handheld with systemd and never stops trying to get wlan0 into a network, while what keeps the
# air gap is killed, starved, stopped, installed anew, put to sleep with the machine, and the radio's driver loaded anew.
# Then with nothing shut, which has to get out. The witness is the air. The product is /lab/product.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/unit-words
. /lab/guest/unit-words
guard=officeos-guard.service
filter=officeos-filter.service
probes=0
told=

[ "$LAB_KIND" = p2p-device ] || skip "without P2P-device the station interface has to be up"

step "filter and guard come up, and an access point is on the air"
await 400 "the packet filter, read back" is $filter active
await 400 "the guard, ready" is $guard active
await 100 "the supplicant" is officeos-supplicant.service active
far_end "$(cat /run/lab/laptop/phy)"

# shut_since WORDS BEGAN SHUT: of the time since something was done, and since it was seen shut, what the air had of wlan0.
shut_since() {
  sleep 1
  attack_over
  # The attacker's last word may be what the guard is just about.
  await 5 "$1: wlan0 down" is_down wlan0
  early=$(sent_between "$2" "$3" '')
  late=$(sent_between "$3" '' 'not subtype probe-req')
  probe=$(sent_between "$3" '' 'subtype probe-req')
  probes=$((probes + probe))
  took=$(awk -v a="$2" -v b="$3" 'BEGIN { printf "%.1f", b - a }')
  echo "$1: $early frames in the $took s before it was shut, then $late, and $probe probe requests"
  [ "$late" -eq 0 ] || fail "$1: $late frames of wlan0 got out"
  told="$told; $1: shut after $took s, $early frames in them"
}

# ended SECONDS WORDS COMMAND...: the guard, whose number is pid then, ends by that and another comes; the radio is blocked
# within that time.
ended() {
  ended_within=$1
  ended_words=$2
  shift 2
  pid=$(of $guard MainPID)
  attack
  began=$(epoch)
  "$@" || fail "$ended_words: $* ended with $?"
  await "$ended_within" "the radio blocked" blocked
  shut=$(epoch)
  await 400 "another guard" another_than $guard "$pid"
  await 90 "the radio no longer blocked" unblocked
  shut_since "$ended_words" "$began" "$shut"
}

told_guard() {
  kill "-$1" "$pid"
}

starved() {
  echo 1000 >"/proc/$pid/oom_score_adj"
  echo f >/proc/sysrq-trigger
}

step "the guard is killed"
ended 30 "killed" told_guard KILL

step "the guard is killed for want of memory"
ended 30 "out of memory" starved
journalctl -k --no-pager | grep -q "Killed process $pid" || fail "the kernel took another process than the guard"

step "the guard is stopped in its tracks"
ended 60 "stopped" told_guard STOP

step "another version is installed, and the units are started again"
pid=$(of $guard MainPID)
echo "# Another version." >>/usr/lib/officeos/bin/officeos
attack
began=$(epoch)
sh /lab/product/udev/install >"$LAB_LOGS/upgrade.log" 2>&1 || fail "udev/install: $(tail -n 2 "$LAB_LOGS/upgrade.log")"
grep -q ' /usr/lib/officeos$' "$LAB_LOGS/upgrade.log" || fail "the product was not installed anew"
systemctl --no-block restart $filter $guard
await 60 "the radio blocked" blocked
shut=$(epoch)
await 400 "the filter" is $filter active
await 400 "another guard" another_than $guard "$pid"
await 90 "the radio no longer blocked" unblocked
shut_since "installed anew" "$began" "$began"

# just_said_so: the guard's word to its watchdog is less than a second old. The kernel's test of sleep, unlike sleep, lets
# the clock go on that the watchdog looks at.
just_said_so() {
  said=$(of $guard WatchdogTimestampMonotonic)
  [ $(($(now) * 10000 - said)) -lt 1000000 ]
}

step "the machine sleeps for five seconds"
pid=$(of $guard MainPID)
attack
await 60 "a fresh word to the watchdog" just_said_so
began=$(epoch)
asleep || fail "the machine does not sleep"
sleep 5
[ "$(of $guard MainPID)" = "$pid" ] || fail "the guard ended over it"
nft list table inet officeos_airgap | grep -q 'policy drop' || fail "the rules are gone"
shut_since "asleep" "$began" "$began"

step "the radio's driver is loaded anew"
far_end_over
attack
driver_anew
far_end "$(cat /run/lab/laptop/phy)"
began=$(epoch)
sleep 8
shut_since "driver loaded anew" "$began" "$began"

step "nothing is shut"
systemctl stop officeos-link.service officeos-supplicant.service $guard $filter
nft flush ruleset
rm -rf /run/officeos/wanting
for switch in /sys/class/rfkill/rfkill*/soft; do
  echo 0 >"$switch"
done
began=$(epoch)
got_out() {
  open=$(sent_between "$began" '' 'not subtype probe-req')
  [ "$open" -gt 0 ]
}
attack
await 60 "a frame of wlan0 on the air, which nothing shuts" got_out
attack_over
note "open $open frames, shut 0, and $probes probe requests$told"
