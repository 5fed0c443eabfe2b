#!/usr/bin/env bash
# Runs a command with a temporary PostgreSQL cluster of its own:
#     tools/with_postgres.sh ctest --test-dir build/release
# DICHTBIJ_TEST_POSTGRES holds its URL. The cluster and its directory are gone afterwards; the exit
# code is that of the command. It does not sync to disk: what it holds need not outlive the machine.
set -euo pipefail

if [ $# -eq 0 ]; then
    echo "usage: tools/with_postgres.sh COMMAND..." >&2
    exit 2
fi

find_programs() {
    local newest
    newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    if [ -z "$newest" ]; then
        echo "PostgreSQL is not installed: apt-get install postgresql" >&2
        exit 1
    fi
    echo "$newest"
}

# PostgreSQL refuses to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

programs=$(find_programs)
directory=$(mktemp -d "${TMPDIR:-/tmp}/dichtbij-postgres.XXXXXX")
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$directory"
fi

# pg_ctl finds the process by the id in the cluster's own directory.
clean_up() {
    if [ -f "$directory/data/postmaster.pid" ]; then
        as_server "$programs/pg_ctl" stop -D "$directory/data" -m immediate -w >/dev/null || true
    fi
    rm -rf "$directory"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

cd "$directory"
as_server "$programs/initdb" -D "$directory/data" -U dichtbij -A trust -E UTF8 --locale=C --no-sync >"$directory/initdb.log" ||
    { cat "$directory/initdb.log" >&2; exit 1; }

start() {
    port=$(free_port)
    as_server "$programs/pg_ctl" start -D "$directory/data" -l "$directory/data/server.log" -w -o "-p $port -k '' \
        -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c autovacuum=off -c max_connections=300 -c shared_buffers=64MB" >/dev/null
}
for attempt in 1 2 3 4 5; do  # another program may take the port first
    if start; then break; fi
    if [ "$attempt" -eq 5 ]; then
        cat "$directory/data/server.log" >&2
        exit 1
    fi
done
cd "$OLDPWD"

export DICHTBIJ_TEST_POSTGRES="postgresql://dichtbij@127.0.0.1:$port/postgres"
status=0
"$@" || status=$?
exit $status
