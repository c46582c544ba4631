import CareModel

extension ExperimentSettings {
  /// Reports expectations of columns that no run has, measures to show that none has, and factors that are named as a measure.
  func reportColumns(_ measures: MeasureList) {
    let names = NameIndex("measure", measures.national.map(\.id))
    for expectation in expectationReaders { _ = names.index(of: "measure", in: expectation) }
    for name in shown { _ = names.index(of: name, report: { root.report($0, about: "show") }) }
    for factor in factorReaders {
      guard let id = factor.text("id"), names.index(of: id) != nil else { continue }
      factor.report("trials.csv has a column '\(id)' of its own: name the factor otherwise", about: "id")
    }
  }
}
