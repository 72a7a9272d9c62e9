# shellcheck shell=sh
# limit: 1500 s
# init: systemd
# install: --jail
# With the radio in its jail, seen under systemd: every other program has loopback only, the supplicant, a guard and a
# packet filter are inside; the two ends pair over the air and the link's unit comes into the group. The product is
# /lab/product.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/unit-words
. /lab/guest/unit-words
jail=/run/netns/officeos
state=/run/lab

inside() {
  ip netns exec officeos "$@"
}

devices() {
  sed -n 's/^ *\([^ |:]*\):.*/\1/p' "$1/net/dev" 2>/dev/null | sort | tr '\n' ' '
}

# Every process of the handheld that sees another device than loopback, by name.
seeing_more() {
  lab=" net:[$(stat -Lc %i /run/netns/air)] net:[$(stat -Lc %i /run/netns/laptop)] "
  for process in /proc/[0-9]*; do
    own=$(readlink "$process/ns/net" 2>/dev/null) || continue
    case $lab in
      *" $own "*) continue ;;
    esac
    seen=$(devices "$process")
    [ "$seen" = "lo " ] || [ -z "$seen" ] || echo "$(cat "$process/comm" 2>/dev/null): $seen"
  done | sort -u
}

step "the jail, a filter and a guard in it, and the radio"
ip netns exec air tcpdump -i hwsim0 -U -Z root -w "$state/air.pcap" >"$state/air.log" 2>&1 &
echo $! >"$state/pids/air"
await 400 "the packet filter inside" is officeos-jail-filter.service active
await 400 "the guard inside" is officeos-jail-guard.service active
await 200 "the radio inside" test ! -e /sys/class/net/wlan0
await 200 "the supplicant" is officeos-supplicant.service active
await 200 "the guard outside" is officeos-guard.service active
[ ! -e /sys/class/net/wlan0 ] || fail "wlan0 is outside"
if [ "$LAB_KIND" = p2p-device ]; then
  inside ip -o link show wlan0 | grep -qv '[<,]UP[,>]' || fail "wlan0 is up inside"
fi
inside nft list table inet officeos_airgap | grep -q 'policy drop' || fail "no rules inside"
nft list table inet officeos_airgap | grep -q 'policy drop' || fail "no rules outside"
supplicant=$(of officeos-supplicant.service MainPID)
[ "$(readlink "/proc/$supplicant/ns/net")" = "net:[$(stat -Lc %i $jail)]" ] || fail "the supplicant is outside"

step "every other program has loopback only"
seeing_more >"$LAB_LOGS/seeing.txt"
cat "$LAB_LOGS/seeing.txt"
others=$(grep -v -E '^(wpa_supplicant|java|nft): lo (p2p[^ ]* )?wlan0 $' "$LAB_LOGS/seeing.txt" | head -n 3 | tr '\n' ';')
[ -z "$others" ] || fail "others see more: $others"
[ "$(devices /proc/1)" = "lo " ] || fail "process 1 has $(devices /proc/1)"

step "the audit, outside and inside"
printf '%s\n' "AGL-IFC-12 2099-12-31 the jail, and the lab's laptop and air, are namespaces of this guest" >/run/lab/waivers
officeos audit --all --waivers /run/lab/waivers >"$LAB_LOGS/audit-outside.txt" 2>&1
outside=$?
inside officeos audit --all --waivers /run/lab/waivers >"$LAB_LOGS/audit-inside.txt" 2>&1
within=$?
[ "$outside $within" = "0 0" ] || fail "the audit ended with $outside outside and $within inside: $(grep -h -E '^[A-Z]+ ' \
  "$LAB_LOGS"/audit-*side.txt | head -n 4 | tr '\n' ';')"

step "the radio leaves the jail, as when its driver is loaded anew, and is moved in again"
phy=$(cat $state/handheld/phy)
inside iw phy "$phy" set netns 1 || fail "the radio does not leave"
echo add >"/sys/class/ieee80211/$phy/uevent"
await 60 "the radio inside again" test ! -e "/sys/class/ieee80211/$phy"
await 200 "the supplicant on the bus, with its interface" dbus-send --system --print-reply --dest=fi.w1.wpa_supplicant1 \
  /fi/w1/wpa_supplicant1 fi.w1.wpa_supplicant1.GetInterface string:wlan0

step "a laptop, and its daemon's group"
/lab/guest/hosts start bus laptop || exit 1
/lab/guest/hosts start supplicant laptop || exit 1
cat >/run/lab/laptop.toml <<'T'
listen = "127.0.0.1:0"
name = "Lab laptop"
[radio]
interface = "wlan0"
T
mkdir -p /run/lab/laptop/home
laptop() {
  ip netns exec laptop env HOME=/run/lab/laptop/home DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/lab/laptop/bus \
    OFFICEOS_JAVA_FLAGS="-XX:TieredStopAtLevel=1 -Djna.tmpdir=/tmp -Djava.io.tmpdir=/tmp" \
    /lab/product/bin/officeos-laptop "$@" --json --config /run/lab/laptop.toml
}
laptop serve >"$LAB_LOGS/laptop-serve.log" 2>&1 &
await 300 "the laptop's daemon" grep -q '"ready"' "$LAB_LOGS/laptop-serve.log"
sleep 5

step "the two pair, over the air, out of the jail"
mkfifo /run/lab/yes-laptop /run/lab/yes-handheld
laptop pair </run/lab/yes-laptop >"$LAB_LOGS/laptop-pair.log" 2>&1 &
exec 8>/run/lab/yes-laptop
await 120 "pairing open" grep -q '"open"' "$LAB_LOGS/laptop-pair.log"
/usr/lib/officeos-airgap/jail run env OFFICEOS_JAVA_FLAGS="-Djna.tmpdir=/var/lib/officeos -Djava.io.tmpdir=/var/lib/officeos" \
  officeos pair --json --link wifi-direct --state /var/lib/officeos --name Handheld \
  </run/lab/yes-handheld >"$LAB_LOGS/handheld-pair.log" 2>&1 &
exec 9>/run/lab/yes-handheld
await 200 "six digits on the handheld" grep -q '"code"' "$LAB_LOGS/handheld-pair.log"
await 60 "six digits on the laptop" grep -q '"code"' "$LAB_LOGS/laptop-pair.log"
echo yes >&8
echo yes >&9
await 120 "the pair" grep -q '"done"' "$LAB_LOGS/handheld-pair.log"

step "the link's unit comes into the group"
began=$(now)
systemctl --no-block start officeos-link.service
await 400 "the link, ready" is officeos-link.service active
grouped() {
  inside ip -o -4 address show | grep -q 'p2p-wlan0'
}
await 200 "a group's interface with an address, inside" grouped
linked=$(seconds_since "$began")
seeing_more >"$LAB_LOGS/seeing-linked.txt"
others=$(grep -v -E '^(wpa_supplicant|java|nft): lo (p2p[^ ]* )?wlan0 $' "$LAB_LOGS/seeing-linked.txt" | head -n 3 | tr '\n' ';')
[ -z "$others" ] || fail "others see more: $others"
/usr/lib/officeos-airgap/jail run officeos status --json --link wifi-direct --state /var/lib/officeos >"$LAB_LOGS/status.log" 2>&1 \
  || fail "officeos status ended with $?: $(tail -n 1 "$LAB_LOGS/status.log")"
note "wpa_supplicant, guard and link inside, every other process with loopback only; audit clean on both sides; linked after $linked s"
