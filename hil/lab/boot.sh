# shellcheck shell=bash
# Sourced by hil/run: starts one guest, shows what it says while it runs, and ends it when its time is over.

# limit_of NAME: whole seconds, as the scenario's own head asks for, more where the emulation is slower.
limit_of() {
  local limit
  limit=$(sed -n 's/^# limit: \([0-9]*\) s$/\1/p' "hil/lab/scenarios/$1.sh")
  echo $((${limit:-60} * slowness))
}

# What the guest must know, for its start script; sets guest_limit.
settings_for_guest() {
  local name limit
  slowness=1
  [ "$arch" = x86_64 ] || slowness=2
  guest_limit=$((60 * slowness))
  printf 'machine %s %s\n' "$arch" "$kind"
  for name in "${chosen[@]}"; do
    limit=$(limit_of "$name")
    guest_limit=$((guest_limit + limit + 10))
    printf 'scenario %s %s\n' "$name" "$limit"
  done
}

# boot_guest ARCH: returns 0 when the guest went through all its scenarios, whatever came of them.
boot_guest() {
  local serial=$log_folder/$guest_log results=$log_folder/results machine=() console ended line started=$SECONDS
  case $1 in
    x86_64)
      machine=(qemu-system-x86_64 -machine pc -cpu "Nehalem,+rdrand")
      console=ttyS0
      ;;
    aarch64)
      machine=(qemu-system-aarch64 -machine virt -cpu cortex-a53)
      console=ttyAMA0
      ;;
  esac
  mkdir -p "$results"
  : >"$serial"
  : >>"$results/rows.tsv"
  echo "starting a guest: $1, $kind, ${#chosen[@]} scenarios, at most $guest_limit s"
  # With its place drawn by lot, an arm64 kernel keeps its page tables apart from programs', which a Cortex-A53 has no
  # need of; to an emulator each change of them costs all that it has translated, a third of the time of all. So do an
  # x86-64 kernel's remedies for processors that this one is not.
  # Without a network card, and without hardware acceleration wherever it runs.
  timeout --kill-after=5 "$guest_limit" "${machine[@]}" -accel tcg,thread=multi -smp 2 -m 1024 \
    -nic none -display none -vga none -monitor none -serial stdio -no-reboot \
    -kernel "$image/vmlinuz" -initrd "$image/initramfs" \
    -append "console=$console quiet panic=-1 sysrq_always_enabled=1 nokaslr mitigations=off" \
    -drive "file=$image/root.ext4,format=raw,if=virtio,readonly=on" \
    -virtfs "local,path=$share,mount_tag=lab,security_model=none,readonly=on" \
    -virtfs "local,path=$results,mount_tag=results,security_model=none" \
    </dev/null >"$serial" 2>&1 &
  guest_pid=$!
  trap 'kill "$guest_pid" 2>/dev/null' EXIT
  trap 'exit 130' INT TERM
  tail --pid="$guest_pid" -s 0.2 -n +1 -f "$serial" 2>/dev/null | sed -u -n 's/\r$//; s/^lab| //p' \
    | while IFS= read -r line; do
      # A picture is for a terminal; in a log it would bury the rest. scenario.log has it whole.
      [ -t 1 ] || [[ $line != *▀* ]] || continue
      printf '%4d s  %s\n' $((SECONDS - started)) "$line"
    done &
  # A shell that waits hears what it is told, one that runs does not.
  wait "$!"
  wait "$guest_pid"
  ended=$?
  trap - EXIT INT TERM
  [ ! -f "$results/finished" ] || return 0
  case $ended in
    124 | 137) echo "the guest did not end within $guest_limit s and was stopped" ;;
    *) echo "the guest ended with $ended before it was through" ;;
  esac >&2
  echo "what it said last, of $serial:" >&2
  tail -n 8 "$serial" >&2
  return 1
}
