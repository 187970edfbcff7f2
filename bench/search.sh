#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The search: how many of the documents that people ask for are found, and how long an answer takes. See bench/README.md.
#   bench/search.sh [rounds] [documents]      default 7 and 1000000; 0 rounds for the first part alone
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-7}
documents=${2:-1000000}

java_25() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    if [[ -x $home/bin/java ]] && (($(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || true) + 0 >= 25)); then
      echo "$home"
      return
    fi
  done
  return 1
}

export JAVA_HOME
JAVA_HOME=$(java_25) || { echo "No JDK 25 or newer found: set JAVA_HOME to one." >&2; exit 2; }
((rounds == 0)) || command -v pgbench >/dev/null || { echo "No pgbench found: apt-get install postgresql-contrib." >&2; exit 2; }

./mvnw -q -B -ntp test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test >&2 || exit 2
classes=target/test-classes:target/classes:$(<target/bench.classpath)

status=0
"$JAVA_HOME/bin/java" -cp "$classes" org.tatabbu.search.RecallBench bench/search || status=$?
((rounds == 0)) || "$JAVA_HOME/bin/java" -cp "$classes" org.tatabbu.search.SpeedBench "$rounds" "$documents" || status=$?
exit "$status"
