# shellcheck shell=sh
# limit: 400 s
# The product's own bridge on both hosts: search, first pairing by button and by PIN, return, and the end.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_tests org.officeos.hil.lab.PairingScenario
