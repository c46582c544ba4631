import CareModel

extension SetPath {
  /// Refuses a change that can mean nothing: of an id, of the title of a whole file, or to a looser mark of handling
  /// than the file's own. A stricter mark is taken.
  ///
  /// - Throws: ``SetPathFailure`` with what to do instead.
  func requireMeaning(of value: JSON5Node, in root: JSON5Node) throws(SetPathFailure) {
    if segments.last == .key("id") {
      throw SetPathFailure(sentence: "other places name a thing by its id, so that no change sets it")
    }
    if segments == [.key("title")] {
      throw SetPathFailure(
        sentence:
          "the title says which file this is: write it there, and what changes in that of the experiment or factor"
      )
    }
    guard segments == [.key("handling")], let wanted = value.text.flatMap({ Handling(rawValue: $0) }),
      let own = root["handling"]?.text.flatMap({ Handling(rawValue: $0) }), wanted < own
    else { return }
    throw SetPathFailure(
      sentence: "the file is \(own.rawValue), and a change cannot loosen that: remove it, or change the file")
  }
}
