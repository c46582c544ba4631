/// The teams that tools with teams have: one for each audience, or one for each region of an audience that every region
/// has of its own.
struct ExerciseTeams {
  /// A team.
  struct Team: Equatable {
    /// Audience and code of the region; the code is empty when the team is of no region.
    let audience: String
    let region: String
    /// Name without commas, which part names in a cell.
    let name: String
  }

  /// Every team, in the order of audiences and then of the injects.
  let all: [Team]
  private let regional: Set<String>

  init(_ list: ExerciseList, _ names: ExerciseNames) {
    let regional = Set(list.audiences.filter(\.isPerRegion).map(\.id))
    self.regional = regional
    var teams: [Team] = []
    var seen: Set<String> = []
    func add(_ audience: String, _ region: String, _ regionName: String) {
      guard seen.insert("\(audience)\u{1F}\(region)").inserted else { return }
      let place = regionName.isEmpty ? region : regionName
      let name = region.isEmpty ? names.audience(audience) : "\(names.audience(audience)) – \(place)"
      teams.append(Team(audience: audience, region: region, name: Self.withoutCommas(name)))
    }
    let injects = InjectTable.ordered(list.injects)
    for audience in list.audiences where !regional.contains(audience.id) { add(audience.id, "", "") }
    for inject in injects {
      if !regional.contains(inject.audience) {
        add(inject.audience, "", "")
      } else if !inject.region.isEmpty {
        add(inject.audience, inject.region, inject.regionName)
      }
    }
    // An audience of regions that hears of the nation alone is one team.
    for inject in injects where !seen.contains(where: { $0.hasPrefix("\(inject.audience)\u{1F}") }) {
      add(inject.audience, "", "")
    }
    all = teams
  }

  /// The teams that get an inject: of its region, or all of its audience when it concerns the nation.
  ///
  /// - Complexity: O(teams).
  func teams(of inject: Inject) -> [Team] {
    let own = all.filter { $0.audience == inject.audience }
    guard regional.contains(inject.audience), !inject.region.isEmpty else { return own }
    return own.filter { $0.region == inject.region }
  }

  private static func withoutCommas(_ name: String) -> String {
    let text = ExchangeText.line(name).unicodeScalars.map { $0 == "," ? " " : String($0) }.joined()
    return text.isEmpty ? "–" : text
  }
}
