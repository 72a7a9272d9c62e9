# shellcheck shell=sh
# limit: 1200 s
# init: systemd
# What udev/install put on this system, seen under systemd: filter and guard before the network, the audit clean, and all
# of it closed when units are stopped or broken. What an attacker makes of it is airgap-units'. The product is /lab/product.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/unit-words
. /lab/guest/unit-words
guard=officeos-guard.service
filter=officeos-filter.service
supplicant=officeos-supplicant.service

step "filter, guard and supplicant come up"
await 400 "the packet filter, read back" is $filter active
await 400 "the guard, ready" is $guard active
await 100 "the supplicant" is $supplicant active
await 90 "the target that waits for both" is network-pre.target active
before=$(active_since network-pre.target)
for unit in $filter $guard; do
  [ "$(active_since "$unit")" -le "$before" ] || fail "$unit was active only after network-pre.target"
done
[ "$(active_since $guard)" -le "$(active_since $supplicant)" ] || fail "the supplicant did not wait for the guard"
ready=$(($(active_since $guard) / 1000))

step "the station interface goes down, and the radio stays for Wi-Fi Direct"
if [ "$LAB_KIND" = p2p-device ]; then
  await 90 "wlan0 down" is_down wlan0
fi
await 90 "the supplicant on the system's bus" dbus-send --system --print-reply --dest=fi.w1.wpa_supplicant1 \
  /fi/w1/wpa_supplicant1 org.freedesktop.DBus.Properties.Get string:fi.w1.wpa_supplicant1 string:Interfaces
udevadm info /sys/class/net/wlan0 | grep -q 'NM_UNMANAGED=1' || fail "the udev rules did not see wlan0"
! journalctl --no-pager | grep -E 'officeos.*(rules|\.conf|\.service):[0-9]+.*(nvalid|nknown|ignor)' || fail "systemd or udev does not understand a file of ours"
! modprobe sctp 2>/dev/null || fail "sctp can be loaded"

step "the supplicant is nobody who could ask systemd for something"
# asked USER: what systemd answers a program of that user's.
asked() {
  python3 -c 'import os, pwd, sys
user = pwd.getpwnam(sys.argv[1])
os.setgroups([])
os.setgid(user.pw_gid)
os.setuid(user.pw_uid)
os.execvp(sys.argv[2], sys.argv[2:])' "$1" dbus-send --system --print-reply --dest=org.freedesktop.systemd1 \
    /org/freedesktop/systemd1 org.freedesktop.DBus.Peer.Ping 2>&1
}
owner=$(stat -c %U "/proc/$(of $supplicant MainPID)")
[ "$owner" = officeos-supplicant ] || fail "the supplicant is $owner"
asked officeos | grep -q '^method return' || fail "systemd answers nobody: $(asked officeos)"
asked "$owner" | grep -q AccessDenied || fail "systemd answered the supplicant's user: $(asked "$owner")"

step "the audit"
{
  echo "AGL-IFC-12 2099-12-31 the lab's laptop and air are namespaces of this guest"
} >/run/lab/waivers
officeos audit --all --waivers /run/lab/waivers >"$LAB_LOGS/audit.txt" 2>&1
audited=$?
cat "$LAB_LOGS/audit.txt"
[ "$audited" -eq 0 ] || fail "the audit ended with $audited: $(grep -E '^[A-Z]+ ' "$LAB_LOGS/audit.txt" | head -n 4 | tr '\n' ';')"

step "units are stopped; the rules stay"
systemctl stop $filter
is $supplicant inactive || fail "the supplicant runs without the filter's unit"
nft list table inet officeos_airgap | grep -q 'policy drop' || fail "the rules went with the unit"
systemctl --no-block start $filter
await 400 "the filter, and the supplicant with it" is $supplicant active

step "the guard's unit is broken: the radio is blocked"
mkdir -p /run/systemd/system/$guard.d
printf '%s\n' '[Service]' 'ExecStart=' 'ExecStart=/nonexistent guard' >/run/systemd/system/$guard.d/zz-broken.conf
systemctl daemon-reload
kill -KILL "$(of $guard MainPID)"
await 60 "what shuts for want of the guard" test -e /run/officeos/wanting/$guard
await 90 "the radio blocked" blocked
! ip link set wlan0 up || fail "wlan0 can be set up while the guard is wanting"
is_down wlan0 || fail "wlan0 is up while the guard is wanting"

step "the guard's unit is mended: the radio is there again"
rm -r /run/systemd/system/$guard.d
systemctl daemon-reload
began=$(now)
await 400 "the guard" is $guard active
await 60 "the radio no longer blocked" unblocked
await 60 "the supplicant" is $supplicant active
mended=$(seconds_since "$began")
note "filter and guard before network-pre.target, the guard after $ready ms; audit clean; back $mended s after it was mended"
