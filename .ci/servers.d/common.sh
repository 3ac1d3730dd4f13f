# What .ci/servers, .ci/examples and, with a judge of its own, .ci/verifiers share: sourced from the project's root, by bash. The script that sources it
#   sets   names   what it can run;
#          table   the warnings that are known, for judge.py;
#   has    serve   a function that starts the receiver $name on $port, may set $inside, the URL of what only tests may ask (the
#                  receiver's own unless it says otherwise), and may empty $rotate;
#          also    if it likes, what else is to hold for $name;
#   calls  chosen "$@", needs COMMAND PACKAGE and install for what is missing, and judge_all at the end.

secret=whsec_7c1e9a04b3d25f680a1b2c3d4e5f6071 previous=whsec_ci_servers_before retired=whsec_ci_servers_long_ago
python=/usr/bin/python3 # Debian's, for which Debian's Flask is.
missing=()

die() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }

# chosen [--only NAME]: cuts names down to it, and makes tmp
chosen() {
  if [ "${1:-}" = --only ] && [ $# -eq 2 ]; then
    [[ " ${names[*]} " == *" $2 "* ]] || die "nothing is called $2; there are ${names[*]}"
    names=("$2")
  elif [ $# -gt 0 ]; then
    die "usage: $0 [--only NAME], NAME one of ${names[*]}"
  fi
  tmp=$(mktemp -d)
  chmod 711 "$tmp" # nginx, started by root, works as another user.
  printf '%s\n' "$secret" >"$tmp/secret"
  trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$tmp"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

# wanted NAME...: whether any of them is to run
wanted() {
  local one
  for one in "$@"; do [[ " ${names[*]} " == *" $one "* ]] && return 0; done
  return 1
}

# needs 'COMMAND THAT FAILS WITHOUT IT' PACKAGE...
needs() { eval "$1" >/dev/null 2>&1 || missing+=("${@:2}"); }

install() {
  [ "${#missing[@]}" -eq 0 ] || .ci/install "${missing[@]}"
}

# quietly WHAT COMMAND...: its output is shown where it fails
quietly() {
  "${@:2}" >"$tmp/quietly" 2>&1 || { cat "$tmp/quietly" >&2; die "$1"; }
}

node_packages() { quietly "$1: no packages" npm ci --prefix "$1" --silent --no-audit --no-fund; }

free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start PORT COMMAND...: in the background, until it listens
start() {
  local port=$1 tries=0
  shift
  STATUSPULSE_SECRET=$secret STATUSPULSE_PREVIOUS_SECRET=$previous "$@" >>"$folder/server.log" 2>&1 &
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    kill -0 $! 2>/dev/null || { cat "$folder/server.log"; die "$name: $1 ended before it listened"; }
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { cat "$folder/server.log"; die "$name: $1 does not listen on $port after 60 s"; }
    sleep 0.1
  done
}

# begin NAME: makes its folder, and collects what is said in this subshell
begin() {
  name=$1 folder=$tmp/$1
  mkdir "$folder"
  chmod 711 "$folder"
  # Two runs write at once: what one says is kept together.
  exec 3>&1 >"$folder.out" 2>&1
  trap 'kill $(jobs -p) 2>/dev/null || true; wait; cat "$folder.out" >&3' EXIT
  trap 'exit 143' TERM
}

# Runs the whole suite with all that it can ask for, and compares.
judge() {
  begin "$1"
  local port inside hook="'$python' '$PWD/.ci/servers.d/hook.py'" rotate=yes
  port=$(free_port) inside=http://127.0.0.1:$port
  serve
  ./statuspulse test "http://127.0.0.1:$port/webhook/statuspulse" --secret-file "$tmp/secret" --previous-secret "$previous" \
    --retired-secret "$retired" --profile full --effects "$inside/effects/{event_id}" --state "$inside/state/{check_id}" \
    --fail "$hook $inside/failures/{event_id}" ${rotate:+--rotate "$hook $inside/secrets"} \
    --report "json=$folder/report.json" >"$folder/out" 2>&1 || true
  if ! "$python" .ci/servers.d/judge.py "$name" "$folder/report.json" "$table"; then
    cat "$folder/out"
    tail -n 30 "$folder/server.log"
    exit 1
  fi
  also
}

also() { :; }

# judge_all SENTENCE: two at a time
judge_all() {
  local at failed=0
  for at in "${!names[@]}"; do
    [ "$at" -lt 2 ] || wait -n || failed=1
    (judge "${names[$at]}") &
  done
  for _ in $(jobs -p); do
    wait -n || failed=1
  done
  [ "$failed" -eq 0 ] || die 'see above'
  printf '%s: %s\n' "$1" "${names[*]}"
}
