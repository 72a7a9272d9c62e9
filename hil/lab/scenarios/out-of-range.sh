# shellcheck shell=sh
# limit: 1400 s
# The programs as they are shipped, of /lab/product: the handheld goes out of range in the middle of a picture, and back.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
# One compiler for the laptop's daemon too: on an emulated processor the second takes more than it gives.
export OFFICEOS_JAVA_FLAGS="-XX:TieredStopAtLevel=1"
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 4))"
java_tests org.officeos.hil.lab.RangeScenario
