package import OutputStatistics

extension WaitRecord {
  /// The waits as they are were nobody to die or to leave the queue: both count as cut short.
  package var survival: BinnedSurvival {
    BinnedSurvival(
      binWidth: Self.binHours, ended: started, censored: Self.sum(left, stillWaiting), competing: died)
  }

  /// The waits by what ended them: a place, or something else.
  package var incidenceOfStarts: BinnedSurvival {
    BinnedSurvival(
      binWidth: Self.binHours, ended: started, censored: stillWaiting, competing: Self.sum(died, left))
  }

  /// The waits by what ended them: death, or something else.
  package var incidenceOfDeaths: BinnedSurvival {
    BinnedSurvival(
      binWidth: Self.binHours, ended: Self.sum(started, left), censored: stillWaiting, competing: died)
  }

  private static func sum(_ one: [Int], _ other: [Int]) -> [Int] { zip(one, other).map { $0 + $1 } }
}
