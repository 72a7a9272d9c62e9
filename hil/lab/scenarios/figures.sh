# shellcheck shell=sh
# limit: 2400 s
# The figures of the radio that have a goal, each of ours beside what it is measured against, in turns in this guest.
# A figure that is short does not fail this; one that could not be measured does. Rounds: OFFICEOS_LAB_ROUNDS.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
LAB_ROUNDS=$(cat /lab/rounds 2>/dev/null)
if [ -z "$LAB_ROUNDS" ]; then
  if [ "$LAB_ARCH" = x86_64 ]; then LAB_ROUNDS=20; else LAB_ROUNDS=6; fi
fi
export LAB_ROUNDS
java_tests org.officeos.hil.lab.FiguresScenario
