public import CareModel
public import RandomStreams

/// An acute patient whose region cannot keep its wait target goes to the region with the largest free share,
/// as the last published situation picture shows it.
public struct BalanceOccupancy: TransferPolicy {
  let isShared: [Bool]
  let shareOfFree: Double
  let targetMultiple: Double
  let waitingPerVehicle: Double

  /// The policy for a network: a region sends at most `shareOfFree` of another's free places between two
  /// pictures, only while the expected wait exceeds `targetMultiple` times the target of the unit kind, and
  /// while at most `waitingPerVehicle` patients wait for each of its vehicles.
  public init(
    network: CareNetwork, shareOfFree: Double, targetMultiple: Double, waitingPerVehicle: Double
  ) {
    isShared = network.unitKinds.map(\.isSharedBetweenRegions)
    self.shareOfFree = shareOfFree
    self.targetMultiple = targetMultiple
    self.waitingPerVehicle = waitingPerVehicle
  }

  /// Kinds that the model marks as shared between regions.
  public func considers(unitKind: Int) -> Bool { isShared[unitKind] }

  /// While the wait target cannot be kept and some other region has a place for us.
  ///
  /// - Complexity: O(regions).
  public func couldMove(
    unitKind: Int, from region: borrowing RegionState, picture: borrowing SituationPicture
  ) -> Bool {
    guard isUnderPressure(unitKind, region) else { return false }
    for other in 0..<picture.regionCount
    where placesLeft(in: other, kind: unitKind, for: region, picture) > 0 { return true }
    return false
  }

  /// The region with the largest free share that still has an open place for us; ties go to one drawn
  /// at random, so that no region is favoured by its number.
  ///
  /// - Complexity: O(regions).
  public func destination(
    for patient: WaitingPatient, in region: borrowing RegionState, picture: borrowing SituationPicture,
    memory: inout PolicyMemory, using random: inout KeyedStream
  ) -> Int? {
    let kind = patient.unitKind
    guard !patient.isPlanned, isUnderPressure(kind, region) else { return nil }
    let offset = Int(random.uniform() * Double(picture.regionCount))
    var best: Int?
    var most = 0.0
    for step in 0..<picture.regionCount {
      let other = (offset + step) % picture.regionCount
      let left = placesLeft(in: other, kind: kind, for: region, picture)
      guard left > 0 else { continue }
      let share = Double(left) / Double(max(1, picture.capacity(region: other, kind: kind)))
      if share > most {
        most = share
        best = other
      }
    }
    return best
  }

  /// Whether the region cannot keep the wait target of a kind, and has vehicles to send somebody with.
  private func isUnderPressure(_ kind: Int, _ region: borrowing RegionState) -> Bool {
    region.expectedWaitHours(kind: kind) > targetMultiple * region.waitTargetHours(kind: kind)
      && Double(region.waitingForVehicle) <= waitingPerVehicle * Double(region.vehicleCount)
  }

  /// Places of a kind in `other` that `region` may still fill; none where somebody waits.
  private func placesLeft(
    in other: Int, kind: Int, for region: borrowing RegionState, _ picture: borrowing SituationPicture
  ) -> Int {
    guard other != region.index, picture.waiting(region: other, kind: kind) == 0 else { return 0 }
    let open = Int((Double(picture.open(region: other, kind: kind)) * shareOfFree).rounded(.up))
    return max(0, open - region.sentSincePicture(to: other, kind: kind))
  }

  static let shareParameter = PolicyParameter(
    key: "free_places_share", standard: 1.0 / 3, range: 0...1,
    text: "share of another region's free places that one region may fill between two pictures, "
      + "rounded up",
    source: "Ontario hospitals reserve one third of free ICU beds for transfers (CBC 7 Jan 2021)")
  static let targetParameter = PolicyParameter(
    key: "wait_target_multiple", standard: 1, range: 0...1000,
    text: "transfers are considered while the expected wait (queue over yesterday's starts) exceeds this "
      + "multiple of the unit's target, which is 0 where the model gives none: then whoever waits may be sent",
    source: "assumption: as soon as the target cannot be kept")
  static let vehicleParameter = PolicyParameter(
    key: "waiting_per_vehicle", standard: 1, range: 0...1000,
    text: "no transfer is asked for while more patients than this wait for each vehicle of the region",
    source: "assumption: one, so that nobody holds a bed for hours while waiting for a vehicle")

  static let entry = PolicyEntry(
    decision: .transfer, id: "balance-occupancy",
    summary: "Acute patients who would wait too long go to the region with the largest free share.",
    guide: """
      Decides: when a patient joins a queue, and for all who wait at each published picture. Planned
      patients are never moved.
      The region is the one with the largest share of its open places that is still open to the sender: the part of the
      free ones that one region may fill, rounded up, less those sent since. A region in which anybody waits for the
      kind gets nobody; among equals chance decides. Who has been sent once is not sent on.
      Within a region they go to the facility with most free places on the picture, less those sent there since, whatever
      line is there.
      Knows: its own queues and vehicles now; of the others the last published situation picture, hours
      old, and what it has itself sent since.
      Costs: vehicles, hours on the road, and places in the receiving region that may be gone on arrival.
      Is not: an agreement. No region is asked, and two may send to the same place: there they stand in line as others do.
      """,
    parameters: [shareParameter, targetParameter, vehicleParameter],
    idle: { _, network in
      if network.regions.count < 2 { return "the model has one region" }
      guard network.unitKinds.contains(where: \.isSharedBetweenRegions) else {
        return "no unit kind of the model is shared_between_regions"
      }
      let isWaitedFor = network.pathways.contains { pathway in
        pathway.steps.contains { step in
          guard let kind = step.unitKind, network.unitKinds[kind].isSharedBetweenRegions else { return false }
          return (step.whenFull ?? network.unitKinds[kind].whenFull) == .queue
        }
      }
      return isWaitedFor
        ? nil
        : "nobody waits for a unit that is shared_between_regions: who finds it full is turned away there"
    }
  ) { values, network, set in
    set.transfer = BalanceOccupancy(
      network: network, shareOfFree: values.value(of: shareParameter),
      targetMultiple: values.value(of: targetParameter),
      waitingPerVehicle: values.value(of: vehicleParameter))
  }
}
