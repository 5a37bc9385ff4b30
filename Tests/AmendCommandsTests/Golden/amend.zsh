#compdef amend
# Completion of amend for zsh.
_amend() {
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
  _describe 'amend' items
}
if [[ ${funcstack[1]} == _amend ]]; then _amend "$@"; else compdef _amend amend; fi
