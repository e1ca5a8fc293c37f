# Debian packages, installed only when absent.
# shellcheck shell=bash

is_installed() {
  dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

# Another apt may hold the lock for a while.
apt_retrying() {
  local attempt
  for attempt in 1 2 3 4 5; do
    timeout --kill-after=10 300 apt-get -o DPkg::Lock::Timeout=120 "$@" && return 0
    echo "apt-get $1 did not succeed (attempt $attempt); again in 10 s"
    sleep 10
  done
  return 1
}

# install_packages NAME …
install_packages() {
  local name missing=()
  for name in "$@"; do is_installed "$name" || missing+=("$name"); done
  if [ ${#missing[@]} -eq 0 ]; then
    echo "installed already: $*"
    return 0
  fi
  apt_retrying update -qq && without_services apt_retrying install -y -qq --no-install-recommends "${missing[@]}"
}

# Packages bring services that would start at once and outlive this run; the policy file is Debian's way to say no.
without_services() {
  local policy=/usr/sbin/policy-rc.d status=0
  if [ -e "$policy" ]; then
    "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  "$@" || status=$?
  rm -f "$policy"
  return "$status"
}
