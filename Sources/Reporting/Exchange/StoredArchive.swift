/// A ZIP archive whose entries are stored as they are: PKWARE APPNOTE 6.3.10 without ZIP64, compression or encryption.
///
/// Every entry has the same time, 1 January 1980 00:00, so that equal entries give equal bytes.
package struct StoredArchive {
  /// One file of the archive.
  package struct Entry {
    /// Path within the archive, in UTF-8.
    package var name: String
    /// Contents.
    package var bytes: [UInt8]
    /// Comment in the central directory; some programs read what the entry is from it.
    package var comment: String

    /// An entry.
    package init(name: String, bytes: [UInt8], comment: String = "") {
      self.name = name
      self.bytes = bytes
      self.comment = comment
    }
  }

  /// What keeps entries from being an archive.
  package enum Failure: Error, Equatable {
    /// More than 65,535 entries.
    case tooManyEntries(Int)
    /// A name or comment longer than 65,535 bytes, or an empty name.
    case nameLength(String)
    /// Two entries of one name.
    case repeatedName(String)
    /// An entry or the whole longer than 4 GiB.
    case tooLarge
  }

  private static let limit16 = Int(UInt16.max)
  private static let limit32 = Int(UInt32.max)

  /// The archive's bytes.
  ///
  /// - Complexity: O(bytes + entries · log entries).
  package static func bytes(of entries: [Entry]) throws(Failure) -> [UInt8] {
    guard entries.count < limit16 else { throw .tooManyEntries(entries.count) }
    let names = entries.map(\.name).sorted()
    for (name, next) in zip(names, names.dropFirst()) where name == next { throw .repeatedName(name) }
    var archive = ByteWriter()
    var directory = ByteWriter()
    for entry in entries {
      let name = Array(entry.name.utf8)
      let comment = Array(entry.comment.utf8)
      guard (1...limit16).contains(name.count), comment.count <= limit16 else {
        throw .nameLength(entry.name)
      }
      guard entry.bytes.count < limit32, archive.count < limit32 else { throw .tooLarge }
      let offset = archive.count
      let common = header(of: entry.bytes, nameLength: name.count)
      archive.append32(0x0403_4B50)
      archive.append(common)
      archive.append(name)
      archive.append(entry.bytes)
      directory.append32(0x0201_4B50)
      directory.append16(20)
      directory.append(common)
      directory.append16(comment.count)
      // Disk, internal and external attributes.
      directory.append16(0)
      directory.append16(0)
      directory.append32(0)
      directory.append32(offset)
      directory.append(name)
      directory.append(comment)
    }
    guard archive.count + directory.count < limit32 else { throw .tooLarge }
    let start = archive.count
    archive.append(directory.bytes)
    archive.append32(0x0605_4B50)
    archive.append16(0)
    archive.append16(0)
    archive.append16(entries.count)
    archive.append16(entries.count)
    archive.append32(directory.count)
    archive.append32(start)
    archive.append16(0)
    return archive.bytes
  }

  /// From the version needed to the length of the extra field: equal in both headers.
  private static func header(of bytes: [UInt8], nameLength: Int) -> [UInt8] {
    var header = ByteWriter()
    header.append16(20)
    // Names and comments are UTF-8.
    header.append16(0x0800)
    header.append16(0)
    header.append16(0)
    header.append16(0x0021)
    header.append32(Int(CyclicRedundancyCheck.value(bytes)))
    header.append32(bytes.count)
    header.append32(bytes.count)
    header.append16(nameLength)
    header.append16(0)
    return header.bytes
  }
}

/// Numbers as bytes, the lowest first.
private struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func append(_ more: [UInt8]) { bytes += more }

  mutating func append16(_ value: Int) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: Int) {
    append16(value)
    append16(value >> 16)
  }
}
