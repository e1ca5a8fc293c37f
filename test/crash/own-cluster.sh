#!/usr/bin/env bash
# Runs a command with a PostgreSQL cluster of its own, durable as people run it, whose tables lie on a small disk; everything is gone
# afterwards. Needs root (a disk in memory is mounted) and Debian's PostgreSQL.
#   test/crash/own-cluster.sh npm run crash -- --restarts 10
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
WORK=$(mktemp -d "${TMPDIR:-/tmp}/wuxin-cluster.XXXXXX")
chmod 755 "$WORK"
. .ci/lib/debian.sh
. .ci/lib/postgres.sh

DISK_SIZE=${CRASH_DISK_SIZE:-192m}
newest_bin >/dev/null || install_packages postgresql
bin=$(newest_bin)
data=$WORK/postgres
disk=$WORK/disk

clean_up() {
  as_postgres "$bin/pg_ctl" -D "$data" -m immediate -w stop >/dev/null 2>&1 || true
  umount "$disk" 2>/dev/null || true
  rm -rf "$WORK"
}
trap clean_up EXIT

mkdir -p "$data" "$disk"
mount -t tmpfs -o "size=$DISK_SIZE" tmpfs "$disk"
mkdir "$disk/tables"
chown -R postgres "$data" "$disk"
as_postgres "$bin/initdb" -D "$data" -U wuxin -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
as_postgres "$bin/pg_ctl" -D "$data" -l "$data/server.log" -w start -o "$options" >/dev/null
"$bin/psql" -q -h 127.0.0.1 -p "$port" -U wuxin postgres -c "CREATE TABLESPACE small LOCATION '$disk/tables'"

# "immediate" is what a failure of the machine is: no checkpoint, recovery at the start
restart="$bin/pg_ctl -D $data -l $data/server.log -m immediate -w restart -o '$options' >/dev/null"
[ "$(id -u)" -ne 0 ] || restart="setpriv --reuid=postgres --regid=postgres --init-groups -- $restart"
export DB_DIALECT=postgres DB_HOST=127.0.0.1 DB_PORT=$port DB_USER=wuxin DB_PASSWORD=wuxin
export CRASH_RESTART_DATABASE=$restart CRASH_DISK=$disk CRASH_TABLESPACE=small
"$@"
