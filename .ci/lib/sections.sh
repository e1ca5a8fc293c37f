# Runs named sections one after another, each with a time limit of its own; a failed one does not stop the next.
# shellcheck shell=bash

SECTION_PID=''
FAILED=()
TIMINGS=()

# wanted NAME: true unless WUXIN_CI_ONLY leaves this section out.
wanted() {
  [ -z "${WUXIN_CI_ONLY:-}" ] || [[ " $WUXIN_CI_ONLY " == *" $1 "* ]]
}

# section NAME SECONDS COMMAND [ARG …]
section() {
  local name=$1 limit=$2 started=$SECONDS status=0
  shift 2
  wanted "$name" || return 0
  if [ $((DEADLINE - SECONDS)) -lt "$limit" ]; then limit=$((DEADLINE - SECONDS)); fi
  printf '\n=== %s\n' "$name"
  if [ "$limit" -le 0 ]; then
    echo "No time is left for this section."
    status=124
  else
    run_limited "$limit" "$@" || status=$?
    [ "$status" -ne 124 ] || echo "Stopped after $limit s."
  fi
  record "$name" "$status" $((SECONDS - started))
}

# prepare WHAT COMMAND [ARG …]: runs in this shell, so that what it starts can be stopped at the end.
prepare() {
  local what=$1 started=$SECONDS status=0
  shift
  printf '\n=== %s\n' "$what"
  "$@" || status=$?
  record "$what" "$status" $((SECONDS - started))
  return "$status"
}

record() {
  TIMINGS+=("$(printf '%-12s %4d s  %s' "$1" "$3" "$([ "$2" -eq 0 ] && echo passed || echo "FAILED ($2)")")")
  [ "$2" -eq 0 ] || FAILED+=("$1")
}

# `timeout` leads a process group of its own, which is ended as a whole when its time is over or something is left of it.
run_limited() {
  local limit=$1 status=0
  shift
  timeout --kill-after=20 "$limit" bash -euo pipefail -c '"$@"' section "$@" &
  SECTION_PID=$!
  wait "$SECTION_PID" || status=$?
  stop_section
  return "$status"
}

stop_section() {
  [ -n "$SECTION_PID" ] || return 0
  kill -KILL -- "-$SECTION_PID" 2>/dev/null || true
  SECTION_PID=''
}

# Timings, and one closing line with the sum of all tests.
report() {
  printf '\n=== summary (%d s)\n' "$SECONDS"
  printf '%s\n' "${TIMINGS[@]}"
  [ ${#FAILED[@]} -eq 0 ] || printf 'failed: %s\n' "${FAILED[*]}"
  node .ci/lib/count.cjs "$WORK/results" "${#FAILED[@]}"
  [ ${#FAILED[@]} -eq 0 ]
}
