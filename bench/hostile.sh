#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whether readers read on while others flood the form for comments or hold connections open. See bench/README.md.
#   bench/hostile.sh [rounds] [seconds]      default 5 and 10; build first: ./mvnw -DskipTests package
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/ground.sh

rounds=${1:-5}
seconds=${2:-10}
port=${BENCH_PORT:-18090}
flags=${BENCH_JAVA:--XX:+UseSerialGC -Xmx160m -XX:MaxMetaspaceSize=160m}
work=$PWD/target/bench-hostile
jar=${BENCH_JAR:-$PWD/target/tatabbu.jar}
flood=$PWD/bench/Flood.java
page=http://127.0.0.1:$port/ar/news/first-meeting
posts=200 reads=50 addresses=250 connections=1000 slow_for=60
most_slower=2 most_memory=64

[[ -f $jar ]] || fail "No $jar: run ./mvnw -DskipTests package first."
for tool in slowhttptest curl; do
  command -v "$tool" >/dev/null || fail "No $tool: install it (Debian: apt-get install slowhttptest curl)."
done
ulimit -n 8192 2>/dev/null || true
rm -rf "$work"
mkdir -p "$work/classes"
cd "$work"
"$JAVA_HOME/bin/javac" -d classes "$flood"
flood() { "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp classes Flood "$@"; }

running=
trap '[[ -z $running ]] || { kill "$running" 2>/dev/null || true; wait 2>/dev/null || true; }' EXIT
# The limits are those that everybody has.
# shellcheck disable=SC2086
"$JAVA_HOME/bin/java" $flags -jar "$jar" --server.port="$port" --tatabbu.data="$work/var" --tatabbu.sample=true >output 2>&1 &
running=$!
for ((tries = 0; ; tries++)); do
  [[ $(curl -s -o /dev/null -w '%{http_code}' "$page") == 200 ]] && break
  kill -0 "$running" 2>/dev/null || { cat output >&2; fail "The program ended before its first page."; }
  ((tries < 1800)) || fail "No page within three minutes."
  sleep 0.1
done

failed=0
# A figure $2 called $1, which must be $3 (least or most) $4.
verdict() {
  local word=PASS
  awk "BEGIN { exit !($2 $([[ $3 == least ]] && echo '>=' || echo '<=') $4) }" || { word=FAIL; failed=1; }
  echo "$1: $2 (at $3 $4) $word"
}
memory() { awk -v what="$1" '$1 == what ":" { print int($2 / 1024) }' "/proc/$running/status"; }
# How many answers $2 stand in a line of Flood on standard input.
answers() { grep -o "$1=[0-9]*" | awk -F= '{ all += $2 } END { print all + 0 }'; }
read_for() { flood read "$page" "$reads" "$1"; }

echo "java $flags, $reads reads a second, $posts comments a second, $rounds rounds of $seconds s"
# What is compiled on the way is not counted, of either kind.
flood post "$page" "$posts" 5 250 >/dev/null &
read_for 15 >/dev/null
wait $!
before=$(memory VmRSS)

# While $2 addresses post, named $1: how much longer the slowest of twenty readers waits.
flooded() {
  local idle busy round taken
  : >ratios
  : >posted
  : >"read"
  for ((round = 1; round <= rounds; round++)); do
    read_for "$seconds" >idle
    flood post "$page" "$posts" $((seconds + 4)) "$2" >>posted &
    local posting=$!
    sleep 6 # it has begun
    read_for "$seconds" >busy
    wait "$posting"
    cat busy idle >>"read"
    idle=$(awk '{ print $1 }' idle)
    busy=$(awk '{ print $1 }' busy)
    awk "BEGIN { printf \"%.2f\n\", $busy / $idle }" >>ratios
    echo "round $round: $1, p95 of readers idle $idle ms, flooded $busy ms, $(tail -1 ratios); comments $(tail -1 posted)"
  done
  verdict "reading while $1, p95 ÷ idle, median of $rounds" "$(median <ratios)" most $most_slower
  verdict "readers without their page while $1" $((2 * rounds * seconds * reads - $(answers 200 <"read"))) most 0
  taken=$(answers 303 <posted)
  verdict "comments taken while $1, of $((rounds * (seconds + 4) * posts))" "$taken" most "$3"
  verdict "answers to them that are none of 303, 429 and 503" $((rounds * (seconds + 4) * posts - taken - $(answers 429 <posted) - $(answers 503 <posted))) most 0
}
# What is compiled on the way is not counted: half a minute under load on a small machine.
flood post "$page" "$posts" 30 1 >/dev/null &
read_for 30 >/dev/null
wait $!

# Five minutes' worth once, and a turn every 30 and every 3 seconds for all the time that this takes.
long=$((rounds * (2 * seconds + 30) * 2))
flooded "one address posts" 1 $((10 + long / 30))
flooded "$addresses addresses post" $addresses $((100 + long / 3))

slowhttptest -c $connections -H -i 5 -r 200 -l $slow_for -x 24 -p 30 -u "$page" >slow.out 2>&1 &
slow=$!
sleep 8
read_for $((slow_for - 12)) >slow.read
held=$(ss -Htn state established "sport = :$port" 2>/dev/null | wc -l || echo 0)
wait "$slow" || true
echo "slowloris: $connections connections for $slow_for s, $held of them open at its end; p95 of readers $(<slow.read)"
verdict "readers without their page while $connections connections are held" $(((slow_for - 12) * reads - $(answers 200 <slow.read))) most 0
[[ $(curl -s -o /dev/null -w '%{http_code}' "$page") == 200 ]] || fail "No page afterwards."
echo "memory of the process before $before MB, after $(memory VmRSS) MB"
verdict "memory that the process came to need, MB" $(($(memory VmHWM) - before)) most $most_memory
! grep -E ' (ERROR|WARN) |^[[:space:]]at ' output | grep -v 'page.Site\|SampleWitnesses' >troubles || { cat troubles; verdict "lines of trouble in the log" "$(wc -l <troubles)" most 0; }
exit $failed
