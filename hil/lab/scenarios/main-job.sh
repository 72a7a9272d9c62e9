# shellcheck shell=sh
# limit: 600 s
# The main job over the air: the two programs as they are shipped find each other, form a group, pair, and a picture and
# an answer come back. What it leaves are the demonstration's own files.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
lab=/lab/guest/hosts

step "two hosts, each with a radio, a supplicant, and a bus under the policy that is shipped"
"$lab" up --closed || exit 1
if [ "$LAB_KIND" = p2p-device ]; then
  step "the handheld's wlan0 goes down and has to stay down"
  "$lab" quiet handheld || exit 1
fi
step "the handheld's packet filter is loaded, and its guard begins"
"$lab" lock handheld || exit 1

one_compiler
step "the main job"
{
  # shellcheck disable=SC2086 # flags are words
  "$(java_command)" $java_flags -Xmx128m "-Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 3))" \
    -cp "$(echo /lab/product/hil/target/hil-*.jar):/lab/product/hil/target/lib/*" org.officeos.hil.demo.Demo \
    --radio --product /lab/product --out "$LAB_LOGS" --prompt "$(cat /lab/prompt)" --chat "$(cat /lab/chat)" 2>&1
  echo $? >/run/lab/ended
} | while IFS= read -r line; do
  echo "$line"
  tell "$line"
done
[ "$(cat /run/lab/ended)" -eq 0 ] || fail "the demonstration ended with $(cat /run/lab/ended); what it said is in scenario.log"
for file in image.png answer.txt demo.json; do
  [ -s "$LAB_LOGS/$file" ] || fail "there is no $file"
done
if [ "$LAB_KIND" = p2p-device ]; then
  "$lab" witness handheld || exit 1
fi
note "picture of $(wc -c <"$LAB_LOGS/image.png") bytes, $("$lab" frames) frames on the air"
