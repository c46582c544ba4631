import Foundation

/// A file that appears whole or not at all.
enum WholeFile {
  /// What a file may be that another one of its kind replaces.
  enum Kind {
    case page
    case drawing

    /// How such a file begins, in lower case.
    fileprivate var beginnings: [String] {
      switch self {
      case .page: ["<!doctype html"]
      case .drawing: ["<?xml", "<svg"]
      }
    }

    fileprivate var words: String {
      switch self {
      case .page: "page"
      case .drawing: "drawing"
      }
    }
  }

  /// Writes a text to the place, where an earlier file of its kind is replaced and any other one stays.
  static func write(_ text: String, to place: String, replacing kind: Kind) throws(CommandFailure) {
    try refuse(place, unlessReplaceableAs: kind)
    try write(text, to: place)
  }

  /// Refuses a place where a file stands that is none of the kind.
  static func refuse(_ place: String, unlessReplaceableAs kind: Kind) throws(CommandFailure) {
    let target = URL(fileURLWithPath: place).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
    // What is no file is refused when it is written.
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return }
    let handle = try? FileHandle(forReadingFrom: target)
    defer { try? handle?.close() }
    let start = (try? handle?.read(upToCount: 64)).flatMap { $0 } ?? Data()
    let words = String(decoding: start, as: UTF8.self).lowercased()
    if kind.beginnings.contains(where: { words.hasPrefix($0) }) { return }
    throw CommandFailure(
      code: .cannotCreate,
      message:
        "\(place) cannot be written: a file that is no \(kind.words) is there; name another place, or remove it"
    )
  }

  /// Writes a text beside the place and moves it there. Whatever stands there and is no ordinary file stays.
  static func write(_ text: String, to place: String) throws(CommandFailure) {
    let target = URL(fileURLWithPath: place).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
    let type = attributes?[.type] as? FileAttributeType
    if let type, type != .typeRegular {
      throw CommandFailure(code: .cannotCreate, message: "\(place) cannot be written: it is no file")
    }
    do {
      try Data(text.utf8).write(to: target, options: .atomic)
    } catch {
      throw CommandFailure(
        code: .cannotCreate,
        message: "\(place) cannot be written: its folder is not there, or not to be written to")
    }
  }
}
