public import CareModel

/// Reads what is published of each report at an hour, and adds it up for areas.
struct SituationCompiler {
  private let network: CareNetwork
  private let plan: ReportingPlan
  private let hour: Int
  private let declared: [DeclaredSituationMeasure]
  private var channels: [Channel] = []

  /// One report: its published editions in order, the frames of those that may be needed, and what was heard.
  private struct Channel {
    let report: SituationReportKind
    let cutOffs: [Int]
    let frames: [SituationFrame]
    /// Index in `cutOffs` of the last edition that has the region's figures; by edition, then region.
    let heard: [[Int?]]
    /// Quantities by measure, edition and region; empty for measures of other reports.
    let quantities: [[[SituationQuantity?]]]

    /// The index of the edition with a cut-off.
    func edition(at hour: Int) -> Int? { cutOffs.firstIndex(of: hour) }
  }

  init(_ trajectory: Trajectory, hour: Int, plan: ReportingPlan, word: (String) -> LocalText) {
    network = trajectory.network
    self.plan = plan
    self.hour = hour
    declared = SituationMeasures.all(network, word: word)
    let orders = trajectory.entries.filter { $0.kind == .surgeOrdered }
    // Newest first are kept: the forecast's history, or a week and a day, and what a silent region last sent.
    for report in SituationReportKind.allCases {
      guard let schedule = plan.schedule(of: report) else { continue }
      let cutOffs = schedule.cutOffs(publishedBy: hour, firstWeekday: network.firstWeekday)
      let frames = cutOffs.compactMap { SituationFrame(trajectory, hour: $0, orders: orders) }
      guard !frames.isEmpty, frames.count == cutOffs.count else { continue }
      channels.append(channel(report, cutOffs, frames))
    }
  }

  private func channel(_ report: SituationReportKind, _ cutOffs: [Int], _ frames: [SituationFrame]) -> Channel
  {
    let regions = network.regions.indices
    var heard: [[Int?]] = []
    for (index, frame) in frames.enumerated() {
      heard.append(regions.map { frame.isSilent($0) ? heard.last?[$0] ?? nil : index })
    }
    let quantities = declared.map { one in
      one.measure.report != report
        ? [] : frames.map { frame in regions.map { one.quantity(frame, $0, nil) } }
    }
    return Channel(
      report: report, cutOffs: cutOffs, frames: frames, heard: heard, quantities: quantities)
  }

  private func channel(_ report: SituationReportKind) -> Channel? { channels.first { $0.report == report } }

  var measures: [SituationMeasure] { declared.map(\.measure) }

  var editions: [SituationEdition] {
    channels.compactMap { channel in
      guard let schedule = plan.schedule(of: channel.report), let last = channel.cutOffs.indices.last else {
        return nil
      }
      let cutOff = channel.cutOffs[last]
      let heard = channel.heard[last]
      return SituationEdition(
        report: channel.report, cutOffHour: cutOff, compiledMinute: cutOff * 60 + schedule.compiledMinutes,
        publishedMinute: cutOff * 60 + schedule.publishedMinutes,
        reporting: heard.indices.filter { heard[$0] == last },
        late: heard.enumerated().compactMap { region, edition in
          edition.flatMap { $0 == last ? nil : .init(region: region, cutOffHour: channel.cutOffs[$0]) }
        },
        missing: heard.indices.filter { heard[$0] == nil })
    }
  }

  /// An area of regions.
  func area(_ level: SituationArea.Level, id: String, name: String, regions: [Int]) -> SituationArea {
    SituationArea(
      level: level, id: id, name: name, regions: regions,
      figures: declared.indices.map { figure($0, regions: regions) },
      preparedness: regions.map(preparedness))
  }

  /// A hospital: the figures that single hospitals have.
  func hospital(_ facility: Int) -> SituationArea {
    let place = network.facilities[facility]
    let figures = declared.map { one -> SituationFigure? in
      guard one.measure.isOfHospitals, let channel = channel(one.measure.report),
        let edition = channel.heard.last?[place.region],
        let quantity = one.quantity(channel.frames[edition], place.region, facility)
      else { return nil }
      return SituationFigure(
        value: quantity.value, cutOffHour: channel.cutOffs[edition],
        oldestCutOffHour: channel.cutOffs[edition], windowHours: nil, change: nil, changeHours: nil,
        forecasts: [])
    }
    return SituationArea(
      level: .hospital, id: place.id, name: place.name, regions: [place.region], facility: facility,
      figures: figures, preparedness: [preparedness(place.region)])
  }

  private func preparedness(_ region: Int) -> PreparednessLevel? {
    guard let channel = channel(.preparedness), let edition = channel.heard.last?[region] else { return nil }
    return channel.frames[edition].preparedness(region, plan.preparedness)
  }

  private func figure(_ measure: Int, regions: [Int]) -> SituationFigure? {
    guard let channel = channel(declared[measure].measure.report), let last = channel.cutOffs.indices.last
    else { return nil }
    let heard = regions.compactMap { region in
      channel.heard[last][region].flatMap { edition in
        channel.quantities[measure][edition][region] == nil ? nil : edition
      }
    }
    guard let newest = heard.max(), let oldest = heard.min(),
      let quantity = known(channel, measure, last, regions)
    else { return nil }
    let window = declared[measure].measure.windowHours
    var figure = SituationFigure(
      value: quantity.value, cutOffHour: channel.cutOffs[newest],
      oldestCutOffHour: channel.cutOffs[oldest], windowHours: window.map { min($0, channel.cutOffs[newest]) },
      change: nil, changeHours: nil, forecasts: [])
    // What counts back over less than its window is not comparable with a whole one.
    let isWhole = window.map { channel.cutOffs[newest] >= $0 + 24 } ?? true
    if isWhole, let before = earlier(channel, newest, regions),
      let value = figure.value, let old = known(channel, measure, before, regions)?.value
    {
      figure.change = value - old
      figure.changeHours = channel.cutOffs[newest] - channel.cutOffs[before]
    }
    if declared[measure].measure.isForecast {
      let figures = daily(channel, measure, newest, regions)
      figure.forecasts = [24, 72].compactMap { forecast(figures, leadHours: $0) }
    }
    return figure
  }

  /// What is known of regions with an edition: of each its last figures by then. Nil where nothing is known, or where
  /// no region has any.
  private func known(
    _ channel: Channel, _ measure: Int, _ edition: Int, _ regions: [Int]
  ) -> SituationQuantity? {
    var sum: SituationQuantity?
    for region in regions {
      guard let own = channel.heard[edition][region], let quantity = channel.quantities[measure][own][region]
      else { continue }
      sum = sum.map { $0 + quantity } ?? quantity
    }
    return sum
  }

  /// The last edition at least a day before one, that all regions heard in that one had sent figures to: otherwise a
  /// change would be that of who reports.
  private func earlier(_ channel: Channel, _ edition: Int, _ regions: [Int]) -> Int? {
    let limit = channel.cutOffs[edition] - 24
    return channel.cutOffs.indices.last { earlier in
      channel.cutOffs[earlier] <= limit
        && (regions.count > 1
          ? regions.allSatisfy { (channel.heard[earlier][$0] == nil) == (channel.heard[edition][$0] == nil) }
          : regions.allSatisfy { channel.heard[earlier][$0] == earlier })
    }
  }

  /// Figures a day apart up to an edition, oldest first, back to the first gap or the end of the history.
  private func daily(_ channel: Channel, _ measure: Int, _ edition: Int, _ regions: [Int]) -> [Double] {
    var figures: [Double] = []
    var cutOff = channel.cutOffs[edition]
    while figures.count < plan.forecast.historyDays, let index = channel.edition(at: cutOff),
      regions.count > 1 || channel.heard[index][regions[0]] == index,
      let value = known(channel, measure, index, regions)?.value
    {
      figures.append(value)
      cutOff -= 24
    }
    return figures.reversed()
  }

  private func forecast(_ figures: [Double], leadHours: Int) -> SituationForecast? {
    guard let value = plan.forecast.forecast(figures, days: leadHours / 24) else { return nil }
    return SituationForecast(
      leadHours: leadHours, mean: value.mean,
      lower: value.error.map { max(0, value.mean - DampedTrend.spread * $0) },
      upper: value.error.map { value.mean + DampedTrend.spread * $0 })
  }
}

extension SituationReport {
  /// The situation picture of an hour of a trajectory: of each report the last edition published by then, of regions
  /// that are silent at its cut-off what they last sent.
  ///
  /// - Parameters:
  ///   - hour: since day 0, at least 0; the trajectory is recorded to it.
  ///   - plan: how figures reach the staff.
  ///   - word: what a title of the model is called in each language.
  /// - Complexity: O(measures × cut-offs × units).
  public init(
    _ trajectory: Trajectory, origin: SituationOrigin, hour: Int, plan: ReportingPlan,
    word: (String) -> LocalText = { LocalText($0) }
  ) {
    let network = trajectory.network
    let compiler = SituationCompiler(trajectory, hour: hour, plan: plan, word: word)
    let regions = Array(network.regions.indices)
    var areas = [compiler.area(.nation, id: network.id, name: network.title, regions: regions)]
    func grouped(_ level: SituationArea.Level, by name: (Region) -> String) -> [SituationArea] {
      var names: [String] = []
      for region in network.regions where !name(region).isEmpty && !names.contains(name(region)) {
        names.append(name(region))
      }
      // One group alone is the nation over again.
      guard names.count > 1 else { return [] }
      return names.map { group in
        compiler.area(
          level, id: group, name: group, regions: regions.filter { name(network.regions[$0]) == group })
      }
    }
    areas += grouped(.civilArea) { $0.civilArea }
    areas += grouped(.healthcareRegion) { $0.healthcareRegion }
    areas += regions.map {
      compiler.area(.region, id: network.regions[$0].id, name: network.regions[$0].name, regions: [$0])
    }
    let beds = network.units.filter { network.unitKinds[$0.kind].isHospitalBed }.map(\.facility)
    areas += network.facilities.indices.filter { beds.contains($0) }.map { compiler.hospital($0) }
    self.init(
      origin: origin, hour: hour, editions: compiler.editions, measures: compiler.measures, areas: areas,
      regionCount: regions.count, isPreparednessOrdered: network.hasSurgeLevels, plan: plan)
  }
}
