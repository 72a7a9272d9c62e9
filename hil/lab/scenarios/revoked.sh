# shellcheck shell=sh
# limit: 1500 s
# The programs as they are shipped, of /lab/product: a relationship ends, and what the radio knew of it goes, too.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
one_compiler
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 6))"
java_tests org.officeos.hil.lab.RevokedScenario
