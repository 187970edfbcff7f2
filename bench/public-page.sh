#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How many readers a second: a public page beside the same bytes from nginx, and among many articles. See bench/README.md.
#   bench/public-page.sh [rounds] [seconds] [articles]      default 7, 10 and 100000; build first: ./mvnw -DskipTests package
#   With 0 articles the last part, among many articles, is left out.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/ground.sh

rounds=${1:-7}
seconds=${2:-10}
articles=${3:-100000}
port=${BENCH_PORT:-18082}
connections=${BENCH_CONNECTIONS:-32}
addresses=${BENCH_ADDRESSES:-250}
flags=${BENCH_JAVA:--XX:+UseSerialGC -Xmx160m -XX:MaxMetaspaceSize=160m}
more=${BENCH_SETTINGS:-}
work=$PWD/target/bench-public-page
jar=$PWD/target/tatabbu.jar
crowd=$PWD/bench/Crowd.java
page=/ar/news/first-meeting
least=0.8 least_commented=0.6 most_memory=400 most_slower=1.2 a_second=50

[[ -f $jar ]] || fail "No $jar: run ./mvnw -DskipTests package first."
for tool in nginx wrk curl; do
  command -v "$tool" >/dev/null || PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || fail "No $tool: install it (Debian: apt-get install nginx-light wrk curl)."
done
PATH=$PATH:/usr/sbin
rm -rf "$work"
mkdir -p "$work"
cd "$work"

running=()
trap 'for one in "${running[@]}"; do kill "$one" 2>/dev/null || true; done; wait 2>/dev/null || true' EXIT

unzip_driver() { "$JAVA_HOME/bin/jar" --list --file "$jar" | grep -E '^BOOT-INF/lib/postgresql-[0-9.]+\.jar$'; }
driver=$(unzip_driver) || fail "No PostgreSQL driver in $jar."
"$JAVA_HOME/bin/jar" --extract --file "$jar" "$driver"
mkdir classes
"$JAVA_HOME/bin/javac" -d classes "$crowd"
crowd() { "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m -cp "classes:$driver" Crowd "$@"; }

# Starts Tatabbu with its stories on port $2 and the data folder $1; its process id is then in $1.pid.
start() {
  local tries
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" $flags -jar "$jar" --server.port="$2" --tatabbu.data="$work/$1" --tatabbu.sample=true \
    --tatabbu.comments.per-address-hour=100000000 --tatabbu.comments.per-topic-hour=100000000 $more >"$1.output" 2>&1 &
  echo $! >"$1.pid"
  running+=($!)
  for ((tries = 0; ; tries++)); do
    [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$2$page") == 200 ]] && return
    kill -0 "$(<"$1.pid")" 2>/dev/null || { cat "$1.output" >&2; fail "The program ended before its first page."; }
    ((tries < 1800)) || fail "No page within three minutes."
    sleep 0.1
  done
}

# Statements of the owner of $1's database, each ended by ;;
sql() {
  local cluster; cluster=$(dirname "$(find "$1/postgres" -name tatabbu.password | head -1)")
  crowd sql "jdbc:postgresql://127.0.0.1:$(sed -n 4p "$cluster/postmaster.pid")/tatabbu?sslmode=disable" tatabbu_owner "$(<"$cluster/tatabbu.password")"
}

# Ten comments under the article of the stories, in place of what they have.
ten_comments() {
  sql "$1" <<'SQL'
update discussion.comment c set state = 'refused'
from publication.snapshot s where s.kind = 'article' and s.key = 'first-meeting' and c.topic = s.of;;
insert into discussion.comment (id, topic, language, author, address, body, posted, state, thread, place)
select gen_random_uuid(), s.of, 'ar', 'قارئ ' || n, 'AAAA',
       repeat('نرجو نشر جدول زمني لتنفيذ ما اتفق عليه الطرفان. ', 4), now() - n * interval '1 hour', 'published', 30 + n, 0
from publication.snapshot s, generate_series(1, 10) n where s.kind = 'article' and s.key = 'first-meeting';;
update discussion.tally t set threads = 40, shown = 10
from publication.snapshot s where s.kind = 'article' and s.key = 'first-meeting' and t.topic = s.of;;
select pg_notify('copies', '*');;
SQL
}

# $2 articles in $1, like that of the stories, with ten comments each.
fill() {
  sed "s/:articles/$2/" <<'SQL' | sql "$1"
insert into publication.snapshot (kind, key, of, committee, number, document, published_at)
select 'article', 'bench-' || n, id, s.committee, 0,
       s.document || jsonb_build_object('slug', 'bench-' || n, 'topic', id, 'meeting', 0),
       s.published_at - n * interval '1 minute'
from publication.snapshot s,
     lateral (select n, gen_random_uuid() id from generate_series(1, :articles) n offset 0) made
where s.kind = 'article' and s.key = 'first-meeting';;
insert into discussion.tally (topic, threads, shown)
select s.of, 10, 10 from publication.snapshot s where s.kind = 'article' and s.key like 'bench-%';;
insert into discussion.comment (id, topic, language, author, address, body, posted, state, thread, place)
select gen_random_uuid(), s.of, 'ar', 'قارئ ' || n, 'AAAA',
       'نرجو نشر جدول زمني لتنفيذ ما اتفق عليه الطرفان في مجال ' || n, s.published_at + n * interval '1 hour', 'published', n, 0
from publication.snapshot s, generate_series(1, 10) n where s.kind = 'article' and s.key like 'bench-%';;
vacuum analyze publication.snapshot;;
vacuum analyze discussion.comment;;
SQL
}

# Requests a second that wrk counts at $1 for $2 seconds; every answer must be whole and 2xx.
load() {
  wrk -t1 -c"$connections" -d"$2s" "${@:3}" "$1" >wrk.out
  ! grep -q 'Non-2xx\|Socket errors' wrk.out || { cat wrk.out >&2; fail "An answer that is not 200 at $1."; }
  awk '/^Requests\/sec/ { print $2 }' wrk.out
}

failed=0
# A figure $2 called $1, which must be $3 (least or most) $4.
verdict() {
  local word=PASS
  awk "BEGIN { exit !($2 $([[ $3 == least ]] && echo '>=' || echo '<=') $4) }" || { word=FAIL; failed=1; }
  echo "$1: $2 (at $3 $4) $word"
}

start one "$port"
echo "java $flags, $connections connections, $rounds rounds of $seconds s"
ten_comments one
ours=http://127.0.0.1:$port$page
for ((tries = 0; tries < 100; tries++)); do
  (($(curl -s "$ours" | grep -cE '<li id="comment-[0-9]+"') == 10)) && break
  sleep 0.1
done
((tries < 100)) || fail "The page does not show its ten comments."

mkdir -p "www$(dirname "$page")"
curl -s "$ours" -o "www$page"
cat >nginx.conf <<CONF
worker_processes auto;
pid $work/nginx.pid;
error_log $work/nginx.error.log;
events { worker_connections 1024; }
http {
  sendfile on;
  tcp_nopush on;
  access_log off;
  keepalive_requests 1000000;
  default_type "text/html; charset=utf-8";
  server { listen 127.0.0.1:$((port + 2)); root $work/www; }
}
CONF
chmod -R a+rX www
[[ $EUID -ne 0 ]] || sed -i '1i user root;' nginx.conf
nginx -c "$work/nginx.conf" -g 'daemon off;' >nginx.out 2>&1 &
running+=($!)
static=http://127.0.0.1:$((port + 2))$page
for ((tries = 0; tries < 50; tries++)); do
  curl -s "$static" | cmp -s - "www$page" && break
  sleep 0.1
done
((tries < 50)) || { cat nginx.out nginx.error.log >&2; fail "nginx does not serve the page."; }

# What is compiled on the way is not counted: half a minute under load on a small machine.
load "$ours" $((seconds < 5 ? 10 : 5 * seconds)) >/dev/null

: >ratios
for ((round = 1; round <= rounds; round++)); do
  nginx=$(load "$static" "$seconds")
  tatabbu=$(load "$ours" "$seconds")
  awk "BEGIN { printf \"%.2f\n\", $tatabbu / $nginx }" >>ratios
  echo "round $round: nginx $nginx/s, Tatabbu $tatabbu/s, $(tail -1 ratios)"
done
alone=$(median <ratios)

: >ratios
: >posted
for ((round = 1; round <= rounds; round++)); do
  nginx=$(load "$static" "$seconds")
  crowd post "$ours" "$a_second" $((seconds + 5)) "$addresses" 3 >>posted &
  commenting=$!
  sleep 4 # the first have read the page, and send
  tatabbu=$(load "$ours" "$seconds")
  wait "$commenting"
  awk "BEGIN { printf \"%.2f\n\", $tatabbu / $nginx }" >>ratios
  echo "round $round: nginx $nginx/s, Tatabbu with $a_second comments a second $tatabbu/s, $(tail -1 ratios); answers $(tail -1 posted)"
done
commented=$(median <ratios)
taken=$(grep -o '303=[0-9]*' posted | awk -F= '{ all += $2 } END { print all + 0 }')
memory=$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$(<one.pid)/status")

verdict "article, Tatabbu ÷ nginx, median of $rounds" "$alone" least $least
verdict "the same while comments arrive, median of $rounds" "$commented" least $least_commented
verdict "comments taken, of $((rounds * a_second * (seconds + 5)))" "$taken" least $((rounds * a_second * (seconds + 5) * 95 / 100))
verdict "memory of the process at its highest, MB" "$memory" most $most_memory

((articles > 0)) || exit $failed

# Among how many articles: the same hundred are read again and again (copies), or each page is made anew (no copy is kept
# under a question that the page does not know).
cat >many.lua <<'LUA'
local n = 0
function request()
  n = n + 1
  return wrk.format("GET", "/ar/news/bench-" .. math.random(1, tonumber(os.getenv("BENCH_AMONG"))) .. (os.getenv("BENCH_QUESTION") ~= "" and "?n=" .. n or ""))
end
LUA
cat >lists.lua <<'LUA'
local n = 0
local lists = { "/ar", "/ar/committees/defence-follow-up", "/fr/committees/defence-follow-up/meetings/1" }
function request()
  n = n + 1
  return wrk.format("GET", lists[n % #lists + 1] .. "?n=" .. n)
end
LUA
start many $((port + 1))
began=$SECONDS
fill one 100
fill many "$articles"
echo "filled with $articles articles and ${articles}0 comments in $((SECONDS - began)) s"
BENCH_AMONG=100 BENCH_QUESTION='' load "http://127.0.0.1:$((port + 1))" 5 -s many.lua >/dev/null

# $1 names it, $2 is the script, $3 how many articles it asks for among many, $4 the question.
among() {
  local round few many
  : >ratios
  for ((round = 0; round <= rounds; round++)); do
    few=$(BENCH_AMONG=100 BENCH_QUESTION=$4 load "http://127.0.0.1:$port" "$seconds" -s "$2")
    many=$(BENCH_AMONG=$3 BENCH_QUESTION=$4 load "http://127.0.0.1:$((port + 1))" "$seconds" -s "$2")
    ((round)) || continue # what is compiled and read from the disk on the way is not counted
    awk "BEGIN { printf \"%.2f\n\", $few / $many }" >>ratios
    echo "round $round: $1, 100 articles $few/s, $articles articles $many/s, $(tail -1 ratios)"
  done
  verdict "$1, cost among $articles articles ÷ among 100, median of $rounds" "$(median <ratios)" most $most_slower
}

among "articles from copies" many.lua 100 ''
among "articles made anew" many.lua "$articles" asked
among "home, committee and meeting made anew" lists.lua 0 asked
exit $failed
