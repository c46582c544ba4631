/// Completion for fish 3 and later.
enum FishCompletion {
  static var script: String {
    let verbs = Verbs.all.map {
      "complete -c beredskap -n 'test (count (commandline -opc)) -eq 1' -a \($0.verb) -d \(quoted($0.summary))"
    }
    return """
      # Completion of beredskap for fish, written by "beredskap completions fish".
      function __beredskap_verb
          set -l words (commandline -opc)
          test (count $words) -gt 1; and test "$words[2]" = "$argv[1]"
      end
      complete -c beredskap -f
      complete -c beredskap -n 'test (count (commandline -opc)) -eq 1' -l help -d 'the verbs'
      complete -c beredskap -n 'test (count (commandline -opc)) -eq 1' -l version -d 'the version'
      \((verbs + Verbs.all.flatMap(lines)).joined(separator: "\n"))
      """
  }

  private static func lines(_ syntax: VerbSyntax) -> [String] {
    let start = "complete -c beredskap -n '__beredskap_verb \(syntax.verb)'"
    let flags = (syntax.flags + VerbSyntax.common).map { flag in
      let value = flag.value == nil ? "" : " -r\(action(flag.kind))"
      return "\(start) -l \(flag.name.dropFirst(2))\(value) -d \(quoted(flag.text))"
    }
    return flags + syntax.positions.map { "\(start)\(action($0.kind))" }
  }

  private static func action(_ kind: VerbSyntax.WordKind) -> String {
    switch kind {
    case .free: " -f"
    case .path: " -F"
    case .folder: " -f -a '(__fish_complete_directories)'"
    case .words, .verbs: " -f -a \(quoted(kind.words.joined(separator: " ")))"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
