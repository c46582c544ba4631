import CareModel
import RandomStreams

extension ModelReading {
  func readFlows() {
    let profiles = root.objects("profiles")
    profileNames = NameIndex("profile", profiles.map { $0.text("id") }, isComplete: root.isWhole("profiles"))
    network.profiles = profiles.map(profile)
    let columns = PlaceColumns(self)
    readDays()
    inflows = root.objects("inflows")
    network.inflows = inflows.map { inflow($0, columns: columns) }
    readTransport(columns)
    if let fields = root.object("situation") {
      let (interval, delay) = (fields.hours("interval") ?? 24, fields.hours("delay") ?? 2)
      network.situation = SituationReporting(intervalHours: interval, delayHours: delay)
      if delay > interval * SituationReporting.mostUnpublished {
        fields.report(
          "at most 1,000 pictures wait for publication: the delay is more intervals", about: "delay")
      }
    }
    let entities = 1 + regions.count + network.fleets.count { $0.isNational }
    if entities > 131_072 {
      root.report(
        "regions and national fleets are \(entities) islands of state: at most 131,072", about: "regions")
    }
  }

  private func profile(_ fields: FieldReader) -> ArrivalProfile {
    let hours = fields.numbers("hours")
    let weekdays = fields.numbers("weekdays")
    let months = fields.numbers("months")
    for (key, numbers) in [("hours", hours), ("weekdays", weekdays), ("months", months)] {
      if let numbers, numbers.reduce(0, +) <= 0 { fields.report("all rates are 0", about: key) }
    }
    if ["hours", "weekdays", "months", "holidays"].allSatisfy({ fields.keyPlace(of: $0) == nil }) {
      fields.report("this profile shapes nothing: write hours, weekdays, months or holidays")
    }
    if fields.keyPlace(of: "holidays") == nil, fields.keyPlace(of: "holidays_as") != nil {
      fields.report("there are no holidays here", about: "holidays_as")
    }
    if fields.keyPlace(of: "holidays") != nil, weekdays == nil, fields.keyPlace(of: "weekdays") == nil {
      fields.report(
        "holidays go as another weekday, and all are alike: write weekdays too", about: "holidays")
    }
    if let hours, hours.count % 24 != 0 || 60 % (hours.count / 24) != 0 {
      fields.report(
        "\(hours.count) rates are no equal parts of hours: write 24 of them, 48 for half hours, 96 for quarters, or 24 times another divisor of 60",
        about: "hours")
    }
    let words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return ArrivalProfile(
      id: fields.text("id") ?? "", hours: hours ?? Array(repeating: 1, count: 24),
      weekdays: weekdays ?? Array(repeating: 1, count: 7), months: months, holidays: holidays(fields),
      holidayWeekday: fields.text("holidays_as").flatMap { words.firstIndex(of: $0) } ?? 6)
  }

  private func holidays(_ fields: FieldReader) -> [CalendarDate] {
    var found: [CalendarDate] = []
    for text in fields.texts("holidays") {
      guard text.utf8.count == 10, let date = CalendarDate(text) else {
        fields.report("'\(text)' is not a date such as 2027-01-06", about: "holidays")
        continue
      }
      if found.contains(date) { fields.report("\(text) is in the list twice", about: "holidays") }
      found.append(date)
    }
    return found
  }

  private func inflow(_ fields: FieldReader, columns: PlaceColumns) -> Inflow {
    let keys = [
      "rate", "rate_per_day_column", "gaps", "pulse", "appointments", "expected_by_day_column",
      "observed_by_day_column",
    ]
    let given = keys.filter { fields.keyPlace(of: $0) != nil }
    if given.isEmpty {
      fields.report(
        "write one of rate_per_day, rate_per_day_column, gaps, pulse, appointments, expected_by_day_column or observed_by_day_column"
      )
    } else if given.count > 1 {
      fields.report(
        "\(fields.writtenKey(given[0])) is given already; keep one of the two", about: given[1])
    }
    let profile = profileNames.index(of: "profile", in: fields)
    if let first = given.first, !first.hasPrefix("rate") {
      if fields.has("profile") {
        fields.report("a profile shapes a rate; there is none here", about: "profile")
      }
      for key in ["from", "until"] where fields.has(key) && first != "appointments" {
        fields.report("this is of a rate or of appointments; there are none here", about: key)
      }
    }
    if let from = fields.hours("from"), let until = fields.hours("until"), until <= from {
      fields.report("until must come after from", about: "until")
    }
    var rate = PlaceNumber.fixed(fields.perDay("rate") ?? 0)
    if let column = columns.column("rate_per_day_column", in: fields, range: .between(0, 1e7)) {
      rate = .column(column)
    }
    var process = Inflow.Process.poisson
    if let gaps = fields.distribution("gaps", in: .hours) {
      if !(gaps.mean > 0) { fields.report("the mean gap must be above 0", about: "gaps") }
      process = .renewal(gaps)
    } else if let numbers = days("expected_by_day_column", fields) {
      process = .expectedByDay(numbers)
    } else if let numbers = days("observed_by_day_column", fields) {
      if let odd = numbers.first(where: { $0 != $0.rounded() }) {
        fields.report(
          "observed numbers are whole; this column has \(plainText(odd))", about: "observed_by_day_column")
      }
      process = .observedByDay(numbers.map { Int($0.rounded()) })
    } else if let pulse = fields.object("pulse") {
      process = .pulse(
        count: pulse.integer("patients") ?? 0, fromHours: pulse.hours("from") ?? 0,
        spanHours: pulse.hours("over") ?? 0)
    } else if fields.keyPlace(of: "appointments") != nil {
      process = .appointments(appointments(fields))
    }
    var chosen: [Int]?
    if fields.has("facilities") {
      let names = fields.texts("facilities")
      if names.isEmpty { fields.report("the list is empty", about: "facilities") }
      if Set(names).count < names.count {
        fields.report("a facility is in the list twice", about: "facilities")
      }
      chosen = names.compactMap { name in
        facilityNames.index(of: name) { fields.report($0, about: "facilities") }
      }
    }
    return Inflow(
      id: fields.text("id") ?? "", classes: mix(fields), ratePerDay: rate, profile: profile,
      process: process, groupSize: fields.distribution("group_size"), facilities: chosen,
      fromHours: fields.hours("from"),
      untilHours: fields.hours("until"), rateFactor: rateFactor(fields, facilities: chosen))
  }

  private func appointments(_ fields: FieldReader) -> [Inflow.Appointments] {
    let parts = fields.objects("appointments")
    fields.reportIfEmpty("appointments")
    let found = parts.compactMap { part -> Inflow.Appointments? in
      let days = part.has("weekdays") ? weekdays(part) : 0b111_1111
      guard let minute = minute("at", of: part), let count = part.integer("patients") else { return nil }
      if minute == 1440 { part.report("a day ends before 24:00: write 00:00 of the next day", about: "at") }
      return Inflow.Appointments(
        weekdays: (0..<7).filter { days >> UInt8($0) & 1 == 1 }, fromMinute: minute % 1440, count: count,
        spanHours: part.hours("over") ?? 0)
    }
    if found.perWeek > 100_000 {
      fields.report(
        "an inflow has at most 100,000 appointments a week at each facility", about: "appointments")
      return []
    }
    return found
  }

  /// The numbers of a column of days; nil if the inflow names none.
  private func days(_ key: String, _ fields: FieldReader) -> [Double]? {
    guard let name = fields.text(key) else { return nil }
    guard !days.isEmpty else {
      reportNoDays(fields, key)
      return []
    }
    let names = NameIndex(
      "column", days[0].openNumbers.map(\.name), isComplete: isWhole("days"))
    guard names.index(ofColumn: key, in: fields) != nil else { return [] }
    return days.map { day in
      guard let number = day.openNumbers.first(where: { $0.name == name }) else {
        day.report("this day has no number in column '\(name)', which an inflow names")
        return 0
      }
      if number.value < 0 || number.value > 1e7 {
        log.add(
          "\(name) is \(plainText(number.value)); patients a day are between 0 and 10000000",
          at: number.place,
          path: name)
        return 0
      }
      return number.value
    }
  }

  /// Says once that a column of days is named and there are none.
  func reportNoDays(_ fields: FieldReader, _ key: String) {
    guard isWhole("days") else { return }
    fields.report("the model has no days", about: key)
    torn.insert("days")
  }

  func readDays() {
    days = rows("days", as: ModelFields.day) ?? []
    for (index, day) in days.enumerated() {
      if let number = day.integer("id"), number != index {
        day.report("day \(number) stands where day \(index) must", about: "id")
        return
      }
    }
  }
}
