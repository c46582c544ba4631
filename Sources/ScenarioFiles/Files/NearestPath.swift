extension InputFiles {
  /// The path that is there and that a mistyped one most likely meant: its first step that leads nowhere in place
  /// of the nearest name beside it, with the rest after it if that is there too; or the same below `Experiments`
  /// or `Models`. Nil if the path leads somewhere or nothing is near.
  ///
  /// - Complexity: O(names in the folder × length²).
  public func nearestPath(to path: String) -> String? {
    guard kind(of: path) == .missing else { return nil }
    for folder in ["Experiments", "Models"] where kind(of: "\(folder)/\(path)") != .missing {
      return "\(folder)/\(path)"
    }
    let steps = path.split(separator: "/").map(String.init)
    var before = path.hasPrefix("/") ? "/" : ""
    for (index, step) in steps.enumerated() {
      let place = before + step
      if kind(of: place) != .missing {
        before = place + "/"
        continue
      }
      let names = names(in: before.isEmpty ? "." : before)
      guard let near = nearestWord(to: step, among: names) else { return nil }
      let rest = steps.dropFirst(index + 1).joined(separator: "/")
      let whole = before + near + (rest.isEmpty ? "" : "/\(rest)")
      return kind(of: whole) == .missing ? before + near : whole
    }
    return nil
  }
}
