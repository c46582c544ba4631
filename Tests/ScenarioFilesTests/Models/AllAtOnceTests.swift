import ScenarioFiles
import Testing

struct AllAtOnceTests {
  @Test("mistakes of model, tables, scenario and experiment are reported together and in order")
  func together() {
    let mistakes = SmallWorld.mistakes(
      ("model.json5", "T00:00:00+01:00", "T08:00:00+01:00"),
      ("model.json5", "priority: 2", "priority: 8"),
      ("model.json5", "pathway: \"medical\"", "pathway: \"medicl\""),
      ("model.json5", "to: \"dead\", share: 0.5", "to: \"dead\", share: 0.4"),
      ("model.json5", "handover_minutes: 20, speed_loaded_km_per_hour: 70", "speed_loaded_km_per_hour: 70"),
      ("regions.csv", "Östra,0.1", "Östra,1.1"),
      ("facilities.csv", "visby,Visby,09,57.6", "visby,Visby,09,157.6"),
      ("units.csv", "visby,icu,2,,SIR", "visby,icu,2,1,SIR"),
      ("units.csv", "lund,theatre,2", "lund,theatre,two"),
      ("high.json5", "mean_per_day: 30", "mean_per_day: -30"),
      ("high.json5", "region: \"09\", share: 0.5", "region: \"08\", share: 0.5"),
      ("experiment.json5", "transfer: \"none\"", "transfer: \"nothing\""),
      ("experiment.json5", "replications: 3", "replications: 0"),
      ("experiment.json5", "regions[12]", "regions[21]"))
    #expect(mistakes == expected)
  }

  private let expected = """
    experiment.json5:2:73: replications: replications is 0; it must be a whole number from 1 to 10,000,000
    experiment.json5:8:19: arms[postpone].policies.transfer: unknown transfer policy 'nothing'; known: none, balance-occupancy
    experiment.json5:10:10: set.model.regions[21].icu_share: there is no '21'; did you mean '12'?
    facilities.csv:3:16: facilities[visby].latitude_degrees: latitude_degrees is 157.6; it must be between -90 and 90
    model.json5:4:19: time.origin: day 0 begins at 00:00 local time, not at 08:00
    model.json5:17:45: classes[acute].pathway: there is no pathway 'medicl'; did you mean 'medical'?
    model.json5:17:65: classes[acute].priority: priority is 8; it must be a whole number from 0 to 7
    model.json5:30:15: pathways[medical].steps[bed].next: at facility visby the shares sum to 1.1, which leaves no rest
    model.json5:32:33: pathways[medical].steps[intensive].next: the shares sum to 0.9, not to 1
    model.json5:47:5: fleets[ambulance]: handover is missing: write handover_minutes, handover_hours or handover_days
    regions.csv:3:24: icu_share: icu_share is 1.1; pathways[medical].steps[bed].next[0].share_column needs it to be between 0 and 1
    scenarios/high.json5:6:50: streams[military].phases[0].mean_per_day: mean_per_day is -30; it must be between 0 and 100000
    scenarios/high.json5:8:59: streams[military].phases[1].regions[1].region: there is no region '08'; known: 12, 09
    units.csv:4:14: units[lund/theatre].staffed_beds: expected a number, found 'two'
    units.csv:6:13: units[visby/icu].physical_beds: there are 1 physical places and 2 staffed ones: write all places that exist
    """

  @Test("a broken file does not hide the mistakes of the others")
  func broken() {
    #expect(
      SmallWorld.mistakes(
        ("regions.csv", "id,name,population_inhabitants", "id;name;population_inhabitants"),
        ("high.json5", "events: [", "events: "), ("experiment.json5", "replications: 3", "replications: 0"))
          == """
          experiment.json5:2:73: replications: replications is 0; it must be a whole number from 1 to 10,000,000
          regions.csv:1:1: the first line has 7 cells, and every line after it 9: is it the header, with a comma between all names?
          scenarios/high.json5:12:73: events: expected '}' to close the object opened on line 1, found ']'
          """)
  }
}
