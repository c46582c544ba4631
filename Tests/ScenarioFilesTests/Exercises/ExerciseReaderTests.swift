import CareModel
import ScenarioFiles
import Testing

@Suite("Exercise files")
struct ExerciseReaderTests {
  private static let network = CareNetwork(
    id: "small", title: "Small",
    unitKinds: [UnitKind(id: "icu", title: "Intensive care", isHospitalBed: true)],
    regions: [Region(id: "01", name: "One")], facilities: [Facility(id: "one", name: "One", region: 0)],
    units: [CareUnit(facility: 0, kind: 0, staffedBeds: 1)],
    classes: [PatientClass(id: "hurt", title: "Hurt", pathway: 0)],
    pathways: [Pathway(id: "stay", steps: [Step(id: "stay", unitKind: 0)])], inflows: [])

  private static func text(
    inject: String = "", actors: String = "", more: String = "",
    kind: String = #"trigger: "report-time", unit: "icu", at: ["08:00"]"#,
    people: String = #"audience: "staff", sender: "played", receiver: "duty""#,
    message: String = #"{ sv: "{occupied}", en: "{occupied}" }"#
  ) -> String {
    """
    {
      title: { sv: "Ö", en: "E" },
      audiences: [{ id: "staff", scope: "region", name: { sv: "S", en: "S" } }],
      actors: [
        { id: "duty", role: "trained", audience: "staff", name: { sv: "D", en: "D" } },
        { id: "played", role: "played", name: { sv: "P", en: "P" } },\(actors)
      ],
      channels: [{ id: "phone", name: { sv: "T", en: "T" } }],\(more)
      injects: [
        { id: "one", \(kind), \(people), channel: "phone", \(inject)
          subject: { sv: "S", en: "S" }, message: \(message) },
      ],
    }
    """
  }

  private static func mistakes(_ text: String) -> [String] {
    do {
      _ = try ExerciseReader.load(
        "exercise.json5", network: network, files: InputFiles([("exercise.json5", text)]))
      return []
    } catch {
      return error.mistakes.map(\.description)
    }
  }

  @Test("A small one is read")
  func good() throws {
    let exercise = try ExerciseReader.load(
      "exercise.json5", network: Self.network, files: InputFiles([("exercise.json5", Self.text())]))
    #expect(exercise.kinds.map(\.trigger) == [.reportTime] && exercise.kinds[0].times == [480])
    #expect(exercise.trained == ["staff"] && exercise.cards == nil && exercise.pacing.mostPerHour == nil)
  }

  @Test(
    "What is wrong is refused with its place and a sentence",
    arguments: [
      (
        Self.text(message: #"{ sv: "{ocupied}", en: "x" }"#),
        "exercise.json5:11:53: injects[one].message.sv: unknown word in braces 'ocupied'; did you mean 'occupied'?"
      ),
      (
        Self.text(message: #"{ sv: "{free", en: "x" }"#),
        "exercise.json5:11:53: injects[one].message.sv: '{free' is not closed; write a brace that is meant as such twice"
      ),
      (
        Self.text(message: #"{ sv: "a } b", en: "x" }"#),
        "exercise.json5:11:53: injects[one].message.sv: '}' has no '{' before it; write a brace that is meant as such twice"
      ),
      (
        Self.text(message: #"{ sv: "{free|ledig}", en: "x" }"#),
        "exercise.json5:11:53: injects[one].message.sv: '{free|ledig}' needs the words for one and those for more: {number|casualty|casualties}"
      ),
      (
        Self.text(message: #"{ sv: "{ocupied|plats|platser}", en: "x" }"#),
        "exercise.json5:11:53: injects[one].message.sv: unknown word in braces 'ocupied'; did you mean 'occupied'?"
      ),
      (
        Self.text(message: #"{ sv: "{region|plats|platser}", en: "x" }"#),
        "exercise.json5:11:53: injects[one].message.sv: 'region' is no number, and has no words for one and for more"
      ),
      (
        Self.text(people: #"audience: "staff", sender: "duty", receiver: "duty""#),
        "exercise.json5:10:97: injects[one].sender: 'duty' is trained, and who is trained sends no inject"
      ),
      (
        Self.text(people: #"audience: "staff", sender: "played", receiver: "played""#),
        "exercise.json5:10:117: injects[one].receiver: 'played' is no trained actor of the audience 'staff'"
      ),
      (
        Self.text(kind: #"trigger: "report-time", unit: "ic", at: ["08:00"]"#),
        "exercise.json5:10:48: injects[one].unit: there is no unit kind 'ic'; did you mean 'icu'?"
      ),
      (
        Self.text(kind: #"trigger: "report-time", unit: "icu", at: ["8.00"]"#),
        "exercise.json5:10:59: injects[one].at: '8.00' is no clock time: write hours and minutes, such as 08:00"
      ),
      (
        Self.text(kind: #"trigger: "report-tim", unit: "icu", at: ["08:00"]"#),
        "exercise.json5:10:27: injects[one].trigger: unknown trigger 'report-tim'; did you mean 'report-time'?"
      ),
      (
        Self.text(inject: #"after: "one","#),
        "exercise.json5:10:150: injects[one].after: a kind of inject does not precede itself"
      ),
      (
        Self.text(inject: #"after: "two","#),
        "exercise.json5:10:150: injects[one].after: there is no kind of inject 'two'; known: one"
      ),
      (
        Self.text(inject: #"storyline: "x","#),
        "exercise.json5:10:154: injects[one].storyline: there is no storyline 'x'; there is none at all"
      ),
      (
        Self.text(actors: #" { id: "lost", role: "trained", name: { sv: "L", en: "L" } },"#),
        "exercise.json5:6:73: actors[lost].id: a trained actor needs its audience"
      ),
      (
        Self.text(
          actors: #" { id: "lost", role: "trained", name: { sv: "L", en: "L" } },"#,
          people: #"audience: "staff", sender: "played", receiver: "lost""#),
        "exercise.json5:6:73: actors[lost].id: a trained actor needs its audience"
      ),
      (
        Self.text(more: #" trained: ["staf"],"#),
        "exercise.json5:8:69: trained: there is no audience 'staf'; did you mean 'staff'?"
      ),
      (
        Self.text(more: #" pacing: { quiet_from: "22:00" },"#),
        "exercise.json5:8:68: pacing: quiet hours need both quiet_from and quiet_until"
      ),
      (
        Self.text(more: #" pacing: { quiet_from: "22:00", quiet_until: "22:00" },"#),
        "exercise.json5:8:104: pacing.quiet_until: quiet hours end when they begin: leave both out for none"
      ),
      (
        Self.text(kind: #"trigger: "report-time", unit: "icu", at: []"#),
        "exercise.json5:10:59: injects[one].at: the list is empty: write a clock time, or remove this kind of inject"
      ),
      (
        Self.text(kind: #"trigger: "occupancy-above", unit: "icu", share: 100"#),
        "exercise.json5:10:66: injects[one].share: share is 100; it must be more than 0 and at most 10"
      ),
      (
        Self.text(kind: #"trigger: "move-refused", unit: "icu", patients: -1"#),
        "exercise.json5:10:66: injects[one].patients: patients is -1; it must be a whole number from 0 to 1,000,000"
      ),
    ])
  func refused(text: String, sentence: String) {
    #expect(Self.mistakes(text).contains(sentence), "\(Self.mistakes(text))")
  }

  @Test(
    "The words in braces that a page names are those that the finder fills in: none is unknown to its own trigger"
  )
  func blanks() {
    for trigger in InjectTrigger.allCases {
      let names = trigger.blanks.map(\.name)
      #expect(Set(names).count == names.count, "\(trigger.rawValue)")
    }
  }

  @Test("a kind of inject with a mistake in its trigger is there for those that come after it")
  func after() {
    let text = Self.text(
      inject: #"after: "one","#, kind: #"trigger: "report-tim", unit: "icu", at: ["08:00"]"#)
    #expect(!Self.mistakes(text).contains("there is no kind of inject"), "\(Self.mistakes(text))")
  }
}
