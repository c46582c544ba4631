/// Completion for zsh, by `_arguments`.
enum ZshCompletion {
  static var script: String {
    """
    #compdef beredskap
    # Completion of beredskap for zsh, written by "beredskap completions zsh".
    _beredskap() {
      if (( CURRENT == 2 )); then
        local -a verbs
        verbs=(
    \(Verbs.all.map { "      '\($0.verb):\(escaped($0.summary))'" }.joined(separator: "\n"))
        )
        _describe -t verbs verb verbs
        _arguments '--help[the verbs]' '--version[the version]'
        return
      fi
      local verb=$words[2]
      shift words
      (( CURRENT-- ))
      case $verb in
    \(Verbs.all.map(arguments).joined(separator: "\n"))
      esac
    }
    if [[ $funcstack[1] == _beredskap ]]; then
      _beredskap "$@"
    else
      compdef _beredskap beredskap
    fi
    """
  }

  private static func arguments(_ syntax: VerbSyntax) -> String {
    var words = (syntax.flags + VerbSyntax.common).map { flag in
      guard let value = flag.value else { return "'\(flag.name)[\(escaped(flag.text))]'" }
      return "'\(flag.name)=[\(escaped(flag.text))]:\(escaped(value)):\(action(flag.kind))'"
    }
    words += syntax.positions.enumerated().map { place, position in
      let number =
        position.count == .many ? "*" : position.count == .optional ? "\(place + 1):" : "\(place + 1)"
      return "'\(number):\(escaped(position.name)):\(action(position.kind))'"
    }
    return "    \(syntax.verb))\n      _arguments \\\n"
      + words.map { "        \($0)" }.joined(separator: " \\\n") + "\n      ;;"
  }

  private static func action(_ kind: VerbSyntax.WordKind) -> String {
    switch kind {
    case .free: " "
    case .path: "_files"
    case .folder: "_files -/"
    case .words, .verbs: "(\(kind.words.joined(separator: " ")))"
    }
  }

  /// Without what zsh gives a meaning inside a specification.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "'": result += "'\\''"
      case "[", "]", ":", "\\": result += "\\\(character)"
      default: result.append(character)
      }
    }
  }
}
