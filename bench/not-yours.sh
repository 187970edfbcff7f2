#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whether the time of an answer tells what is not yours from what is not there. See bench/README.md.
#   bench/not-yours.sh [runs] [pairs]      default 5 runs of 400 pairs; build Tatabbu first: ./mvnw -DskipTests package
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/ground.sh

runs=${1:-5}
pairs=${2:-400}
limit=10
port=${BENCH_PORT:-18081}
root=http://127.0.0.1:$port
work=$PWD/target/bench-not-yours
jar=$PWD/target/tatabbu.jar

[[ -f $jar ]] || fail "No $jar: run ./mvnw -DskipTests package first."
rm -rf "$work"
mkdir -p "$work"
cd "$work"

"$JAVA_HOME/bin/java" -jar "$jar" --server.port="$port" --tatabbu.data="$work/var" --tatabbu.sample=true >output 2>&1 &
program=$!
trap 'kill "$program" 2>/dev/null || true; wait "$program" 2>/dev/null || true' EXIT
for ((tries = 0; ; tries++)); do
  [[ $(curl -s -o /dev/null -w '%{http_code}' "$root/en/committees") == 200 && -f var/sample-accounts.properties ]] && break
  kill -0 "$program" 2>/dev/null || { cat output >&2; fail "The program ended before its first page."; }
  ((tries < 1200)) || fail "No page within two minutes."
  sleep 0.1
done

token() { curl -s -b "$1" -c "$1" "$root$2" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -1; }

# Signs somebody of the stories in; their cookies are kept under the name before the @.
enter() {
  local jar=$1 password
  password=$(sed -n "s/^$1@[^=]*=//p" var/sample-accounts.properties)
  [[ -n $password ]] || fail "No account of $1 in the stories."
  local email; email=$(sed -n "s/^\($1@[^=]*\)=.*/\1/p" var/sample-accounts.properties)
  local status; status=$(curl -s -o /dev/null -w '%{http_code}' -b "$jar" -c "$jar" "$root/en/sign-in" \
    --data-urlencode "_csrf=$(token "$jar" /en/sign-in)" --data-urlencode "email=$email" --data-urlencode "password=$password")
  [[ $status == 303 ]] || fail "$1 was not signed in: $status"
}

brief=/en/work/committees/river-salsabil/brief
# The river has two sides; the third person has a seat elsewhere.
OWNER=huda OTHER=karim STRANGER=secretary.a
enter "$OWNER"
enter "$OTHER"
enter "$STRANGER"
note=$(curl -s -o /dev/null -w '%{redirect_url}' -b "$OWNER" "$root$brief/notes" \
  --data-urlencode "_csrf=$(token "$OWNER" $brief/notes/new)" -d topic=COMMITTEE -d label=All -d kind=NOTE -d title=Ours \
  --data-urlencode "text=$(head -c 20000 /dev/zero | tr '\0' x)")
[[ $note == "$root$brief/notes/"* ]] || fail "The note was not written: $note"
note=${note#"$root"}
papers=/en/work/committees/river-salsabil/papers
paper=$(curl -s -o /dev/null -w '%{redirect_url}' -b "$OWNER" "$root$papers" \
  -F "_csrf=$(token "$OWNER" $papers)" -F topic=committee -F kind=NON_PAPER -F title_en=Ours -F distribution=PARTY \
  -F "file=@output;filename=ours.txt")
[[ $paper == "$root$papers/"* ]] || fail "The paper was not kept: $paper"
paper=${paper#"$root"}

random_id() { cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen | tr 'A-Z' 'a-z'; }

# Asks in turn, over one connection, and the other way round every second time. $1 asks for $2, and for $3 where @ is an
# id that nothing has: the same for all pairs of a run, as the other address is, so that what is cached by address helps both.
alternate() {
  local i there=$root$2 absent=$root${3//@/$(random_id)}
  for ((i = 0; i < pairs; i++)); do
    if ((i % 2)); then printf '%s\n' "n $there" "a $absent"; else printf '%s\n' "a $absent" "n $there"; fi
  done >asked
  awk '{ print "url = \"" $2 "\"\noutput = \"/dev/null\"" }' asked >config
  curl -s -b "$1" -w '%{http_code} %{time_starttransfer}\n' -K config >took
  awk '$1 != 404 { exit 1 }' took || fail "An answer that is not 404: $(sort took | uniq -c | head -3)"
  paste -d ' ' asked took | awk '{ print $1, $4 * 1000000 }' >times
}

failed=0
measure() {
  local run ratio not_yours absent
  alternate "$2" "$3" "$4" # what is compiled and cached before is not counted
  : >ratios
  for ((run = 1; run <= runs; run++)); do
    alternate "$2" "$3" "$4"
    not_yours=$(awk '$1 == "n" { print $2 }' times | median)
    absent=$(awk '$1 == "a" { print $2 }' times | median)
    ratio=$(awk "BEGIN { printf \"%.1f\", ($not_yours / $absent - 1) * 100 }")
    echo "$ratio" >>ratios
    echo "$1, run $run of $pairs pairs: not yours $not_yours µs, not there $absent µs, $ratio %"
  done
  ratio=$(median <ratios)
  echo "$1, median of $runs: $ratio % (within $limit %)"
  awk "BEGIN { exit !($ratio <= $limit && $ratio >= -$limit) }" || failed=1
}

measure "a note of the other side" "$OTHER" "$note" "$brief/notes/@"
measure "a paper of the other side" "$OTHER" "$paper" "$papers/@"
measure "a committee without a seat" "$STRANGER" /en/work/committees/river-salsabil /en/work/committees/@
exit $failed
