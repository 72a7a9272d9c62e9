# shellcheck shell=bash
# Sourced by ./demo and hil/run, after needs.sh: the product, built once, and again when a source is newer than that.

product_is_built() {
  [ -f target/product/built ] && [ -z "$(find . -path '*/target' -prune -o \
    \( -name '*.java' -o -name 'pom.xml' -o -path '*/src/main/resources/*' \) -newer target/product/built -print -quit)" ]
}

# build_product: leaves what bin/officeos, bin/officeos-laptop and the scenarios start from; shows how far it is.
build_product() {
  ! product_is_built || return 0
  local folder=$PWD/target/product log=$PWD/target/product/build.log began=$SECONDS build_id room
  echo "building (the first time, Maven fetches what the product is made of) …"
  mkdir -p "$folder"
  rm -f "$folder/built"
  touch "$folder/began"
  rm -rf handheld-service/target/lib laptop-daemon/target/lib hil/target/lib
  mvn -B -Dstyle.color=never -Pquick -DskipTests -pl hil -am package >"$log" 2>&1 &
  build_id=$!
  while kill -0 "$build_id" 2>/dev/null; do
    sleep 1
    room=$(sed -n 's/.*Building OfficeOS \(.*\) 0\.1.*\(\[[0-9/]*\]\).*/\1 \2/p' "$log" | tail -n 1)
    [ ! -t 1 ] || printf '\r  %3d s  %-40s' "$((SECONDS - began))" "$room"
  done
  [ ! -t 1 ] || printf '\r%-60s\r' ''
  if ! wait "$build_id"; then
    grep -E '^\[ERROR\]' "$log" | head -n 10 >&2 || true
    echo "the build failed; the whole log: $log" >&2
    return 1
  fi
  mv "$folder/began" "$folder/built"
  echo "built in $((SECONDS - began)) s"
}
