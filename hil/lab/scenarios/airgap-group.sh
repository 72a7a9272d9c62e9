# shellcheck shell=sh
# suite: airgap
# limit: 1200 s
# What root can do on a handheld that is in the laptop's group, with the programs of /lab/product as they are shipped.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
one_compiler
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 6))"
java_tests org.officeos.hil.lab.AirgapGroupScenario
