# SPDX-License-Identifier: LGPL-2.1-or-later
# Read by examples/run, tests/run and .ci/run: installs what is missing, sets up and builds.
# Everything said here goes to stderr, so that stdout holds the result alone.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$root/build
missing_debian=() missing_fedora=() missing_arch=()

say() { printf '%s\n' "$*" >&2; }

# need DEBIAN FEDORA ARCH CHECK...: notes the packages when the check fails.
need() {
  local debian=$1 fedora=$2 arch=$3
  shift 3
  if ! "$@" >/dev/null 2>&1; then
    missing_debian+=("$debian") missing_fedora+=("$fedora") missing_arch+=("$arch")
  fi
}

has() { command -v "$1"; }

has_meson() {
  local version
  version=$(meson --version) || return 1
  [ "$(printf '1.0\n%s\n' "$version" | sort -V | head -n 1)" = 1.0 ]
}

# A Python whose gi works; python3 on the path may be one without it.
find_python() {
  local python
  for python in python3 /usr/bin/python3 /usr/local/bin/python3; do
    if "$python" -c 'import gi' 2>/dev/null; then
      echo "$python"
      return 0
    fi
  done
  return 1
}

python_has() {
  local python
  python=$(find_python) && "$python" -c "import $1"
}

look_for_build() {
  need build-essential gcc base-devel has cc
  need meson meson meson has_meson
  need ninja-build ninja-build ninja has ninja
  need pkg-config pkgconf-pkg-config pkgconf has pkg-config
  need libglib2.0-dev glib2-devel glib2-devel pkg-config --exists 'gio-2.0 >= 2.74'
  need libxml2-dev libxml2-devel libxml2 pkg-config --exists 'libxml-2.0 >= 2.9.14'
  need libjson-glib-dev json-glib-devel json-glib pkg-config --exists 'json-glib-1.0 >= 1.6'
  need nettle-dev nettle-devel nettle pkg-config --exists nettle
  need libgirepository1.0-dev gobject-introspection-devel gobject-introspection \
    pkg-config --exists 'gobject-introspection-1.0 >= 1.74'
  need python3-gi python3-gobject python-gobject find_python
}

look_for_tests() {
  need build-essential gcc-c++ base-devel has c++
  need gjs gjs gjs has gjs
  need gettext gettext gettext has msgfmt
  need valac vala vala has vapigen
  need gi-docgen gi-docgen gi-docgen has gi-docgen
  need locales glibc-locale-source glibc test -e /usr/share/i18n/locales/da_DK
  need python3-numpy python3-numpy python-numpy python_has numpy
  need python3-pandas python3-pandas python-pandas python_has pandas
  need python3-jsonschema python3-jsonschema python-jsonschema python_has jsonschema
}

look_for_ci() {
  need valgrind valgrind valgrind has valgrind
  need libc6-dbg valgrind valgrind has_debug_libc
  need build-essential 'libasan libubsan' base-devel has_sanitizers
}

# Valgrind does not start without the symbols of the dynamic linker.
has_debug_libc() { valgrind -q true; }

has_sanitizers() {
  local dir
  dir=$(mktemp -d)
  echo 'int main (void) { return 0; }' >"$dir/a.c"
  cc -fsanitize=address,undefined -o "$dir/a" "$dir/a.c" && ASAN_OPTIONS=detect_leaks=0 "$dir/a"
  local status=$?
  rm -rf "$dir"
  return $status
}

unique() { printf '%s\n' "$@" | tr ' ' '\n' | awk '!seen[$0]++' | paste -sd ' '; }

# Installs what look_for_... found missing. Says so and fails where that cannot be done.
install_missing() {
  installed=no
  [ ${#missing_debian[@]} -gt 0 ] || return 0
  local packages as_root=()
  packages=$(unique "${missing_debian[@]}")
  if [ "$(id -u)" != 0 ]; then
    as_root=(sudo)
  fi
  if ! has apt-get >/dev/null || { [ ${#as_root[@]} -gt 0 ] && ! has sudo >/dev/null; }; then
    say "These packages are missing, and there is no apt, or no right to use it, to install them:"
    say "  Debian: $packages"
    say "  Fedora: $(unique "${missing_fedora[@]}")"
    say "  Arch:   $(unique "${missing_arch[@]}")"
    say "Install them and run this again."
    exit 1
  fi
  say "Installing: $packages"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq
             -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300)
  local log=$build/apt.log
  mkdir -p "$build"
  # The lists are fetched only where apt has none, or where they are so old that what they name is
  # gone.
  # shellcheck disable=SC2086
  if ! apt-get -qq --simulate install $packages >/dev/null 2>&1 ||
     ! "${apt[@]}" install --no-install-recommends --yes $packages </dev/null >"$log" 2>&1; then
    quietly "$log" "${apt[@]}" update
    # shellcheck disable=SC2086
    quietly "$log" "${apt[@]}" install --no-install-recommends --yes $packages
  fi
  hash -r
  installed=yes
}

# quietly LOG COMMAND...: shows what the command said only when it fails.
quietly() {
  local log=$1
  shift
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    say "Failed: $*"
    exit 1
  fi
}

# set_up_and_build [OPTION...]: the options are Meson's, and hold for a $build that is there too.
set_up_and_build() {
  mkdir -p "$build"
  if [ ! -e "$build/build.ninja" ]; then
    say "Setting up $build"
    quietly "$build/setup.log" meson setup "$@" "$build" "$root"
  elif [ "$installed" = yes ] || [ $# -gt 0 ]; then
    quietly "$build/setup.log" meson setup --reconfigure "$@" "$build" "$root"
  fi
  say "Building $build"
  quietly "$build/build.log" ninja -C "$build"
}

# Runs a command with the library, the typelib and the tools of $build.
in_build() {
  PATH=$build/libkkr/tool:$PATH \
  LD_LIBRARY_PATH=$build/libkkr${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} \
  GI_TYPELIB_PATH=$build/libkkr${GI_TYPELIB_PATH:+:$GI_TYPELIB_PATH} "$@"
}
