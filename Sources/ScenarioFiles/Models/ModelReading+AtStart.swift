import CareModel
import RandomStreams

extension ModelReading {
  /// Reads who is there when the run begins; needs the classes, pathways and units.
  func readPresentAtStart() {
    groupsAtStart = root.objects("present_at_start")
    let columns = PlaceColumns(self)
    network.presentAtStart = groupsAtStart.compactMap { group($0, columns: columns) }
    // A group that could not be read would make a sum of the others mislead.
    if network.presentAtStart.count == groupsAtStart.count { reportCrowdedUnits() }
  }

  private func group(_ fields: FieldReader, columns: PlaceColumns) -> PatientsAtStart? {
    let patients = columns.placeNumber(
      "patients", column: "patients_column", in: fields, value: fields.number("patients"),
      range: .between(0, 1e6))
    let share = columns.placeNumber(
      "share_of_places", column: "share_of_places_column", in: fields,
      value: fields.number("share_of_places"),
      range: .share)
    let numbers = ["patients", "patients_column", "share_of_places", "share_of_places_column"].filter {
      fields.keyPlace(of: $0) != nil
    }
    if numbers.isEmpty {
      fields.report("write one of patients, patients_column, share_of_places or share_of_places_column")
    } else if patients != nil, share != nil {
      fields.report(
        "\(fields.writtenKey(numbers[0])) is given already; keep one of the two", about: numbers[1])
    }
    guard let patientClass = classNames.index(of: "class", in: fields),
      network.classes.indices.contains(patientClass)
    else { return nil }
    let pathway = network.classes[patientClass].pathway
    guard network.pathways.indices.contains(pathway) else { return nil }
    let steps = network.pathways[pathway].steps
    let names = NameIndex("step", steps.map { Optional($0.id) }, isComplete: true)
    guard let step = names.index(of: "step", in: fields) else { return nil }
    check(fields, steps[step])
    let number = patients.map { PatientsAtStart.Number.patients($0) } ?? share.map { .shareOfPlaces($0) }
    guard let number else { return nil }
    return PatientsAtStart(
      id: fields.text("id") ?? "", patientClass: patientClass, step: step,
      facilities: chosenFacilities(fields, with: steps[step].unitKind), number: number,
      remaining: fields.distribution("remaining", in: .hours))
  }

  private func check(_ fields: FieldReader, _ step: Step) {
    if step.move != nil {
      fields.report("nobody begins on a trip: name the step before or after it", about: "step")
    } else if step.keepsBed || !step.together.isEmpty {
      fields.report("nobody begins in a step that takes several places: name another step", about: "step")
    } else if fields.keyPlace(of: "remaining") == nil {
      if let stay = step.stay {
        if !stay.mean.isFinite {
          fields.report("the stay of this step has no finite mean: write remaining", about: "step")
        } else if stay.mean <= 0 {
          fields.report("the stay of this step is always 0: write remaining", about: "step")
        }
      } else {
        fields.report("this step has no stay: write remaining", about: "step")
      }
    }
    if step.unitKind == nil {
      for key in ["share_of_places", "share_of_places_column"] where fields.keyPlace(of: key) != nil {
        fields.report("this step has no unit, and so no places: write patients", about: key)
      }
    }
  }

  private func chosenFacilities(_ fields: FieldReader, with kind: Int?) -> [Int]? {
    guard fields.has("facilities") else { return nil }
    let names = fields.texts("facilities")
    if names.isEmpty { fields.report("the list is empty", about: "facilities") }
    if Set(names).count < names.count {
      fields.report("a facility is in the list twice", about: "facilities")
    }
    return names.compactMap { name in
      let facility = facilityNames.index(of: name) { fields.report($0, about: "facilities") }
      if let facility, let kind, isWhole("units"),
        !network.units.contains(where: { $0.facility == facility && $0.kind == kind })
      {
        fields.report("facility \(name) has no \(network.unitKinds[kind].id)", about: "facilities")
      }
      return facility
    }
  }

  /// Everybody needs a place: more patients than places in one unit are a mistake.
  private func reportCrowdedUnits() {
    guard isWhole("units"),
      network.facilities.allSatisfy({ network.regions.indices.contains($0.region) }), !network.regions.isEmpty
    else { return }
    var taken = [Int](repeating: 0, count: network.units.count)
    for (fields, group) in zip(groupsAtStart, network.presentAtStart) {
      let pathway = network.pathways[network.classes[group.patientClass].pathway]
      guard let kind = pathway.steps[group.step].unitKind else { continue }
      for (index, unit) in network.units.enumerated()
      where unit.kind == kind && network.facilities.indices.contains(unit.facility) {
        taken[index] += network.patientCount(group, at: unit.facility)
        let places =
          network.unitKinds[kind].limit == .physical ? unit.physicalBeds : unit.staffedBeds
        if taken[index] > places {
          fields.report(
            "\(taken[index]) patients would begin in \(network.unitKinds[kind].id) of facility "
              + "\(network.facilities[unit.facility].id), which has \(places) \(places == 1 ? "place" : "places")",
            about: "step")
          break
        }
      }
    }
  }
}
