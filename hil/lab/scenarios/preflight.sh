# shellcheck shell=sh
# limit: 1200 s
# The handheld's command as it is shipped, of /lab/product, says what is in the way of Wi-Fi Direct, and what to do.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 10))"
java_tests org.officeos.hil.lab.PreflightScenario
