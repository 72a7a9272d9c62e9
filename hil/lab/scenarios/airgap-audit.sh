# shellcheck shell=sh
# limit: 900 s
# suite: airgap
# init: systemd
# The audit, on a handheld as udev/install makes one, by the kernel's own state: nothing is found; then all ways out are
# opened at once that this guest can open, and each is found by its name. The product is /lab/product.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/unit-words
. /lab/guest/unit-words
# shellcheck source=hil/lab/guest/ways-out
. /lab/guest/ways-out
guard=officeos-guard.service
filter=officeos-filter.service
[ "$LAB_KIND" = p2p-device ] || skip "without P2P-device the audit lets wlan0 be up"

# audited NAME WORDS...: what the audit says goes into a file of that name; its exit code into "ended".
audited() {
  audit=$LAB_LOGS/$1.txt
  shift
  officeos audit "$@" >"$audit" 2>&1
  ended=$?
}

# found ID SUBJECT: whether there is a finding of that vector about it.
found() {
  grep "^FOUND *$1 " "$audit" | grep -qF -- "$2"
}

step "filter, guard and supplicant come up"
await 400 "the packet filter, read back" is $filter active
await 400 "the guard, ready" is $guard active
await 100 "the supplicant" is officeos-supplicant.service active
await 90 "wlan0 down" is_down wlan0

step "nothing is found"
echo "AGL-IFC-12 2099-12-31 the lab's laptop and air are namespaces of this guest" >/run/lab/waivers
audited clean --waivers /run/lab/waivers
[ "$ended" -eq 0 ] || fail "the audit ended with $ended: $(grep -E '^[A-Z]+ ' "$audit" | head -n 4 | tr '\n' ';')"

step "all is opened that can be"
systemctl stop officeos-link.service officeos-supplicant.service $guard
rm -rf /run/officeos/wanting
rfkill unblock wifi
far_end "$(cat /run/lab/laptop/phy)"
: >/run/lab/cannot
for kind in interfaces hardware routes filter sockets units files; do
  "${kind}_opened"
done

step "each is found"
audited opened
[ "$ended" -eq 1 ] || fail "the audit ended with $ended where all is open"
wanting=
while read -r id subject; do
  found "$id" "$subject" || wanting="$wanting $id ($subject)"
done </run/lab/opened
[ -z "$wanting" ] || fail "not found:$wanting"

step "no rules at all"
nft flush ruleset
audited flushed --only AGL-FLT-01
opened AGL-FLT-01 output
found AGL-FLT-01 output || fail "not found: AGL-FLT-01"
number=$(cut -d ' ' -f 1 /run/lab/opened | sort -u | wc -l)
note "nothing found before; then $number ways out opened, and each found$(sed 's/^/; this guest cannot open /' /run/lab/cannot | tr -d '\n')"
