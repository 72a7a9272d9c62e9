# shellcheck shell=sh
# limit: 120 s
# A group by push button, typed with wpa_cli as a person would: it proves the lab, before any program of ours.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/typed
. /lab/guest/typed
trap 'rm -rf /run/lab/before' EXIT

lab=/lab/guest/hosts
step "two hosts, each with a radio, a bus and a supplicant"
"$lab" up --typed || exit 1
mkdir -p /run/lab/before
for host in handheld laptop; do
  "$lab" interfaces "$host" >"/run/lab/before/$host"
done
handheld=$(own_address handheld)
laptop=$(own_address laptop)
[ -n "$handheld" ] || fail "the supplicant does not tell its P2P Device Address"
[ -n "$laptop" ] || fail "a supplicant does not tell its P2P Device Address"
if [ "$LAB_KIND" = p2p-device ]; then
  step "the handheld's wlan0 goes down and has to stay down"
  "$lab" quiet handheld || exit 1
fi

step "both search"
began=$(now)
typed handheld p2p_find 60 type=social
typed laptop p2p_find 60 type=social
await 90 "the laptop, on the handheld" sees handheld "$laptop"
await 90 "the handheld, on the laptop" sees laptop "$handheld"
found=$(seconds_since "$began")

step "the laptop lets the handheld in, the handheld asks"
# It stays on its channel: between two searches it would be there for tenths of a second only.
typed laptop p2p_stop_find
typed laptop p2p_listen 60
typed laptop p2p_connect "$handheld" pbc auth
typed handheld p2p_connect "$laptop" pbc
await 90 "a group, on the laptop" group_of laptop
await 90 "a group, on the handheld" group_of handheld
formed=$(seconds_since "$began")
there=$(group_of laptop)
here=$(group_of handheld)

step "addresses out of the handshake, without DHCP"
told handheld ' client ' || fail "the handheld is not the client"
told laptop ' GO ' || fail "the laptop is not the group owner"
own=$(told_value handheld ip_addr)
mask=$(told_value handheld ip_mask)
owner=$(told_value handheld go_ip_addr)
[ "$owner $mask" = "192.168.49.1 255.255.255.0" ] || fail "the handheld was told owner '$owner', mask '$mask'"
case $own in
  192.168.49.12[89] | 192.168.49.1[3-9]? | 192.168.49.2??) ;;
  *) fail "the handheld was told the address '$own'" ;;
esac
ip -n laptop address add "$owner/24" dev "$there" || fail "the laptop's address is not taken"
ip -n handheld address add "$own/24" dev "$here" || fail "the handheld's address is not taken"

step "ping from $own to $owner over $here"
ip netns exec handheld ping -c 10 -i 0.2 -W 5 "$owner" || fail "no answer from the laptop"
ip netns exec laptop ping -c 3 -W 5 "$own" || fail "no answer from the handheld"

step "the group is removed"
"$lab" frames >/run/lab/before/frames || exit 1
typed laptop p2p_group_remove "$there"
await 90 "the end of the group, on the laptop" gone laptop "$there"
await 90 "the end of the group, on the handheld" gone handheld "$here"
for host in handheld laptop; do
  await 5 "nothing left on $host" unchanged "$host"
done
if [ "$LAB_KIND" = p2p-device ]; then
  "$lab" witness handheld || exit 1
fi
note "found after $found s, group with addresses after $formed s, $(cat /run/lab/before/frames) frames on the air"
