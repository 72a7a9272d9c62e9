# shellcheck shell=sh
# limit: 120 s
# Both supplicants are on buses of their own, and the radios are what the lab says they are.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_tests org.officeos.hil.lab.TwoBusesScenario
