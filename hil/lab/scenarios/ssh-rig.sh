# shellcheck shell=sh
# limit: 900 s
# The programs as they are shipped, of /lab/product, on two devices that only ssh reaches: they pair, and a picture comes.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 4))"
java_tests org.officeos.hil.lab.SshScenario
