#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many comments a second are taken and on the disk, beside commits of one row by pgbench on the same PostgreSQL. See bench/README.md.
#   bench/comments.sh [pairs] [seconds]      default 7 and 10; build first: ./mvnw -DskipTests package
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/ground.sh

pairs=${1:-7}
seconds=${2:-10}
port=${BENCH_PORT:-18085}
clients=${BENCH_CLIENTS:-16}
work=$PWD/target/bench-comments
jar=${BENCH_JAR:-$PWD/target/tatabbu.jar}
readers=$PWD/bench/comments.lua
page=/ar/news/first-meeting
least=0.25

[[ -f $jar ]] || fail "No $jar: run ./mvnw -DskipTests package first."
for tool in pgbench psql wrk curl; do
  command -v "$tool" >/dev/null || fail "No $tool: install it (Debian: apt-get install postgresql-contrib wrk curl)."
done
rm -rf "$work"
mkdir -p "$work"
cd "$work"

running=
trap '[[ -z $running ]] || { kill "$running" 2>/dev/null || true; wait 2>/dev/null || true; }' EXIT

# Everything comes from one machine here, so the limits to what one address and one article take are out of the way.
"$JAVA_HOME/bin/java" -jar "$jar" --server.port="$port" --tatabbu.data="$work/var" --tatabbu.sample=true \
  --tatabbu.comments.per-address-hour=100000000 --tatabbu.comments.per-topic-hour=100000000 >output 2>&1 &
running=$!
for ((tries = 0; ; tries++)); do
  [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port$page") == 200 ]] && break
  kill -0 "$running" 2>/dev/null || { cat output >&2; fail "The program ended before its first page."; }
  ((tries < 1800)) || fail "No page within three minutes."
  sleep 0.1
done

cluster=$(dirname "$(find var/postgres -name tatabbu.password | head -1)")
export PGPASSWORD PGHOST=127.0.0.1 PGUSER=tatabbu_owner PGDATABASE=tatabbu PGSSLMODE=disable
PGPASSWORD=$(<"$cluster/tatabbu.password")
PGPORT=$(sed -n 4p "$cluster/postmaster.pid")
export PGPORT
psql -q -c "create schema bench; create table bench.line (id bigint generated always as identity primary key, line text not null)"
echo "insert into bench.line (line) values (repeat('x', 200));" >line.sql

# What was asked of a page less than three seconds old is taken for a machine's.
BENCH_TIME=$(curl -s "http://127.0.0.1:$port$page" | sed -n 's/.*name="time" value="\([^"]*\)".*/\1/p' | head -1)
export BENCH_TIME
[[ -n $BENCH_TIME ]] || fail "No form for comments at $page."
sleep 4

kept() { psql -A -t -c "select count(*) from discussion.comment where state <> 'spam'"; }
# Whatever is in the database afterwards, for each second.
comments() {
  local before; before=$(kept)
  wrk -t 1 -c "$clients" -d "$1" -s "$readers" "http://127.0.0.1:$port$page/comments" >wrk.out
  ! grep -E 'Non-2xx|Socket errors' wrk.out >&2 || fail "A comment was not taken."
  awk "BEGIN { printf \"%.1f\n\", ($(kept) - $before) / $1 }"
}
commits() { pgbench -n -f line.sql -c "$clients" -j 2 -T "$1" 2>pgbench.err | awk '/^tps/ { print $3 }'; }

# What is compiled on the way is not counted: half a minute under load on a small machine.
comments $((5 * seconds)) >/dev/null
commits 2 >/dev/null
: >ratios
for ((pair = 1; pair <= pairs; pair++)); do
  if ((pair % 2)); then bare=$(commits "$seconds"); taken=$(comments "$seconds"); else taken=$(comments "$seconds"); bare=$(commits "$seconds"); fi
  [[ -n $bare ]] || { cat pgbench.err >&2; fail "pgbench did not measure."; }
  awk "BEGIN { printf \"%.3f\n\", $taken / $bare }" >>ratios
  echo "pair $pair: pgbench $bare/s, comments $taken/s, $(tail -1 ratios)"
done
ratio=$(median <ratios)
echo "comments, $clients at once, median of $pairs: ratio $ratio (at least $least)"
awk "BEGIN { exit !($ratio >= $least) }"
