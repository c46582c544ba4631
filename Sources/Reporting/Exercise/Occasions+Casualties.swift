import CareModel
import ScenarioFiles

// Occasions that come from casualties: events, those on their way, those who died waiting.
extension TrajectoryReader {
  /// One event with many hurt, and its casualties in the order in which they arrive.
  private struct MassEvent {
    let name: String
    let minute: Int
    let region: Int
    let facility: Int
    let casualties: [TrajectoryEntry]
  }

  private func massEvents(atLeast number: Int) -> [MassEvent] {
    trajectory.entries.compactMap { entry in
      let minute = Self.minute(entry.ticks)
      guard entry.kind == .massEvent, hours.contains(minute / 60) else { return nil }
      let last = UInt64(entry.ordinal) + UInt64(max(0, entry.value))
      let casualties = arrivals.filter {
        $0.origin == entry.origin && $0.ordinal >= entry.ordinal && UInt64($0.ordinal) < last
      }
      guard !casualties.isEmpty, casualties.count >= number else { return nil }
      let stream = streamNames.first { $0.hash == entry.origin }?.name ?? "event"
      return MassEvent(
        name: "\(stream.replacing("@", with: "-"))-\(entry.ordinal)", minute: minute,
        region: Int(entry.region),
        facility: Int(entry.facility), casualties: casualties)
    }
  }

  private func occasion(_ event: MassEvent, number: Int, truth: InjectTruth = .true) -> Occasion {
    Occasion(
      key: event.name, minute: event.minute, region: event.region, facility: event.facility,
      values: place(event.region, event.facility) + [
        ("number", .number(number)), ("classes", classes(event.casualties)),
        ("allocation", allocation(event.casualties)),
      ], clocks: [("hurt_time", event.minute)],
      variable: "mass_casualty_event_patients", value: "\(event.casualties.count)", truth: truth,
      patients: event.casualties.map(\.patient), event: event.name)
  }

  /// An event as it is first reported, or where its casualties go.
  func massCasualties(_ kind: LoadedExercise.Kind) -> [Occasion] {
    massEvents(atLeast: kind.number).map { occasion($0, number: $0.casualties.count) }
  }

  /// A wrong number of an event's casualties.
  func massCasualtyRumours(_ kind: LoadedExercise.Kind) -> [Occasion] {
    massEvents(atLeast: kind.number).compactMap { event in
      let told = Int((Double(event.casualties.count) * kind.share).rounded())
      guard told != event.casualties.count else { return nil }
      var rumour = occasion(event, number: told, truth: .rumour)
      rumour.patients = []
      return rumour
    }
  }

  /// Casualties hurt already who will arrive in a region within some hours.
  func inboundAnnounced(_ kind: LoadedExercise.Kind) -> [Occasion] {
    let span = Int64(kind.withinHours * 3.6e9)
    return reports(at: kind.times).flatMap { report -> [Occasion] in
      let now = Int64(report.minute) * 60_000_000
      let coming = arrivals.filter { $0.ticks > now && $0.ticks <= now + span && $0.hurtTicks <= now }
      return network.regions.indices.compactMap { region in
        let own = coming.filter { Int($0.region) == region }
        guard own.count >= max(1, kind.number) else { return nil }
        return Occasion(
          key: Self.name(ofReport: report.minute), minute: report.minute, region: region,
          values: place(region) + [
            ("number", .number(own.count)), ("classes", classes(own)), ("hours", .number(kind.withinHours)),
            ("allocation", allocation(own)),
          ],
          variable: "inbound_patients", value: "\(own.count)", patients: own.map(\.patient))
      }
    }
  }

  /// Casualties who died waiting since the report before, or in the day before.
  func diedWaiting(_ kind: LoadedExercise.Kind) -> [Occasion] {
    let all = reports(at: kind.times)
    return all.enumerated().flatMap { index, report -> [Occasion] in
      let until = Int64(report.minute) * 60_000_000
      let before = index > 0 ? all[index - 1].minute : report.minute - 1_440
      let from = Int64(before) * 60_000_000
      let dead = trajectory.entries.filter {
        $0.kind == .died && $0.ticks > from && $0.ticks <= until
          && $0.other == DeathCircumstance.waiting.rawValue && isCasualty($0)
      }
      return network.regions.indices.compactMap { region in
        let own = dead.filter { Int($0.region) == region }
        guard own.count >= max(1, kind.number) else { return nil }
        return Occasion(
          key: Self.name(ofReport: report.minute), minute: report.minute, region: region,
          values: place(region) + [
            ("number", .number(own.count)), ("hours", .number(Double(report.minute - max(0, before)) / 60)),
          ],
          variable: "casualties_died_waiting_patients", value: "\(own.count)", patients: own.map(\.patient))
      }
    }
  }

  /// Flights that left, or were cancelled.
  func flights(_ kind: TrajectoryEntry.Kind) -> [Occasion] {
    trajectory.entries.compactMap { entry in
      let minute = Self.minute(entry.ticks)
      guard entry.kind == kind, hours.contains(minute / 60) else { return nil }
      return Occasion(
        key: "\(entry.ordinal)", minute: minute, region: nil,
        values: [("flight", .number(Int(entry.ordinal))), ("seats", .number(Int(entry.value)))],
        variable: kind == .flightLeft ? "flight_seats" : "flight_cancelled", value: "\(entry.value)",
        event: "flight-\(entry.ordinal)")
    }
  }
}
