# shellcheck shell=sh
# limit: 1500 s
# init: systemd
# What guard and audit take, as udev/install put them on this system: how long wlan0 is up until the guard has it down,
# and until the least program that could do it has, memory and wake-ups while nothing happens, how soon a killed guard's successor is ready, the full audit beside the start
# of a runtime. A figure that is short does not fail this. The product is /lab/product.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/unit-words
. /lab/guest/unit-words
guard=officeos-guard.service
[ "$LAB_KIND" = p2p-device ] || skip "without P2P-device the guard lets wlan0 be up"

step "the guard comes up"
await 400 "the guard, ready" is $guard active
await 400 "the supplicant" is officeos-supplicant.service active
await 90 "wlan0 down" is_down wlan0
ready=$(($(active_since $guard) / 1000000))

# The milliseconds of each time that wlan0 was up, as the kernel told another listener.
times_up() {
  awk '/: wlan0: </ {
    split(substr($1, 2, length($1) - 2), clock, /[T:]/)
    now = clock[2] * 3600 + clock[3] * 60 + clock[4]
    up = $0 ~ /[<,]UP[,>]/
    if (up && !was) since = now
    if (!up && was) printf "%.1f\n", (now - since) * 1000
    was = up
  }' "$1"
}

# up_to_down NAME: wlan0 is set up 260 times; of the last 200, "half" and "most" are the median and the 99th percentile.
up_to_down() {
  ip -ts -o monitor link >/run/lab/link.log 2>&1 &
  monitor=$!
  sleep 1
  for _ in $(seq 260); do
    ip link set wlan0 up
    sleep 0.2
  done
  sleep 1
  kill $monitor
  times_up /run/lab/link.log | tail -n 200 | sort -n >"$LAB_LOGS/$1.txt"
  counted=$(wc -l <"$LAB_LOGS/$1.txt")
  [ "$counted" -ge 190 ] || fail "wlan0 was seen to go down $counted times of 200"
  half=$(sed -n "$((counted / 2))p" "$LAB_LOGS/$1.txt")
  most=$(sed -n "$((counted * 99 / 100))p" "$LAB_LOGS/$1.txt")
}

step "wlan0 is set up 260 times; the last 200 count"
up_to_down up-to-down
down="$half ms at the median of $counted, $most ms p99"

step "nothing happens, for ten minutes"
sleep 20
woken=$(wakes $guard 40)
sleep 540
later=$(wakes $guard 40)
memory="$(kilobytes $guard VmRSS) kB, of which $(kilobytes $guard RssAnon) its own"

step "a guard is killed"
pid=$(of $guard MainPID)
began=$(now)
kill -KILL "$pid"
await 400 "another guard" another_than $guard "$pid"
back=$(seconds_since "$began")

# seconds COMMAND...: the median of three.
seconds() {
  for _ in 1 2 3; do
    seconds_began=$(now)
    "$@" >/dev/null 2>&1
    seconds_since "$seconds_began"
    echo
  done | sort -n | sed -n '/./p' | sed -n 2p
}

step "the full audit"
start=$(seconds officeos audit --explain AGL-FLT-01)
audit=$(seconds officeos audit --all)

step "the same, by a few lines of Python in place of the guard"
systemctl stop officeos-link.service officeos-supplicant.service $guard
rm -rf /run/officeos/wanting
rfkill unblock wifi
python3 /lab/guest/bare-guard.py &
bare=$!
up_to_down bare-up-to-down
kill $bare
note "wlan0 up to down $down, by a bare program $half and $most ms; guard $memory, woken $woken times in 40 s, \
$later nine minutes later; ready $ready s after the kernel began, $back s after SIGKILL; audit $audit s, of which its start $start s"
