# shellcheck shell=sh
# limit: 1000 s
# What every WifiP2p must do, asked of the bridge over two real supplicants: the contract that the fakes are asked, too.
# shellcheck source=hil/lab/guest/words
. /lab/guest/words
# shellcheck source=hil/lab/guest/java
. /lab/guest/java
java_tests org.officeos.hil.lab.ContractScenario
