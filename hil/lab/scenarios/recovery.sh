# shellcheck shell=sh
# limit: 500 s
# A wrong PIN, a no, a supplicant killed on either side, a bus restarted: told by name, and working again afterwards.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_tests org.officeos.hil.lab.RecoveryScenario
