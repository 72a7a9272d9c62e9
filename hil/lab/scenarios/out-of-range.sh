# shellcheck shell=sh
# limit: 1400 s
# The programs as they are shipped, of /lab/product: the handheld goes out of range in the middle of a picture, and back.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
one_compiler
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 4))"
java_tests org.officeos.hil.lab.RangeScenario
