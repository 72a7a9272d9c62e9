# shellcheck shell=sh
# limit: 700 s
# The handheld loses its radio, its supplicant or its owner, in each phase, and comes back.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_tests org.officeos.hil.lab.LossScenario
