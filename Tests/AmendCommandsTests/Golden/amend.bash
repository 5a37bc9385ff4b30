# Completion of amend for bash.
_amend() {
  local rest=${COMP_LINE:0:COMP_POINT} words=() piece trimmed i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    trimmed=${rest#"${rest%%[![:space:]]*}"}
    if ((i == COMP_CWORD)) && [[ $piece != "$trimmed" ]]; then piece=$trimmed; fi
    if ((i > 0)) && [[ $rest == "$trimmed" ]]; then
      words[${#words[@]} - 1]+=$piece
    else
      words+=("$piece")
    fi
    rest=${trimmed#"$piece"}
  done
  local typed=${words[${#words[@]} - 1]} quote=
  case $typed in [\"\']*) quote=${typed:0:1} typed=${typed:1} ;; esac
  words[${#words[@]} - 1]=$typed
  local breaks=${COMP_WORDBREAKS//[!=:]/} dropped=
  if [[ -z $quote && -n $breaks && $typed == *["$breaks"]* ]]; then
    dropped=${typed%"${typed##*["$breaks"]}"}
  fi
  COMPREPLY=()
  local kind= word meaning name
  while IFS=$'\t' read -r word meaning; do
    if [[ -z $kind ]]; then
      kind=$word
      name=${typed#"$meaning"}
      case $kind in
        files) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$name") ;;
        folders) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$name") ;;
      esac
      continue
    fi
    word=${word#"$dropped"}
    if [[ -z $quote ]]; then printf -v word %q "$word"; fi
    COMPREPLY+=("$word")
  done < <("${words[0]}" __complete "${words[@]:1}" 2>/dev/null)
}
complete -F _amend amend
