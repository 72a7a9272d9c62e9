# shellcheck shell=sh
# suite: airgap
# limit: 1200 s
# What root can do on a handheld that is in the laptop's group, with the programs of /lab/product as they are shipped.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
# One compiler for the laptop's daemon too: on an emulated processor the second takes more than it gives.
export OFFICEOS_JAVA_FLAGS="-XX:TieredStopAtLevel=1"
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 6))"
java_tests org.officeos.hil.lab.AirgapGroupScenario
