import CareModel

extension ScenarioReading {
  func force(_ fields: FieldReader) -> Force {
    Force(
      id: fields.text("id") ?? "", persons: fields.integer("persons") ?? 0, regions: regions(fields),
      reinforcements: fields.objects("reinforcements").map {
        Force.Reinforcement(day: $0.number("day") ?? 0, persons: $0.integer("persons") ?? 0)
      }, returnDelayHours: fields.hours("return_delay") ?? 0)
  }

  /// The fates of the casualties of a stream or event.
  func fates(_ fields: FieldReader) -> CasualtyFates {
    let killed = fields.number("killed_share") ?? 0
    let disease = fields.number("disease_share") ?? 0
    if killed + disease > 1 + 1e-9 {
      fields.report(
        "killed_share and disease_share sum to \(plainText(killed + disease)); it must be at most 1",
        about: fields.keyPlace(of: "disease_share") == nil ? "killed_share" : "disease_share")
    }
    let hasClasses = fields.keyPlace(of: "disease_classes") != nil
    if disease > 0, disease <= 1, !hasClasses {
      fields.report("write disease_classes too", about: "disease_share")
    } else if disease == 0, hasClasses {
      fields.report("nobody is of these: write disease_share too", about: "disease_classes")
    }
    let hasWounded = killed + disease < 1 - 1e-9
    if hasWounded, fields.keyPlace(of: "classes") == nil { fields.report("classes is missing") }
    if !hasWounded, fields.keyPlace(of: "classes") != nil {
      fields.report("nobody is wounded: killed_share and disease_share take all", about: "classes")
    }
    return CasualtyFates(
      force: forceNames.index(of: "force", in: fields), killedShare: killed, diseaseShare: disease,
      diseaseClasses: classMix(fields, key: "disease_classes", classNames: model.classNames))
  }

  /// Reports an event in a region where its force is not.
  func checkPlaces(_ fields: FieldReader, _ event: MassCasualtyStream) {
    guard let index = event.fates.force else { return }
    let there = scenario.forces[index].regions.map(\.region)
    let places = [("at", event.scheduled.map(\.region)), ("regions", event.regions.map(\.region))]
    for (key, regions) in places {
      guard let region = regions.first(where: { !there.contains($0) }) else { continue }
      fields.report(
        "force \(scenario.forces[index].id) is not in region \(model.regionNames.names[region])", about: key)
    }
  }
}
