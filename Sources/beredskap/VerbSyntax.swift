/// What a verb takes and how it is taught: one place for reading its words, its help, the completions and the manual.
struct VerbSyntax {
  let verb: String
  /// What it does, in a line without a full stop, as the overview shows it.
  let summary: String
  /// How it is used, most usual first.
  let examples: [Example]
  let positions: [Position]
  let flags: [Flag]
  /// What else there is to know: paragraphs, and lists whose lines begin with a space, kept as they are.
  let notes: [String]

  init(
    verb: String, summary: String, examples: [Example], positions: [Position] = [], flags: [Flag] = [],
    notes: [String] = []
  ) {
    self.verb = verb
    self.summary = summary
    self.examples = examples
    self.positions = positions
    self.flags = flags
    self.notes = notes
  }

  /// A call as a person types it, and what it is for.
  struct Example {
    let words: String
    let purpose: String

    init(_ words: String, _ purpose: String) {
      self.words = words
      self.purpose = purpose
    }
  }

  /// A value by its place.
  struct Position {
    /// How many values stand there.
    enum Count {
      case one
      case optional
      case many
    }

    let name: String
    let count: Count
    let kind: WordKind
    let text: String

    init(_ name: String, _ count: Count = .one, _ kind: WordKind, _ text: String) {
      self.name = name
      self.count = count
      self.kind = kind
      self.text = text
    }

    /// As help writes it.
    var usage: String {
      switch count {
      case .one: "<\(name)>"
      case .optional: "[\(name)]"
      case .many: "<\(name)>..."
      }
    }
  }

  /// A flag, with a value or without.
  struct Flag {
    /// With its two hyphens.
    let name: String
    /// What help calls its value; nil for a flag without one.
    let value: String?
    let kind: WordKind
    let text: String

    /// A flag without a value.
    init(_ name: String, _ text: String) {
      self.name = name
      value = nil
      kind = .free
      self.text = text
    }

    /// A flag with a value.
    init(_ name: String, _ value: String, _ kind: WordKind, _ text: String) {
      self.name = name
      self.value = value
      self.kind = kind
      self.text = text
    }
  }

  /// What a word can be, so that a shell completes it.
  enum WordKind {
    /// Numbers and texts: nothing to complete.
    case free
    /// A file or a folder.
    case path
    /// A folder.
    case folder
    /// One of these.
    case words([String])
    /// One of the verbs.
    case verbs

    var words: [String] {
      switch self {
      case .words(let words): words
      case .verbs: Verbs.all.map(\.verb)
      case .free, .path, .folder: []
      }
    }
  }

  /// Flags that every verb has.
  static let common = [
    Flag("--help", "this page; -h is the same"),
    Flag("--no-color", "no colour, as NO_COLOR in the environment; there is none but on a terminal"),
  ]

  var valued: [String] { flags.filter { $0.value != nil }.map(\.name) }

  var plain: [String] { flags.filter { $0.value == nil }.map(\.name) }

  /// The line that shows all that the verb takes.
  var usage: String {
    (["beredskap", verb] + positions.map(\.usage) + (flags.isEmpty ? [] : ["[flags]"])).joined(separator: " ")
  }
}
