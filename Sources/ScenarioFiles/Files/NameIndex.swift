/// Names and their places in the order of tables; looks names up and says what a wrong one may have meant.
struct NameIndex {
  /// What is named, such as "class".
  let what: String
  /// The names in order.
  let names: [String]
  /// For look-ups only; the first of two equal names counts.
  private let indices: [String: Int]
  /// Whether all names are known; if not, a name that is not found is no mistake.
  let isComplete: Bool

  /// - Parameter names: empty or nil where one could not be read.
  /// - Parameter areIds: whether names differ, so that of two equal ones another was meant: then a name that is not
  ///   found may be that.
  init(_ what: String, _ names: [String?], isComplete: Bool = true, areIds: Bool = false) {
    let names = names.map { $0?.isEmpty == false ? $0 : nil }
    self.what = what
    self.names = names.map { $0 ?? "" }
    indices = Dictionary(
      names.enumerated().compactMap { index, name in name.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    self.isComplete =
      isComplete && !names.contains { $0 == nil } && (!areIds || indices.count == names.count)
  }

  /// The index of a name; nil after reporting that there is none.
  func index(of name: String, report: (String) -> Void) -> Int? {
    if let index = indices[name] { return index }
    guard isComplete else { return nil }
    report(sentence(for: name))
    return nil
  }

  /// The index of a name, if there is one.
  func index(of name: String) -> Int? { indices[name] }

  /// The index of the name that a field gives; nil if it gives none or after reporting that there is no such thing.
  func index(of key: String, in fields: any CheckedFields) -> Int? {
    guard let name = fields.text(key) else { return nil }
    return index(of: name) { fields.report($0, about: key) }
  }

  /// As ``index(of:in:)``, for the name of a column of a table: one that is missing is told once, as its header may
  /// be what is wrong.
  func index(ofColumn key: String, in fields: any CheckedFields) -> Int? {
    guard let name = fields.text(key) else { return nil }
    return index(of: name) { if !fields.log.says($0) { fields.report($0, about: key) } }
  }

  private func sentence(for name: String) -> String {
    let start = "there is no \(what) '\(name)'"
    func withoutZeros(_ text: String) -> Substring { text.drop { $0 == "0" } }
    let digits = withoutZeros(name)
    if digits.first?.isNumber == true,
      let near = names.first(where: { withoutZeros($0) == digits && $0.utf8.count < name.utf8.count })
    {
      return "\(start), there is '\(near)'; where a spreadsheet took zeros away, format the column as text"
    }
    if let near = nearestWord(to: name, among: names) { return "\(start); did you mean '\(near)'?" }
    if names.isEmpty { return "\(start); there is none at all" }
    let known = names.enumerated().filter { !$1.isEmpty && indices[$1] == $0 }.map { $1 }
    return "\(start); known: \(known.prefix(12).joined(separator: ", "))" + (known.count > 12 ? ", …" : "")
  }
}
