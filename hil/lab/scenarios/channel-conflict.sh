# shellcheck shell=sh
# limit: 1200 s
# The laptop's daemon as it is shipped, of /lab/product, on a laptop that has a connection of its own to an access point.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
one_compiler
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 5))"
java_tests org.officeos.hil.lab.ChannelConflictScenario
