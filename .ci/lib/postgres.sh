# A PostgreSQL cluster of this run's own, in its temporary folder, without durability.
# shellcheck shell=bash

# PG_RESTART is a command that stops it without a checkpoint and starts it again with the same options.
export PG_PORT='' PG_CTL='' PG_RESTART=''

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
  else
    "$@"
  fi
}

newest_bin() {
  local bin
  bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  [ -x "$bin/initdb" ] && echo "$bin"
}

start_postgres() {
  newest_bin >/dev/null || install_packages postgresql || return 1
  local bin data="$WORK/postgres"
  bin=$(newest_bin) || return 1
  mkdir -p "$data"
  [ "$(id -u)" -ne 0 ] || chown postgres "$data"
  as_postgres "$bin/initdb" -D "$data" -U wuxin -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$WORK/initdb.log" || return 1
  PG_PORT=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  PG_CTL=$bin/pg_ctl
  as_postgres "$PG_CTL" -D "$data" -l "$data/server.log" -w -t 60 start -o "-p $PG_PORT -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" >/dev/null || {
    tail -n 20 "$data/server.log"
    return 1
  }
  PG_RESTART="$PG_CTL -D $data -l $data/server.log -m immediate -w -t 60 restart >/dev/null"
  [ "$(id -u)" -ne 0 ] || PG_RESTART="setpriv --reuid=postgres --regid=postgres --init-groups -- $PG_RESTART"
  for name in wuxin wuxin_e2e; do as_postgres "$bin/createdb" -h 127.0.0.1 -p "$PG_PORT" -U wuxin "$name"; done
  "$bin/psql" --version
}

# pg_ctl finds the process by the pid that the cluster wrote.
stop_postgres() {
  [ -n "$PG_CTL" ] || return 0
  as_postgres "$PG_CTL" -D "$WORK/postgres" -m immediate -w -t 30 stop >/dev/null 2>&1 || true
  PG_CTL=''
}
