import CareModel

extension UnitKind {
  /// Name of the regional measure of the mean number waiting.
  package var waitingMeasure: String { "\(columnName)_waiting_mean_patients" }
  /// Name of the regional measure of the mean number in places.
  package var occupiedMeasure: String { "\(columnName)_occupied_mean_beds" }
}

extension Stock {
  /// Name of the regional measure of days on which it does not suffice.
  var ranOutMeasure: String { "stock_\(String(id.map { $0 == "-" ? "_" : $0 }))_ran_out" }
}
