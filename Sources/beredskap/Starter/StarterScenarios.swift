// Written by: WRITE_STARTER=1 swift test --filter StarterTests

extension StarterFiles {
  static let scenarios0 = #"""
    // Nothing happens: look here first whether the model reproduces ordinary days.
    {
      id: "quiet", // the name of the file
      title: "Ordinary days",
      whose_figures: "No casualties: ordinary illness alone.",
      handling: "open",

      // For pages in Swedish.
      translations: [
        { text: "Ordinary days", sv: "Vanliga dagar" },
        { text: "No casualties: ordinary illness alone.", sv: "Inga skadade: bara vanlig sjuklighet." },
      ],
    }

    """#

  static let scenarios1 = #"""
    // Three wounded a day for two weeks, one strike with some sixty, and a power cut.
    {
      id: "strike",
      title: "Three wounded a day, a strike and a power cut",
      whose_figures: "Nobody's: made up to show how a scenario is written, no forecast.",
      handling: "open",
      casualty_factor: 1, // scales streams and the rate of random events: what an experiment varies
      casualty_factor_source: "what if: the figures as given",

      // Day by day. The day's rate is drawn once, the number is Poisson about it, the hour is uniform.
      streams: [
        { id: "front",
          classes: [{ class: "wounded", share: 1 }],
          variation: { law: "lognormal", cv: 0.5, source: "assumption: days differ by a half" },
          delay: { law: "lognormal", median_hours: 3, sigma: 0.6, source: "assumption: a median of three hours from injury to hospital" },
          phases: [
            { from_day: 0, until_day: 7, mean_per_day: 3, regions: [{ region: "01", share: 0.7 }, { region: "02", share: 0.3 }] },
            // From a rate to another.
            { from_day: 7, until_day: 14, mean_per_day_from: 3, mean_per_day_until: 1, regions: [{ region: "01", share: 0.3 }, { region: "02", share: 0.7 }] },
          ],
          source: "assumption: three wounded a day, then fewer" },
      ],

      // All of one event go to one hospital. In place of `at`, `events_per_day` with `from_day`, `until_day` and `regions`
      // draws when and where.
      events: [
        { id: "strike",
          classes: [{ class: "wounded", share: 0.36 }, { class: "acute", share: 0.64 }],
          at: [{ day: 3.5, region: "01" }], // day 3 at noon
          size: { law: "lognormal", mean_patients: 60, cv: 1, source: "assumption: a mean of 60 who reach hospital; FOI 2024 gives about ten to several hundred dead and injured an event" },
          delay: { law: "lognormal", median_hours: 1, sigma: 0.5, source: "assumption: a median of one hour" },
          source: "SIMEDIS, Mil Med usaf178: T1 36 %; that all others are as ordinary acute patients is an assumption" },
      ],

      // Half the places of one hospital are lost until repaired; who has none left asks for another.
      disruptions: [
        { id: "power", at: [{ day: 5, facility: "south" }], units: ["theatre", "icu"], lost_share: 0.5, who_leaves: "least-urgent",
          repair: { law: "lognormal", median_hours: 36, sigma: 0.7, source: "assumption: a median of a day and a half" },
          source: "assumption: half of theatre and intensive care" },
      ],

      // For pages in Swedish.
      translations: [
        { text: "Three wounded a day, a strike and a power cut", sv: "Tre skadade om dagen, ett anfall och ett strömavbrott" },
        { text: "Nobody's: made up to show how a scenario is written, no forecast.", sv: "Ingens: påhittade för att visa hur ett scenario skrivs, ingen prognos." },
      ],
    }

    """#
}
