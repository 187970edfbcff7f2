#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long from the command to the first page, beside an empty Spring Boot web application. See bench/README.md.
#   bench/start.sh [pairs]      default 7; build Tatabbu first: ./mvnw -DskipTests package
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/ground.sh

pairs=${1:-7}
limit=2.5
port=${BENCH_PORT:-18080}
work=$PWD/target/bench
ours=$PWD/target/tatabbu.jar
empty=$work/empty-app/target/empty-app.jar

[[ -f $ours ]] || fail "No $ours: run ./mvnw -DskipTests package first."

boot=$(sed -n '/<parent>/,/<\/parent>/s/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml)
rm -rf "$work"
mkdir -p "$work"
cp -R bench/empty-app "$work/empty-app"
sed "s/@boot@/$boot/" bench/empty-app/pom.xml >"$work/empty-app/pom.xml"
./mvnw -q -B -f "$work/empty-app/pom.xml" package
cd "$work"

running=
trap '[[ -z $running ]] || kill "$running" 2>/dev/null || true' EXIT

# One start, from the command to the first 200 on /ar; prints milliseconds.
first_page() {
  local began status ended
  began=$(date +%s%N)
  "$JAVA_HOME/bin/java" -jar "$@" --server.port="$port" >"$work/output" 2>&1 &
  running=$!
  while status=$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/ar"); [[ $status != 200 ]]; do
    kill -0 "$running" 2>/dev/null || { cat "$work/output" >&2; fail "The program ended before its first page."; }
    (($(date +%s%N) - began < 120000000000)) || fail "No 200 on /ar within 120 s, but $status."
    sleep 0.01
  done
  ended=$(date +%s%N)
  kill "$running"
  wait "$running" 2>/dev/null || true
  running=
  took=$(((ended - began) / 1000000))
}

start_empty() { first_page "$empty"; }
start_ours() { first_page "$ours" --tatabbu.data="$work/var" --tatabbu.sample=false; }

# The first start of each also fills the disk cache, and creates the data folder that later starts find.
start_empty
start_ours
: >empty.ms
: >ours.ms
for ((pair = 1; pair <= pairs; pair++)); do
  start_empty; echo "$took" >>empty.ms; of_empty=$took
  start_ours; echo "$took" >>ours.ms
  echo "pair $pair: empty $of_empty ms, Tatabbu $took ms"
done

empty_median=$(median <empty.ms)
ours_median=$(median <ours.ms)
ratio=$(awk "BEGIN { printf \"%.2f\", $ours_median / $empty_median }")
echo "median of $pairs: empty $empty_median ms, Tatabbu $ours_median ms, ratio $ratio (at most $limit)"
awk "BEGIN { exit !($ratio <= $limit) }"
