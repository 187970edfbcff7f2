# SPDX-License-Identifier: Apache-2.0
# What every measurement here stands on; a script says ". bench/ground.sh" from the project's folder.

fail() { echo "$*" >&2; exit 2; }

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

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
JAVA_HOME=$(java_25) || fail "No JDK 25 or newer found: set JAVA_HOME to one."
