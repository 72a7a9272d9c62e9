# shellcheck shell=bash
# Sourced by ./check, which sets results: one line for each result, and the table at the end.

# result passed|failed|skipped GROUP NAME [WORDS]
result() {
  local words=${4:-}
  printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${words//$'\n'/; }" | tee -a "${results:?}" | wanting
}

# wanting: of the results on its input, those that failed and those that were skipped, for a person.
wanting() {
  awk -F'\t' '$1 == "failed" { printf "FAILED  %s: %s: %s\n", $2, $3, $4 }
    $1 == "skipped" { printf "skipped: %s: %s: %s\n", $2, $3, $4 }'
}

began() {
  printf '\n== %s, after %s\n' "$1" "$(elapsed)"
}

elapsed() {
  printf '%d min %02d s' $((SECONDS / 60)) $((SECONDS % 60))
}

# junit_results GROUP FOLDER-NAME: one result for each test case of every room's reports.
junit_results() {
  local group=$1 folder=$2 room reports
  for room in */; do
    room=${room%/}
    [ -d "$room/src/test/java" ] || continue
    mapfile -t reports < <(find "$room/target/$folder" -name 'TEST-*.xml' 2>/dev/null | sort)
    if [ ${#reports[@]} -eq 0 ]; then
      result failed "$group" "$room" "the room has tests, but none of them ran"
      continue
    fi
    awk -v group="$group: $room" -v again="${retried:?}" -f config/sh/junit.awk "${reports[@]}" \
      | tee -a "${results:?}" | wanting
  done
}

# What failed and what was skipped, once more, since a long log is read from its end; the table; then exactly one
# closing line. Returns 1 where something failed.
summary() {
  printf '\n'
  wanting <"${results:?}"
  awk -F'\t' '{ printf "run twice: %s: %s, which failed first with: %s\n", $1, $2, $3 }' "${retried:?}"
  printf '\ntook %s\n\n%-44s %8s %8s %8s\n' "$(elapsed)" group passed failed skipped
  awk -F'\t' '
    !($2 in seen) { seen[$2] = 1; order[++n] = $2 }
    { count[$2, $1]++; total[$1]++ }
    END {
      for (i = 1; i <= n; i++) {
        g = order[i]
        printf "%-44s %8d %8d %8d\n", g, count[g, "passed"], count[g, "failed"], count[g, "skipped"]
      }
      printf "\n%d passed, %d failed, %d skipped\n", total["passed"], total["failed"], total["skipped"]
    }' "$results"
  ! grep -q '^failed' "$results"
}
