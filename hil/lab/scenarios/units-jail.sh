# shellcheck shell=sh
# limit: 1200 s
# init: systemd
# install: --jail
# With the radio in its jail, seen under systemd: every other program has loopback only, the supplicant, a guard and a
# packet filter are inside, and a radio that leaves is moved in again. The product is /lab/product.
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
others=$(grep -v -E '^(wpa_supplicant|java): lo (p2p[^ ]* )?wlan0 $' "$LAB_LOGS/seeing.txt" | head -n 3 | tr '\n' ';')
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

note "wpa_supplicant and a guard inside with the radio, every other process with loopback only; audit clean on both sides; a radio that left was moved in again"
