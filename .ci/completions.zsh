# Types a line and a tab into an interactive zsh and prints what the line is then.
# Arguments: the completion script, the line.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "unsetopt zle_bracketed_paste 2> /dev/null; PS1=; autoload -U compinit; compinit -u -D; source ${(q)1}"
zpty -w shell 'report() { print -r -- "<<$BUFFER>>"; BUFFER=; zle accept-line }; zle -N report; bindkey "^X" report'
zpty -w shell 'bindkey "^I" complete-word; setopt no_beep; print ready'
while zpty -r shell line && [[ $line != *ready* || $line == *print* ]]; do :; done
zpty -w -n shell "$2"$'\t\x18'
integer tries=50
while (( tries-- > 0 )); do
  if zpty -r -t shell part; then text+=$part; else sleep 0.1; fi
  if [[ $text == *'<<'*'>>'* ]]; then
    text=${text##*'<<'}
    print -r -- "${text%%'>>'*} "
    exit 0
  fi
done
print -r -- "no answer: $text"
