# shellcheck shell=bash
# Sourced by hil/run: what the guest left behind, as a table and as JUnit XML.

# What no guest came to is a row that failed.
missing_have_failed() {
  local name rows=$log_folder/results/rows.tsv
  for name in "${chosen[@]}"; do
    grep -qP "^[a-z]+\t\Q$name\E(\t|: )" "$rows" \
      || printf 'failed\t%s\t0\t%s\n' "$name" "the guest ended before this was through; see $log_folder/$(log_of "$name")" >>"$rows"
  done
}

# table STARTED-AT: prints one row for each result; returns 1 where something did not pass.
table() {
  local name rows=$log_folder/results/rows.tsv failed=0 state scenario seconds reason
  missing_have_failed
  for name in "${chosen[@]}"; do
    junit_where_missing "$name"
  done
  printf '\n%-52s %-8s %-14s %-7s %8s  %s\n' scenario arch driver result seconds reason
  while IFS=$'\t' read -r state scenario seconds reason; do
    printf '%-52s %-8s %-14s %-7s %8s  %s\n' "$scenario" "$arch" "$kind" "$state" "$seconds" "$reason"
    if [ "$state" != passed ] && [ "$state" != skipped ]; then
      failed=$((failed + 1))
      printf '    see %s\n' "$log_folder/results/${scenario%%: *}"
    fi
  done <"$rows"
  printf '\n%d passed, %d failed, %d skipped, in %d s; JUnit XML in %s\n' "$(grep -c '^passed' "$rows")" "$failed" \
    "$(grep -c '^skipped' "$rows")" $((SECONDS - $1)) "$log_folder/results"
  [ "$failed" -eq 0 ]
}

# A scenario in Java leaves its own report; for one in shell, and for one that was cut off, it is written here.
junit_where_missing() {
  local name=$1 folder=$log_folder/results/$1
  mkdir -p "$folder"
  [ -z "$(find "$folder" -maxdepth 1 -name 'TEST-*.xml' -print -quit)" ] || return 0
  grep -P "^[a-z]+\t\Q$name\E(\t|: )" "$log_folder/results/rows.tsv" | awk -F'\t' -v name="$name" -v arch="$arch" -v kind="$kind" '
    function attribute(text) {
      gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); gsub(/>/, "\\&gt;", text); gsub(/"/, "\\&quot;", text)
      gsub(/[\001-\037]/, " ", text)
      return text
    }
    {
      total++; seconds += $3
      body = body sprintf("  <testcase classname=\"lab.%s\" name=\"%s\" time=\"%s\">\n", name, attribute($2), $3)
      if ($1 == "failed") { failed++; body = body sprintf("    <failure message=\"%s\"/>\n", attribute($4)) }
      if ($1 == "skipped") { skipped++; body = body sprintf("    <skipped message=\"%s\"/>\n", attribute($4)) }
      body = body "  </testcase>\n"
    }
    END {
      print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      printf "<testsuite name=\"lab.%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"%.2f\">\n", \
        name, total, failed, skipped, seconds
      printf "  <properties>\n    <property name=\"arch\" value=\"%s\"/>\n    <property name=\"driver\" value=\"%s\"/>\n  </properties>\n", arch, kind
      printf "%s</testsuite>\n", body
    }' >"$folder/TEST-lab.$name.xml"
}

# Without --keep, only reports are left of what passed.
forget_what_passed() {
  local name
  for name in "${chosen[@]}"; do
    grep -qP "^failed\t\Q$name\E(\t|: )" "$log_folder/results/rows.tsv" && continue
    find "$log_folder/results/$name" -mindepth 1 ! -name 'TEST-*.xml' -delete 2>/dev/null
  done
}
