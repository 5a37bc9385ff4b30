# What the scripts share: how they speak, and how they find their way. Read with `source`, never run.

# shellcheck disable=SC2034 # for the scripts that read this file
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Says what is done next, in one line, on the error stream: the output is for answers.
say() { printf '==> %s\n' "$*" >&2; }

# Stops the script: what failed, and what to do about it.
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  shift
  local hint
  for hint in "$@"; do printf '  %s\n' "$hint" >&2; done
  exit 3
}

# Stops the script for wrong usage.
misuse() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  printf "  Type 'Scripts/%s --help'.\n" "$(basename "$0")" >&2
  exit 2
}

# Prints the comment at the top of a script, which is its help, when the first argument asks for it.
help_if_asked() {
  case ${1:-} in
    -h | --help)
      sed -n '2,/^$/{/^#/!q; s/^# \{0,1\}//; p;}' "$0"
      exit 0
      ;;
  esac
}

# Whether a program is on the path.
has() { command -v "$1" >/dev/null 2>&1; }
