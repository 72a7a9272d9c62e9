# shellcheck shell=sh
# suite: airgap
# limit: 1200 s
# sleeps: yes
# Both hosts sleep and wake: the link comes back, and nothing else moves. The programs are /lab/product's, as shipped.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
one_compiler
java_flags="$java_flags -Dofficeos.hil.patience.seconds=$((LAB_LIMIT / 4))"
java_tests org.officeos.hil.lab.AirgapSleepScenario
