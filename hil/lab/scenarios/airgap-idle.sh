# shellcheck shell=sh
# suite: airgap
# limit: 900 s
# What root can do on a handheld that is in no group: first where nothing is shut, then with /lab/product's guard.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_tests org.officeos.hil.lab.AirgapIdleScenario
