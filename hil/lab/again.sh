# shellcheck shell=bash
# Sourced by hil/run: scenarios that failed, once more in guests booted anew, since an emulator on a shared machine loses
# seconds at times. It takes what the first guests took; nothing is built again.

# has_failed: whether something did. Leaves again.tsv, scenario and reason of each row that failed.
has_failed() {
  missing_have_failed
  awk -F'\t' '$1 == "failed" { print $2 "\t" $4 }' "$log_folder/results/rows.tsv" >"$log_folder/again.tsv"
  [ -s "$log_folder/again.tsv" ]
}

# once_more ARCH: what is in again.tsv runs again; what the first run left of it is moved to "first". Returns as boot_all.
once_more() {
  local all=("${chosen[@]}") rows=$log_folder/results/rows.tsv name booted
  mapfile -t chosen < <(sed 's/\t.*//; s/: .*//' "$log_folder/again.tsv" | sort -u)
  echo "once more: ${chosen[*]}; what the first run left is in $log_folder/first"
  mkdir -p "$log_folder/first"
  mv "$log_folder"/serial*.log "$log_folder/first/"
  cp "$rows" "$log_folder/first/"
  for name in "${chosen[@]}"; do
    mv "$log_folder/results/$name" "$log_folder/first/" 2>/dev/null
    sed -i -E "/^[a-z]+\t$name(\t|: )/d" "$rows"
  done
  rm -f "$log_folder/results/finished"
  boot_all "$1"
  booted=$?
  chosen=("${all[@]}")
  return "$booted"
}

# What passed only then does not go by as if nothing had been.
tell_again() {
  local scenario reason
  [ -s "$log_folder/again.tsv" ] || return 0
  while IFS=$'\t' read -r scenario reason; do
    echo "run twice: $scenario, which failed first with: $reason"
  done <"$log_folder/again.tsv"
}
