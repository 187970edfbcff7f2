#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The search: how many of the documents that people ask for are found, and how long an answer takes. See bench/README.md.
#   bench/search.sh [rounds] [documents]      default 7 and 1000000; 0 rounds for the first part alone
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/ground.sh

rounds=${1:-7}
documents=${2:-1000000}

((rounds == 0)) || command -v pgbench >/dev/null || fail "No pgbench found: apt-get install postgresql-contrib."

./mvnw -q -B -ntp test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test >&2 || exit 2
classes=target/test-classes:target/classes:$(<target/bench.classpath)

status=0
"$JAVA_HOME/bin/java" -cp "$classes" org.tatabbu.search.RecallBench bench/search || status=$?
((rounds == 0)) || "$JAVA_HOME/bin/java" -cp "$classes" org.tatabbu.search.SpeedBench "$rounds" "$documents" || status=$?
exit "$status"
