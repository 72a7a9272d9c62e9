# shellcheck shell=sh
# limit: 400 s
# Two handhelds at once, a stranger of the same name, two buttons pressed at once: three radios on the air.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_tests org.officeos.hil.lab.ThirdDeviceScenario
