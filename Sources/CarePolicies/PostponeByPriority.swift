public import CareModel
public import RandomStreams

/// Planned patients who can wait are put on a list while hospital beds are short, and called in after.
///
/// Hysteresis: postponing begins when either occupancy passes its upper threshold and ends when both are
/// below their lower ones. The list is worked off on weekdays at a share of ordinary planned inflow.
public struct PostponeByPriority: AdmissionPolicy {
  let wardKinds: [Int]
  let intensiveCareKinds: [Int]
  let wardOn: Double
  let wardOff: Double
  let intensiveCareOn: Double
  let intensiveCareOff: Double
  let extraShare: Double

  /// The policy for a network, with thresholds as shares of staffed places.
  public init(
    network: CareNetwork, wardOn: Double, wardOff: Double, intensiveCareOn: Double,
    intensiveCareOff: Double, extraShare: Double
  ) {
    wardKinds = network.unitKinds.indices.filter { kind in
      network.unitKinds[kind].isHospitalBed && !network.unitKinds[kind].isIntensiveCare
    }
    intensiveCareKinds = network.unitKinds.indices.filter { network.unitKinds[$0].isIntensiveCare }
    self.wardOn = wardOn
    self.wardOff = min(wardOff, wardOn)
    self.intensiveCareOn = intensiveCareOn
    self.intensiveCareOff = min(intensiveCareOff, intensiveCareOn)
    self.extraShare = extraShare
  }

  /// Postpones those who can wait while beds are short.
  public func decide(
    on patient: PlannedPatient, in region: borrowing RegionState, memory: inout PolicyMemory,
    using random: inout KeyedStream
  ) -> AdmissionDecision {
    let isPostponing = update(&memory, region)
    return isPostponing && patient.canWait ? .postpone : .admit
  }

  /// On weekdays when beds are not short: a share of ordinary planned inflow.
  public func numberCalledIn(
    in region: borrowing RegionState, memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int {
    guard region.isWeekday, !update(&memory, region) else { return 0 }
    // Fractions carry over, so that small regions work their lists off too.
    memory.values[0] += extraShare * region.plannedPerDay * 7 / 5
    // Just short of a whole one is one, whatever the rounding of the sum.
    let whole = (memory.values[0] + 1e-9).rounded(.down)
    memory.values[0] -= whole
    return Int(whole)
  }

  /// Whether the region postpones now; kept in `memory.counts[0]`.
  private func update(_ memory: inout PolicyMemory, _ region: borrowing RegionState) -> Bool {
    let ward = share(of: wardKinds, in: region)
    let intensiveCare = share(of: intensiveCareKinds, in: region)
    if memory.counts[0] == 0 {
      if ward >= wardOn || intensiveCare >= intensiveCareOn { memory.counts[0] = 1 }
    } else if ward < wardOff, intensiveCare < intensiveCareOff {
      memory.counts[0] = 0
    }
    return memory.counts[0] == 1
  }

  private func share(of kinds: [Int], in region: borrowing RegionState) -> Double {
    var used = 0
    var places = 0
    for kind in kinds {
      used += region.occupied(kind: kind) + region.waiting(kind: kind)
      places += region.standing(kind: kind)
    }
    return used == 0 ? 0 : Double(used) / Double(places)
  }

  static let wardOnParameter = PolicyParameter(
    key: "ward_postpone_above_share", standard: 1.10, range: 0...10,
    text: "patients in and waiting for ward places, per staffed place, at which postponing begins",
    source: "assumption: a tenth beyond the staffed places, where the physical ones end")
  static let wardOffParameter = PolicyParameter(
    key: "ward_resume_below_share", standard: 1.03, range: 0...10,
    text: "below this share, and below the one for intensive care, postponing ends",
    source: "assumption: within the swing of a week in peace about the national mean of 95 %")
  static let intensiveCareOnParameter = PolicyParameter(
    key: "icu_postpone_above_share", standard: 1.25, range: 0...10,
    text: "the same for intensive care",
    source: "assumption: every staffed place taken and a quarter as many waiting, beyond chance in peace")
  static let intensiveCareOffParameter = PolicyParameter(
    key: "icu_resume_below_share", standard: 0.8, range: 0...10,
    text: "the same for intensive care",
    source: "target of 20 % free intensive care (dagensmedisin.no 2021-01-05)")
  static let extraParameter = PolicyParameter(
    key: "work_off_share", standard: 0.10, range: 0...10,
    text:
      "planned patients called in from the list on a weekday, at 07:00 and longest on the list first, per ordinary "
      + "planned patient of a weekday, were a week's spread over its five; fractions carry over while somebody is on the list",
    source: "capacity 10 % above ordinary as the figure for working off the surgical backlog of 2020 "
      + "(friatider.se 2021-01-18, Enlund)")

  static let entry = PolicyEntry(
    decision: .admission, id: "postpone-by-priority",
    summary: "Planned patients who can wait are postponed while beds are short, and called in after.",
    guide: """
      Decides: for each planned patient on the day, and each weekday morning how many to call in.
      Knows: its own region's beds, staffed places and queues, when a planned patient comes and on the morning of a call.
      Places that are lost to a disruption or closed for lack of staff are not staffed; those closed by hours are.
      Costs: those on the list become emergencies or die at the rates of their class; the list is kept,
      and what is left of it at the end is reported. Patients who cannot wait are never postponed.
      Is not: a national stop. Each region decides for itself. Nor does it know of pulses. Planned patients
      who come by one are no ordinary inflow, and where all do nobody is called in.
      """,
    parameters: [
      wardOnParameter, wardOffParameter, intensiveCareOnParameter, intensiveCareOffParameter,
      extraParameter,
    ],
    ordered: [(wardOffParameter, wardOnParameter), (intensiveCareOffParameter, intensiveCareOnParameter)],
    idle: { _, network in
      network.classes.contains { $0.isPlanned && $0.canWait }
        ? nil : "no class of the model is planned and can wait"
    }
  ) { values, network, set in
    set.admission = PostponeByPriority(
      network: network, wardOn: values.value(of: wardOnParameter),
      wardOff: values.value(of: wardOffParameter),
      intensiveCareOn: values.value(of: intensiveCareOnParameter),
      intensiveCareOff: values.value(of: intensiveCareOffParameter),
      extraShare: values.value(of: extraParameter))
  }
}
