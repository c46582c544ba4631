import CareModel

extension LoadedExperiment {
  /// What is no mistake but may not be meant, a sentence each: a folder of another name, and parts of the scenario
  /// that no run comes to.
  ///
  /// - Complexity: O(design points × parts of the scenario).
  public var notes: [String] {
    let end = horizonDays + drainDays
    var notes: [String] = []
    let path = inputFiles.first?.path ?? ""
    let name = lastStep(of: folder(of: path))
    if lastStep(of: path) == "experiment.json5", name != ".", name != "..", name != id {
      notes.append(
        "the folder is \(name) and the id \(id): tables go to the folder of the id, over those of another \(id)"
      )
    }
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
