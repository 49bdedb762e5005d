# Finds a CPython that really runs. Sourced by tools/bootstrap.sh; POSIX sh.
#
# A command named python3.12 proves nothing: version managers put shims on PATH that fail when that
# version is not selected, and self-built interpreters may miss ssl or sqlite3. So every candidate
# is started before it is chosen.

# The test a candidate must pass; prints the interpreter that is behind shims and virtual environments.
probe='
import ssl, sqlite3, zlib, ctypes, bz2, sys
low, high = (tuple(int(n) for n in a.split(".")) for a in sys.argv[1:3])
assert sys.implementation.name == "cpython" and low <= sys.version_info[:2] <= high
print(getattr(sys, "_base_executable", None) or sys.executable)
'

# accept CANDIDATE LOWEST HIGHEST: prints the interpreter when it runs and its version fits.
accept() {
    case $1 in */*) [ -x "$1" ] || return 1 ;; *) command -v "$1" >/dev/null 2>&1 || return 1 ;; esac
    "$1" -c "$probe" "$2" "$3" 2>/dev/null </dev/null
}

# on_path NAME LOWEST HIGHEST: tries every NAME on PATH, not only the first, which may be a broken shim.
on_path() {
    old_ifs=$IFS; IFS=:
    for folder in $PATH; do
        IFS=$old_ifs
        accept "${folder:-.}/$1" "$2" "$3" && return 0
    done
    IFS=$old_ifs
    return 1
}

# in_folders X.Y LOWEST HIGHEST: the usual places of version managers and distributions.
in_folders() {
    account_home=$(eval "printf %s ~$(id -un)" 2>/dev/null)
    for home in "${HOME:-$account_home}" "$account_home"; do
        for candidate in \
            "${PYENV_ROOT:-$home/.pyenv}"/versions/"$1"*/bin/python "$home"/.pyenv/versions/"$1"*/bin/python \
            "${ASDF_DATA_DIR:-$home/.asdf}"/installs/python/"$1"*/bin/python \
            "${MISE_DATA_DIR:-$home/.local/share/mise}"/installs/python/"$1"*/bin/python \
            "$home"/.local/share/uv/python/cpython-"$1"*/bin/python"$1" "$root"/.tools/python/cpython-"$1"*/bin/python"$1" \
            "$home"/.local/bin/python"$1" "$home"/miniconda3/envs/*/bin/python"$1" \
            /usr/bin/python"$1" /usr/local/bin/python"$1" /opt/python"$1"*/bin/python"$1" /opt/python/"$1"*/bin/python"$1" \
            /opt/homebrew/bin/python"$1" /opt/homebrew/opt/python@"$1"/bin/python"$1" \
            /usr/local/opt/python@"$1"/bin/python"$1" /home/linuxbrew/.linuxbrew/bin/python"$1" \
            /Library/Frameworks/Python.framework/Versions/"$1"/bin/python"$1"
        do
            accept "$candidate" "$2" "$3" && return 0
        done
    done
    return 1
}

# find_python LOWEST HIGHEST VERSION...: prints the first interpreter that runs, in the order of VERSION;
# status 1 when there is none.
find_python() {
    low=$1; high=$2; shift 2
    for version in "$@"; do on_path "python$version" "$low" "$high" && return 0; done
    on_path python3 "$low" "$high" && return 0
    for version in "$@"; do in_folders "$version" "$low" "$high" && return 0; done
    return 1
}
