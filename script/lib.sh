# Shared by the scripts: where things are, how much may run at once, and plain messages.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
JOBS=$(nproc)
cd "$ROOT"
# What is built here must not be disturbed by what the caller set for other programs.
export LC_ALL=C.UTF-8 TZ=UTC
# The same source gives the same object in any clone.
export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1
# A header that was compiled before is the same when its text is.
export CCACHE_SLOPPINESS=pch_defines,time_macros
# Memory that a library keeps until the end is no leak of ours.
export LSAN_OPTIONS=suppressions=$ROOT/tools/lsan.supp:print_suppressions=0
say() { printf '\n== %s\n' "$*"; }

# What a program of this clone reads at run time, beside the programs that are built: texts, web assets, catalogue.
link_share() {
    mkdir -p build/share
    ln -sfn ../web build/share/web
    ln -sfn ../../text build/share/text
    ln -sfn ../../catalogus build/share/catalogus
}

# configure NAME BUILD_TYPE [cmake options]
configure() {
    local name=$1 type=$2
    shift 2
    link_share
    cmake -S . -B "build/$name" -G Ninja -DCMAKE_BUILD_TYPE="$type" "$@" >"build/$name.configure.log" 2>&1 ||
        { cat "build/$name.configure.log"; return 1; }
}
