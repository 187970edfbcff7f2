#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How much memory it takes to bring a WordPress site over, small and large. See bench/README.md.
#   bench/wordpress.sh [megabytes]      default 1000; build first: ./mvnw -DskipTests package
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/ground.sh

megabytes=${1:-1000}
port=${BENCH_PORT:-18088}
flags=${BENCH_JAVA:--XX:+UseSerialGC -Xmx160m -XX:MaxMetaspaceSize=160m}
work=$PWD/target/bench-wordpress
jar=$PWD/target/tatabbu.jar
site=$PWD/bench/Site.java
most=1.2

[[ -f $jar ]] || fail "No $jar: run ./mvnw -DskipTests package first."
rm -rf "$work"
mkdir -p "$work"
cd "$work"
trap 'kill $(cat one.pid 2>/dev/null) 2>/dev/null || true; rm -f ./*.xml' EXIT

# The stories' committee and its secretary: their site is brought over.
"$JAVA_HOME/bin/java" -jar "$jar" --server.port="$port" --tatabbu.data="$work/data" --tatabbu.sample=true >start.output 2>&1 &
echo $! >one.pid
for ((tries = 0; ; tries++)); do
  [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/ar") == 200 ]] && break
  ((tries < 1800)) || fail "No page within three minutes."
  sleep 0.1
done
kill "$(<one.pid)"
wait "$(<one.pid)" || true

# Brings the site $1; its peak of resident memory, in MB, is then in $1.peak, its seconds in $1.seconds.
bring() {
  local begun; begun=$(date +%s)
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" $flags -jar "$jar" import-wordpress --file "$1.xml" --committee river-salsabil \
    --by huda@wadi-nour.example --report "$1.csv" --lang en --tatabbu.data="$work/data" >"$1.output" 2>&1 &
  local pid=$! peak=0 now
  while now=$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$pid/status" 2>/dev/null) && [[ -n $now ]]; do
    peak=$now
    sleep 0.5
  done
  wait "$pid" || { tail -20 "$1.output" >&2; fail "The site $1 was not brought whole."; }
  echo "$peak" >"$1.peak"
  echo $(($(date +%s) - begun)) >"$1.seconds"
  echo "$1: $(($(stat -c %s "$1.xml") / 1000000)) MB in $(<"$1.seconds") s, peak $peak MB: $(grep -E '^Brought' "$1.output" | head -1)"
}

"$JAVA_HOME/bin/java" "$site" small.xml $((megabytes / 10 > 0 ? megabytes / 10 : 1)) small
bring small
"$JAVA_HOME/bin/java" "$site" large.xml "$megabytes" large
bring large

ratio=$(awk "BEGIN { printf \"%.2f\", $(<large.peak) / $(<small.peak) }")
word=PASS
awk "BEGIN { exit !($ratio <= $most) }" || word=FAIL
echo "memory, $megabytes MB ÷ a tenth of it: $ratio (at most $most) $word"
[[ $word == PASS ]]
