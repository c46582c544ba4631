import CareModel

/// What the columns and rows of a run's tables are about: the same at all design points, which share the tables.
struct TableOutline {
  /// Names of regions, then of columns, each with what tells it from another of the same name.
  private let names: [(name: String, meaning: String)]

  init(_ network: CareNetwork) {
    let measures = MeasureList(network)
    names =
      network.regions.map { ($0.id, "region") } + measures.national.map { ($0.id, "figure") }
      + measures.regional.map { ($0.id, "figure by region and day") }
      + network.measures.map { ($0.id, $0.quantity.definition.id) }
  }

  /// A name that one has and the other has not, else the first that stands elsewhere or means another thing; nil when
  /// they are the same.
  func difference(from other: TableOutline) -> String? {
    let (own, known) = (Set(names.map(\.name)), Set(other.names.map(\.name)))
    return names.first { !known.contains($0.name) }?.name
      ?? other.names.first { !own.contains($0.name) }?.name
      ?? zip(names, other.names).first { $0 != $1 }?.0.name
  }
}
