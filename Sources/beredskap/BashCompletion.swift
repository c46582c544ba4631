/// Completion for bash 4 and later, without the bash-completion package.
enum BashCompletion {
  static var script: String {
    """
    # Completion of beredskap for bash, written by "beredskap completions bash".
    _beredskap_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
    _beredskap_files() {
      mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
      compopt -o filenames 2> /dev/null
    }
    _beredskap() {
      local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" verb="${COMP_WORDS[1]}"
      local place=0 index
      COMPREPLY=()
      # A flag and its value joined by = come as three words.
      if [[ $current == "=" ]]; then
        current=""
      elif [[ $before == "=" ]]; then
        before="${COMP_WORDS[COMP_CWORD-2]}"
      fi
      if (( COMP_CWORD == 1 )); then
        _beredskap_words "\(verbs) --help --version"
        return
      fi
      case "$verb $before" in
    \(lines(values))
      esac
      if [[ $current == -* ]]; then
        case "$verb" in
    \(lines(flags))
        esac
        return
      fi
      for (( index = 2; index < COMP_CWORD; index++ )); do
        case "$verb ${COMP_WORDS[index]}" in
    \(lines(skipped))
          *" -"* | *" =") ;;
          *) place=$(( place + 1 )) ;;
        esac
      done
      case "$verb $place" in
    \(lines(positions))
      esac
    }
    complete -F _beredskap beredskap
    """
  }

  private static var verbs: String { Verbs.all.map(\.verb).joined(separator: " ") }

  private static func lines(_ lines: [String]) -> String {
    lines.map { "      \($0)" }.joined(separator: "\n")
  }

  private static func action(_ kind: VerbSyntax.WordKind) -> String {
    switch kind {
    case .free: ":"
    case .path: "_beredskap_files -f"
    case .folder: "_beredskap_files -d"
    case .words, .verbs: "_beredskap_words \"\(kind.words.joined(separator: " "))\""
    }
  }

  private static var values: [String] {
    Verbs.all.flatMap { syntax in
      syntax.flags.filter { $0.value != nil }.map {
        "\"\(syntax.verb) \($0.name)\") \(action($0.kind)); return ;;"
      }
    }
  }

  private static var flags: [String] {
    Verbs.all.map { syntax in
      let names = (syntax.flags + VerbSyntax.common).map(\.name).joined(separator: " ")
      return "  \(syntax.verb)) _beredskap_words \"\(names)\" ;;"
    }
  }

  /// A flag takes the word after it along, and an equals sign with its word.
  private static var skipped: [String] {
    Verbs.all.flatMap { syntax in
      syntax.valued.map { "    \"\(syntax.verb) \($0)\") index=$(( index + 1 ))" }
    }.map { $0 + "\n            [[ ${COMP_WORDS[index]} == \"=\" ]] && index=$(( index + 1 )) ;;" }
  }

  private static var positions: [String] {
    Verbs.all.flatMap { syntax in
      syntax.positions.enumerated().map { place, position in
        "\"\(syntax.verb) \(position.count == .many ? "\"*" : "\(place)\"")) \(action(position.kind)) ;;"
      }
    }
  }
}
