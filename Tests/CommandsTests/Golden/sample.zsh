#compdef sample
# Completion of sample for zsh.
_sample() {
  local -a lines items
  local line
  lines=("${(@f)$("${words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  case ${lines[1]%%$'\t'*} in
    files) compset -P "${lines[1]#*$'\t'}"; _files; return ;;
    folders) compset -P "${lines[1]#*$'\t'}"; _files -/; return ;;
  esac
  for line in "${(@)lines[2,-1]}"; do
    items+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  _describe 'sample' items
}
if [[ ${funcstack[1]} == _sample ]]; then _sample "$@"; else compdef _sample sample; fi
