# shellcheck shell=sh
# limit: 1200 s
# The laptop's daemon as it is shipped, of /lab/product, on a laptop that has a connection of its own to an access point.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
# One compiler for the laptop's daemon too: on an emulated processor the second takes more than it gives.
export OFFICEOS_JAVA_FLAGS="-XX:TieredStopAtLevel=1"
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 5))"
java_tests org.officeos.hil.lab.ChannelConflictScenario
