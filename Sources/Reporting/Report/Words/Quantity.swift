/// Numbers of a run's tables in a page: said as a person says them, with the value behind.
package struct Quantity {
  let language: Language

  package init(language: Language) { self.language = language }

  /// A cell of a column; what has no value is a dash.
  func cell(_ row: RunTable.Row?, _ column: String, standardError: String? = nil) -> PageTable.Cell {
    guard let row, let value = row.number(column) else { return .missing }
    let error = standardError.flatMap { row.number($0) }
    return .number(said(value, error), value: row[column])
  }

  /// A mean with half its interval.
  func estimate(_ row: RunTable.Row?, prefix: String = "") -> PageTable.Cell {
    guard let row, let mean = row.number("\(prefix)mean") else { return .missing }
    let error = row.number("\(prefix)standard_error")
    let exponent = SpokenNumber.exponent(for: mean, standardError: error)
    var text = language.number(mean, exponent: exponent)
    if let lower = row.number("\(prefix)ci95_lower"), let upper = row.number("\(prefix)ci95_upper"),
      upper > lower
    {
      text += " ± \(language.number((upper - lower) / 2, exponent: exponent))"
    }
    return .number(text, value: row["\(prefix)mean"])
  }

  /// A value with the digits that its standard error bears.
  func said(_ value: Double, _ standardError: Double? = nil) -> String {
    language.number(value, exponent: SpokenNumber.exponent(for: value, standardError: standardError))
  }

  /// A value rounded to a tenth at the finest, as means over replications are told.
  package func tenths(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return language.number(
      rounded, exponent: max(-1, SpokenNumber.exponent(for: rounded, standardError: nil)))
  }

  /// A number inside a sentence, with where it stands in the run's tables.
  func inline(_ text: String, _ row: RunTable.Row, _ column: String, file: String, key: String) -> HTML {
    .element("data", ["value": row[column], "data-file": file, "data-key": key, "data-column": column], text)
  }
}
