/// A shell that can complete the program's words.
package enum Shell: String, CaseIterable, ArgumentValue {
  case bash, zsh, fish
}

extension Program {
  /// A script that makes a shell complete the program's words.
  ///
  /// The script asks the program at every press of the key (`__complete` and the words up to the cursor), so it knows
  /// what the command line reader knows and never needs to be made again.
  package func completions(_ shell: Shell) -> String {
    let function = "_" + String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    return switch shell {
    case .bash: bashScript(name, function)
    case .zsh: zshScript(name, function)
    case .fish: fishScript(name, function)
    }
  }
}

// Bash breaks words at `=` and `:`, which stand inside our words. The pieces that touch in the line are joined again,
// and from each answer goes what stands before the piece that bash thinks is being typed.
private func bashScript(_ name: String, _ function: String) -> String {
  #"""
  # Completion of \#(name) for bash.
  \#(function)() {
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
  complete -F \#(function) \#(name)

  """#
}

private func zshScript(_ name: String, _ function: String) -> String {
  #"""
  #compdef \#(name)
  # Completion of \#(name) for zsh.
  \#(function)() {
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
    _describe '\#(name)' items
  }
  if [[ ${funcstack[1]} == \#(function) ]]; then \#(function) "$@"; else compdef \#(function) \#(name); fi

  """#
}

private func fishScript(_ name: String, _ function: String) -> String {
  #"""
  # Completion of \#(name) for fish.
  function \#(function)
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l lines ($words[1] __complete $words[2..-1] $typed 2>/dev/null)
    set -l kind (string split \t -- $lines[1])
    switch "$kind[1]"
      case files
        set -l name (string sub -s (math (string length -- "$kind[2]") + 1) -- $typed)
        for path in (__fish_complete_path $name)
          echo -- $kind[2]$path
        end
      case folders
        set -l name (string sub -s (math (string length -- "$kind[2]") + 1) -- $typed)
        for path in (__fish_complete_directories $name '')
          echo -- $kind[2]$path
        end
      case words
        printf '%s\n' $lines[2..-1]
    end
  end
  complete -c \#(name) -f -a '(\#(function))'

  """#
}
