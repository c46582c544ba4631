import CareModel

extension LoadedExperiment {
  /// What is no mistake but may not be meant, a sentence each: parts of the scenario that no run comes to.
  ///
  /// - Complexity: O(design points × parts of the scenario).
  public var notes: [String] {
    let end = horizonDays + drainDays
    var notes: [String] = []
    for point in points {
      for part in point.scenario.parts(onOrAfter: end) {
        let note =
          "\(part.name) begins on day \(plainText(part.day)), when the run has ended (day \(plainText(end))): it never happens"
        if !notes.contains(note) { notes.append(note) }
      }
    }
    return notes
  }
}
