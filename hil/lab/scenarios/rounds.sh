# shellcheck shell=sh
# limit: 1500 s
# Fifty rounds into the group and out of it, with what grows counted.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_tests org.officeos.hil.lab.RoundsScenario
