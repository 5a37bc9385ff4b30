# Completion of amend for fish.
function _amend
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
complete -c amend -f -a '(_amend)'
