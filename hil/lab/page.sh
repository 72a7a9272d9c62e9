# shellcheck shell=bash
# Sourced by hil/run: the page with a timeline of each scenario. A run without it is still a run.

# page: makes timeline.html in the log folder, and says where it is or why there is none.
page() {
  local java=${JAVA_HOME:+$JAVA_HOME/bin/java} classes=hil/target/classes
  [ -n "$java" ] || java=$(command -v java) || { echo "no timeline: there is no Java here"; return; }
  [ -f "$classes/org/officeos/hil/timeline/TimelineMain.class" ] \
    || { echo "no timeline: hil is not built; 'mvn -Pquick -pl hil -am test-compile' does it"; return; }
  if "$java" -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -cp "$classes" org.officeos.hil.timeline.TimelineMain \
    "$log_folder/results" "$log_folder/timeline.html" "Radio lab, $arch, $kind"; then
    echo "timeline in $log_folder/timeline.html"
  fi
}
