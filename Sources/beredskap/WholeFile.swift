import Foundation

/// A file that appears whole or not at all.
enum WholeFile {
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
