/// The candidate that a mistyped word most likely meant: the least Damerau–Levenshtein distance (optimal string
/// alignment, at most 2, at most 1 for words under five letters), else one that begins with the word or that
/// the word begins with.
///
/// Of several equally near ones the first is taken. A code of digits is taken for another one as long only when
/// digits have changed places: 03 is no more 02 than 01, though 20 may well be 02 and 1 be 01.
///
/// - Complexity: O(candidates × length²).
public func nearestWord(to word: String, among candidates: [String]) -> String? {
  // A key that stands there twice.
  if let doubled = candidates.first(where: { $0 + $0 == word }) { return doubled }
  let typed = Array(word.lowercased().utf8.prefix(64))
  let limit = typed.count < 5 ? 1 : 2
  let isCode = typed.allSatisfy { $0.isDigit }
  var best: (word: String, distance: Int)?
  for candidate in candidates {
    let known = Array(candidate.lowercased().utf8.prefix(64))
    guard abs(known.count - typed.count) <= limit else { continue }
    let distance = editDistance(typed, known)
    if isCode, known.count == typed.count, known.sorted() != typed.sorted() { continue }
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  if let best { return best.word }
  guard word.utf8.count >= 3 else { return nil }
  return candidates.first { candidate in
    candidate.utf8.count >= 3
      && (candidate.lowercased().hasPrefix(word.lowercased())
        || word.lowercased().hasPrefix(candidate.lowercased() + "_"))
  }
}

/// Edits that turn one word into the other: insert, delete, replace, swap neighbours. No stretch is edited twice.
package func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let cost = left[i] == right[j] ? 0 : 1
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
