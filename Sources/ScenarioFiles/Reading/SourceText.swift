import Foundation

/// A place in a text as a person counts it: both numbers start at one.
public struct TextPosition: Sendable, Hashable, Comparable {
  /// Line, from 1.
  public let line: Int
  /// Column in Unicode scalars, from 1.
  public let column: Int

  /// Creates a position; both numbers start at 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Earlier line first, then earlier column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The bytes of one input file with the path the user typed, so that every mistake can say where it is.
///
/// It is not a decoder: the bytes are checked to be UTF-8 and kept as they are, without a leading
/// byte-order mark.
public final class SourceText: Sendable {
  /// Largest accepted file, 64 MiB.
  public static let sizeLimit = 64 << 20

  /// The path as the user typed it.
  public let path: String
  /// The file's bytes without a byte-order mark.
  public let bytes: [UInt8]
  /// Whether the file began with a byte-order mark.
  private let hasMark: Bool
  /// Byte offset of the first byte of each line.
  private let lineStarts: [Int]

  /// Keeps bytes that are already known to be UTF-8, dropping a leading byte-order mark.
  ///
  /// - Complexity: O(bytes).
  public init(path: String, bytes: [UInt8]) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let kept = hasMark ? Array(bytes.dropFirst(3)) : bytes
    var starts = [0]
    for (index, byte) in kept.enumerated() {
      let isLoneReturn = byte == 0x0D && (index + 1 == kept.count || kept[index + 1] != 0x0A)
      if byte == 0x0A || isLoneReturn { starts.append(index + 1) }
    }
    self.path = path
    self.hasMark = hasMark
    self.bytes = kept
    self.lineStarts = starts
  }

  /// All bytes of the file, with its byte-order mark.
  var fileBytes: [UInt8] { hasMark ? [0xEF, 0xBB, 0xBF] + bytes : bytes }

  /// Keeps a text given in the program, for tests and built-in models.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The line and column of a byte; offsets outside the text are moved to its nearest end.
  ///
  /// - Complexity: O(log lines + length of the line).
  public func position(ofByte offset: Int) -> TextPosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    // Continuation bytes (10xxxxxx) belong to the character before them.
    let column = bytes[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return TextPosition(line: low + 1, column: column + 1)
  }

  /// The text of a byte range, clamped to the file.
  public func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Reads a file, or reports why it cannot be read and returns nil.
  ///
  /// Reported are a missing file, a pipe or device, an unreadable one, one above ``sizeLimit`` and bytes that are not
  /// UTF-8 (with the place of the first bad byte).
  public static func load(path: String, into log: MistakeLog) -> SourceText? {
    func refuse(_ sentence: String, kind: Mistake.Kind = .content) -> SourceText? {
      log.add(
        Mistake(file: path, line: 1, column: 1, path: "", sentence: sentence, kind: kind))
      return nil
    }
    guard FileManager.default.fileExists(atPath: path) else {
      return refuse("there is no such file", kind: .missingInput)
    }
    // Of a pipe or a device there may be no end.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
    if type != .typeRegular, type != .typeDirectory {
      return refuse("this is a pipe or a device and no file: save what it gives to a file and name that")
    }
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      data = try handle.read(upToCount: sizeLimit + 1) ?? Data()
    } catch {
      return refuse(
        "the file cannot be read: is it a folder, or closed to you?", kind: .missingInput)
    }
    guard data.count <= sizeLimit else {
      return refuse("the file is larger than 64 MiB")
    }
    return checked(path: path, bytes: Array(data), into: log)
  }

  /// Keeps bytes after checking that they are UTF-8; reports the first bad byte otherwise.
  public static func checked(
    path: String, bytes: [UInt8], into log: MistakeLog
  ) -> SourceText? {
    let source = SourceText(path: path, bytes: bytes)
    guard let bad = source.bytes.firstInvalidUTF8 else { return source }
    let place = source.position(ofByte: bad)
    log.add(
      Mistake(
        file: path, line: place.line, column: place.column, path: "",
        sentence: "this is not UTF-8 text" + encodingHint(source.bytes, at: bad)))
    return nil
  }

  /// A guess at the encoding that the file was saved in, as the tail of a sentence.
  private static func encodingHint(_ bytes: [UInt8], at bad: Int) -> String {
    let start = bytes.prefix(2)
    if start == [0xFF, 0xFE] || start == [0xFE, 0xFF] || bytes.prefix(64).contains(0) {
      return "; it looks like UTF-16: save the file as UTF-8"
    }
    // å ä ö Å Ä Ö é É ü Ü ø æ in ISO 8859-1 and Windows-1252.
    let nordic: [UInt8] = [
      0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xC9, 0xFC, 0xDC, 0xF8, 0xE6,
    ]
    if nordic.contains(bytes[bad]) {
      return "; it looks like Latin-1 (Windows-1252): save the file as UTF-8"
    }
    return ": save the file as UTF-8"
  }
}

/// A stretch of one file: what a mistake points at.
public struct TextPlace: Sendable {
  /// The file.
  public let source: SourceText
  /// The bytes meant.
  public let range: Range<Int>

  /// Creates a place.
  public init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// Line and column of the first byte.
  public var position: TextPosition { source.position(ofByte: range.lowerBound) }
}
