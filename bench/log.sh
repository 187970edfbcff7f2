#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The log: entries a second beside plain commits, and a full audit beside plain hashing. See bench/README.md.
#   bench/log.sh [pairs] [entries]      default 7 and 1000000
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/ground.sh

pairs=${1:-7}
entries=${2:-1000000}

./mvnw -q -B -ntp test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test >&2 || exit 2
classes=target/test-classes:target/classes:$(<target/bench.classpath)
trap 'rm -rf target/bench[0-9]* target/audit[0-9]*' EXIT

status=0
"$JAVA_HOME/bin/java" -cp "$classes" org.tatabbu.transparency.AppendBench "$pairs" || status=$?
"$JAVA_HOME/bin/java" -cp "$classes" org.tatabbu.witness.AuditBench "$pairs" "$entries" || status=$?
exit "$status"
