import CareModel

/// Short wordings that the text and the drawing of a network share.
enum Phrase {
  /// Three significant figures or so, without an exponent.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let places: Double = abs(value) >= 100 ? 1 : abs(value) >= 10 ? 10 : abs(value) >= 0.1 ? 100 : 10_000
    let rounded = (value * places).rounded() / places
    return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
  }

  static func percent(_ share: Double) -> String { "\(number(share * 100)) %" }

  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(SpokenNumber.text(number)) \(number == 1 ? one : many)"
  }

  static func clock(_ minutes: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  /// A number, or where it stands.
  static func place(_ number: PlaceNumber) -> String {
    switch number {
    case .fixed(let value): self.number(value)
    case .column(let name): "by \(name)"
    }
  }

  /// Some names, and how many more.
  static func some(_ names: [String], most: Int) -> String {
    names.count <= most
      ? names.joined(separator: ", ")
      : names.prefix(most).joined(separator: ", ") + " … and \(names.count - most) more"
  }
}
