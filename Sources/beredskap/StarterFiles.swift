// Written by: WRITE_STARTER=1 swift test --filter StarterTests

/// What `beredskap init` writes: Models/template and Experiments/template, so that it works outside a clone.
enum StarterFiles {
  static let all: [(path: String, text: String)] = [
    ("README.md", StarterReadme.text),
    ("Models/template/model.json5", file0),
    ("Models/template/regions.csv", file1),
    ("Models/template/facilities.csv", file2),
    ("Models/template/units.csv", file3),
    ("Models/template/scenarios/quiet.json5", file4),
    ("Models/template/scenarios/strike.json5", file5),
    ("Models/template/exercise.json5", file6),
    ("Experiments/template/experiment.json5", file7),
    ("Experiments/template/README.md", file8),
  ]

  private static let file0 = #"""
    // A care network to copy: two regions, three hospitals, ordinary acute patients and the wounded.
    //
    // How to make it yours: copy the folder, change `id` to the new folder's name, and change one number at a time;
    // `beredskap check Models/<yours>` finds every mistake at once, `beredskap describe Models/<yours>` reads the model
    // back to you with each assumption in it. Every number has a `source`: its own, or that of the object around it.
    // What you do not know begins with "assumption: " and why; `describe` and every report list those.
    {
      id: "template", // the name of the folder
      title: "A care network to copy",
      handling: "open", // open, internal or protected: outputs get the strictest of all inputs

      // Day 0 is when the scenario begins. The run-in before it fills the beds: patients who already lie there count.
      time: { origin: "2027-01-04T00:00:00+01:00", run_in_days: 30, source: "assumption: day 0 is a Monday; three mean stays on a ward and more" },

      // What kinds of places there are. `units` below says how many of each kind each hospital has.
      unit_kinds: [
        { id: "emergency", title: "Emergency department", hospital_bed: false, wait_target_hours: 4,
          source: "assumption: nobody should wait more than 4 hours for a treatment place" },
        // Before anybody waits for a bed, another hospital of the region takes the patient; the trip needs an ambulance.
        { id: "ward", title: "Ward", hospital_bed: true, help_within_region: true, shared_between_regions: true, wait_target_hours: 4,
          source: "assumption: nobody should wait more than 4 hours for a bed" },
        { id: "icu", title: "Intensive care", hospital_bed: true, intensive_care: true, help_within_region: true, shared_between_regions: true,
          wait_target_hours: 1, source: "assumption: nobody should wait more than 1 hour for intensive care" },
        // A theatre is cleaned before the next patient can have it.
        { id: "theatre", title: "Operating theatre", hospital_bed: false, wait_target_hours: 6,
          turnaround: { law: "constant", value_minutes: 30, source: "assumption: half an hour of cleaning" },
          source: "assumption: nobody should wait more than 6 hours for an operation" },
        // A team is a unit too. All work by day; every other one at other times. An operation begun before closing goes on.
        { id: "surgical-team", title: "Surgical team", hospital_bed: false,
          hours: { weekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "07:30", until: "19:30", around_the_clock_share: 0.5 },
          source: "assumption: twelve hours with all teams, every other one at night" },
      ],

      // Tables open in a spreadsheet. Further columns with numbers can be named from this file.
      regions: "regions.csv",
      facilities: "facilities.csv",
      units: "units.csv",

      // Relative rates by hour; their mean is taken as 1.
      profiles: [
        { id: "acute", hours: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2],
          source: "assumption: night 0.5 and evening 1.2 of the day rate" },
      ],

      // Lengths of stay with a name; a step can also hold its own.
      stay_laws: {
        "visit": { law: "lognormal", mean_hours: 4, cv: 0.8, source: "assumption: four hours in the emergency department" },
        "ward": { law: "lognormal", mean_days: 4.5, cv: 1.3, source: "assumption: short stays with a long tail" },
        "icu": { law: "lognormal", mean_days: 2.67, cv: 2.2054, source: "SIR 2019: 45,500 stays, 121,310 days, median 1.1 d, so sigma 1.33" },
        "wounded-icu": { law: "lognormal", median_days: 6.0, sigma: 0.96, source: "Jackson 2014, Injury 45:44: median 6.0 d (3–11); sigma derived" },
        "wounded-ward": { law: "lognormal", median_days: 10.5, sigma: 1.39, source: "Jackson 2014, Injury 45:44: median 10.5 d (4–26); sigma derived" },
        "operation": { law: "lognormal", mean_minutes: 171.1, cv: 0.5, source: "Hall 2023, Role 3, severe; the coefficient of variation is an assumption" },
      },

      // Who the patients are: the way they take, and their place in queues (0 is served first).
      classes: [
        { id: "acute", title: "Acute patient", pathway: "acute", priority: 3, source: "assumption: order in queues" },
        // `death` is the law without care, from the injury on; steps of the pathway multiply its hazard.
        { id: "wounded", title: "Severely wounded", origin: "military", pathway: "wounded", priority: 0, evacuable: true,
          niss_minimum: 25, niss_maximum: 50,
          death: { family: "log-logistic", median_factor_minutes: 43500, median_niss_exponent: -1.95, shape: 2, factor_before_care: 0.1,
            source: "SIMEDIS (Benhassine et al.): median 43500·NISS^−1.95 min untreated; shape 2 and first aid at 0.1 are assumptions" },
          source: "assumption: NISS 25–50, first in every queue" },
      ],

      // A step is a stay in a unit, then a way on: a step or an exit, or several with shares. One branch without a
      // share takes the rest; a step without `next` ends at home. A place is held until the next one is got.
      pathways: [
        { id: "acute", steps: [
            { id: "visit", unit: "emergency", stay: "visit", next: [{ to: "icu", share: 0.02 }, { to: "ward", share: 0.23 }, { to: "home" }],
              source: "assumption: a quarter of visits are admitted, one in twelve of them to intensive care" },
            { id: "icu", unit: "icu", stay: "icu", next: "ward" },
            { id: "ward", unit: "ward", stay: "ward" },
          ] },
        { id: "wounded", steps: [
            { id: "resuscitation", unit: "emergency", stay: { law: "triangular", minimum_minutes: 25, mode_minutes: 45, maximum_minutes: 70, source: "natosys Battlefield-Casualty-Handling, resuscitation long (numbers only)" },
              next: [{ to: "operation", share: 0.9 }, { to: "icu" }], source: "natosys Battlefield-Casualty-Handling, P1 in need of surgery (numbers only)" },
            // Theatre and team are taken at one moment, and given back when the operation is over. The law of death slows
            // down when it begins, and has ended when it is over.
            { id: "operation", unit: "theatre", together: ["surgical-team"], stay: "operation", care_factor: 0.01, care_factor_after: 0,
              next: [{ to: "icu", share: 0.7 }, { to: "ward" }],
              source: "assumption: a tenth of the hazard with first aid during the operation, none after; 0.7 need intensive care" },
            { id: "icu", unit: "icu", stay: "wounded-icu", care_factor: 0, wait_death_per_day: 0.693, next: [{ to: "dead", share: 0.1 }, { to: "ward" }],
              source: "assumption: half of those whose need of intensive care is unmet die within a day; one in ten dies there" },
            { id: "ward", unit: "ward", stay: "wounded-ward", care_factor: 0, next: [{ to: "return-to-duty", share: 0.45 }, { to: "home" }],
              source: "assumption: 0.45 return to duty" },
          ] },
      ],

      // Ordinary patients: Poisson with a rate for each hospital, from a column of facilities.csv.
      inflows: [
        { id: "acute", classes: [{ class: "acute", share: 1 }], rate_per_day_column: "visits_per_day", profile: "acute", source: "facilities.csv" },
      ],

      // Between hospitals; ambulances of each region from a column of regions.csv.
      fleets: [
        { id: "ambulance", title: "Ambulances for transfers", mode: "road", vehicles_column: "ambulances", dispatch_delay_minutes: 10, load_minutes: 20, handover_minutes: 20,
          speed_loaded_km_per_hour: 80, speed_empty_km_per_hour: 80, detour_factor: 1.3,
          source: "open exercise model, ambulance at 80 km/h; delays and the detour are assumptions" },
      ],

      // Figures asked for by name, beside those that every run gives: columns of trials.csv.
      measures: [
        { id: "wounded_theatre_wait_hours", quantity: "mean-wait-hours", unit: "theatre", class: "wounded" },
        { id: "acute_ward_wait_hours", quantity: "mean-wait-hours", unit: "ward", class: "acute" },
        { id: "wounded_dead_share", quantity: "death-share", class: "wounded" },
      ],

      // For pages in Swedish.
      translations: [
        { text: "A care network to copy", sv: "Ett vårdnät att utgå från" },
        { text: "Emergency department", sv: "Akutmottagning" },
        { text: "Ward", sv: "Vårdavdelning" },
        { text: "Intensive care", sv: "Intensivvård" },
        { text: "Operating theatre", sv: "Operation" },
        { text: "Surgical team", sv: "Operationslag" },
        { text: "Acute patient", sv: "Akut patient" },
        { text: "Severely wounded", sv: "Svårt skadad" },
        { text: "Ambulances for transfers", sv: "Ambulanser för förflyttning" },
      ],
    }

    """#

  private static let file1 = #"""
    id,name,road_network,ambulances,source
    01,North,mainland,3,assumption: ambulances that can be spared for transfers
    02,South,mainland,2,assumption: ambulances that can be spared for transfers

    """#

  private static let file2 = #"""
    id,name,region,latitude_degrees,longitude_degrees,visits_per_day,source
    north-university,North University Hospital,01,59.0,17.0,150,assumption: a made-up place
    north-town,North Town Hospital,01,59.4,16.2,50,assumption: a made-up place
    south,South Hospital,02,58.0,16.0,90,assumption: a made-up place

    """#

  private static let file3 = #"""
    facility,kind,staffed_beds,physical_beds,source
    north-university,emergency,45,60,assumption: 1.8 times the mean number of patients
    north-university,ward,200,220,assumption: 85 % occupied by 37.5 admissions a day of 4.5 days
    north-university,icu,14,18,assumption: 60 % occupied
    north-university,theatre,4,4,assumption: as many as a hospital of this size may have
    north-university,surgical-team,3,3,assumption: fewer teams than theatres
    north-town,emergency,16,20,assumption: 1.8 times the mean number of patients
    north-town,ward,68,75,assumption: 85 % occupied
    north-town,icu,5,6,assumption: 60 % occupied
    north-town,theatre,2,2,assumption: as many as a hospital of this size may have
    north-town,surgical-team,2,2,assumption
    south,emergency,28,35,assumption: 1.8 times the mean number of patients
    south,ward,120,132,assumption: 85 % occupied
    south,icu,8,10,assumption: 60 % occupied
    south,theatre,2,2,assumption: as many as a hospital of this size may have
    south,surgical-team,2,2,assumption

    """#

  private static let file4 = #"""
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

  private static let file5 = #"""
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

  private static let file6 = #"""
    // An exercise on this model: `beredskap injects Experiments/template` makes the injects.
    //
    // Who can be trained (audiences), who sends and receives (actors), by what (channels), and the kinds of inject. Each kind
    // has a trigger, which is what in the simulated course gives rise to it, and texts in Swedish and English with words in
    // braces that are filled in. `beredskap check Models/template` names every word in braces that a trigger does not know.
    {
      title: { sv: "En övning att kopiera", en: "An exercise to copy" },

      audiences: [
        { id: "region", scope: "region", name: { sv: "Regional ledning", en: "Regional command" } },
        { id: "hospital", scope: "facility", name: { sv: "Sjukhusets ledning", en: "Hospital command" } },
      ],

      // Who is trained receives and sends nothing; who is played is acted by control.
      actors: [
        { id: "region-duty", role: "trained", audience: "region", name: { sv: "Tjänsteman i beredskap", en: "Duty officer" } },
        { id: "hospital-duty", role: "trained", audience: "hospital", name: { sv: "Sjukhusets vakthavande", en: "Hospital duty officer" } },
        { id: "alarm-centre", role: "played", name: { sv: "Larmcentralen", en: "Alarm centre" } },
        { id: "hospital-play", role: "played", name: { sv: "Sjukhusets ledningsläkare", en: "Medical commander of the hospital" } },
        { id: "other-region", role: "played", name: { sv: "Vakthavande i annan region", en: "Duty officer of another region" } },
        { id: "ambulance-control", role: "played", name: { sv: "Ambulansledningen", en: "Ambulance control" } },
        { id: "public", role: "played", name: { sv: "Sociala medier", en: "Social media" } },
        { id: "reporting", role: "simulated", name: { sv: "Inrapporteringen", en: "Reporting" } },
      ],

      channels: [
        { id: "telephone", name: { sv: "Telefon", en: "Telephone" } },
        { id: "radio", name: { sv: "Radio", en: "Radio" } },
        { id: "web-system", name: { sv: "Webbsystem", en: "Web system" } },
        { id: "social-media", name: { sv: "Sociala medier", en: "Social media" } },
      ],

      pacing: { most_per_hour: 6, quiet_from: "23:00", quiet_until: "06:00" },

      injects: [
        { id: "icu-report", trigger: "report-time", unit: "icu", at: ["08:00", "16:00"], delay_minutes: 30,
          audience: "region", sender: "reporting", receiver: "region-duty", channel: "web-system", priority: 2,
          subject: { sv: "IVA i {region} kl. {cut_off}", en: "Intensive care in {region}, {cut_off}" },
          message: {
            sv: "IVA i {region} kl. {cut_off}: {occupied} belagda av {open} disponibla platser, {free} lediga, {waiting} väntar.",
            en: "Intensive care in {region} at {cut_off}: {occupied} of {open} available places occupied, {free} free, {waiting} waiting." },
          expected_action: { sv: "Uppdatera lägesbilden.", en: "Update the picture." } },
        { id: "icu-full", trigger: "occupancy-above", unit: "icu", share: 1.0, delay_minutes: 20, after: "icu-report",
          audience: "region", sender: "hospital-play", receiver: "region-duty", channel: "telephone", priority: 1,
          subject: { sv: "IVA i {region} är full", en: "Intensive care in {region} is full" },
          message: {
            sv: "Kl. {time} behövs {need} procent av de bemannade IVA-platserna i {region}: {occupied} belagda, {waiting} väntar. Ska nivån höjas?",
            en: "At {time} {need} per cent of the staffed places of intensive care in {region} are needed: {occupied} occupied, {waiting} waiting. Is the level to be raised?" },
          expected_action: { sv: "Besluta om nivå och stöd.", en: "Decide on level and support." },
          evaluator_note: { sv: "Framgår vem som beslutade, och när?", en: "Is it clear who decided, and when?" } },
        { id: "theatre-queue", trigger: "waiting-above", unit: "theatre", patients: 3, delay_minutes: 20,
          audience: "region", sender: "hospital-play", receiver: "region-duty", channel: "telephone",
          subject: { sv: "{waiting} väntar på operation i {region}", en: "{waiting} wait for an operation in {region}" },
          message: {
            sv: "Kl. {time} väntar {waiting} patienter på operation i {region}; {occupied} av {open} salar används.",
            en: "At {time} {waiting} patients wait for an operation in {region}; {occupied} of {open} theatres are in use." },
          expected_action: { sv: "Prioritera och ordna fler operationslag.", en: "Set priorities and find more teams." } },
        { id: "methane", trigger: "mass-casualty", patients: 5, delay_minutes: 10,
          audience: "region", sender: "alarm-centre", receiver: "region-duty", channel: "radio", priority: 1,
          subject: { sv: "Händelse med många skadade i {region}", en: "Event with many hurt in {region}" },
          message: {
            sv: "Kl. {hurt_time}: händelse med många skadade nära {facility}. Uppskattningsvis {number} skadade till sjukhus ({classes}).",
            en: "At {hurt_time}: event with many hurt near {facility}. An estimated {number} casualties for hospital ({classes})." },
          expected_action: { sv: "Larma sjukhusen och utse mottagare.", en: "Alert the hospitals and name who receives." } },
        { id: "methane-hospital", trigger: "mass-casualty", patients: 5, delay_minutes: 12,
          audience: "hospital", sender: "alarm-centre", receiver: "hospital-duty", channel: "radio", priority: 1,
          subject: { sv: "Många skadade till {facility}", en: "Many casualties for {facility}" },
          message: { sv: "Räkna med {number} skadade från händelsen kl. {hurt_time} ({classes}).", en: "Expect {number} casualties of the event at {hurt_time} ({classes})." } },
        { id: "allocation", trigger: "mass-casualty-allocation", patients: 5, delay_minutes: 40, after: "methane",
          audience: "region", sender: "alarm-centre", receiver: "region-duty", channel: "radio", priority: 1,
          subject: { sv: "Fördelning av skadade", en: "Allocation of casualties" },
          message: { sv: "Fördelning av {number} skadade: {allocation}.", en: "Allocation of {number} casualties: {allocation}." } },
        { id: "rumour", trigger: "mass-casualty-rumour", patients: 5, factor: 3, delay_minutes: 25, after: "methane",
          audience: "region", sender: "public", receiver: "region-duty", channel: "social-media", priority: 4,
          subject: { sv: "Uppgift om {number} skadade", en: "Word of {number} casualties" },
          message: { sv: "På sociala medier sägs att {number} har skadats i {region}.", en: "Social media say that {number} were hurt in {region}." },
          evaluator_note: { sv: "Påhittat av övningsledningen.", en: "Made up by control." } },
        { id: "inbound", trigger: "inbound-announced", at: ["06:00", "12:00", "18:00"], within_hours: 6, patients: 1, delay_minutes: 15,
          audience: "region", sender: "alarm-centre", receiver: "region-duty", channel: "telephone", priority: 2,
          subject: { sv: "{number} skadade på väg", en: "{number} casualties on their way" },
          message: { sv: "Inom {hours} timmar väntas {number} skadade ({classes}): {allocation}.", en: "Within {hours} hours {number} casualties are expected ({classes}): {allocation}." } },
        { id: "move-refused", trigger: "move-refused", unit: "icu", patients: 0, delay_minutes: 20, after: "icu-full",
          audience: "region", sender: "other-region", receiver: "region-duty", channel: "telephone",
          subject: { sv: "{asked_region} säger nej", en: "{asked_region} says no" },
          message: { sv: "{asked_region} har {asked_occupied} av {asked_open} IVA-platser belagda och kan inte ta emot.", en: "{asked_region} has {asked_occupied} of {asked_open} ICU places occupied and can take nobody." } },
        { id: "move-requested", trigger: "move-requested", unit: "icu", patients: 0, delay_minutes: 30,
          audience: "region", sender: "other-region", receiver: "region-duty", channel: "telephone",
          subject: { sv: "{asking_region} ber om IVA-plats", en: "{asking_region} asks for a place" },
          message: { sv: "{asking_region} har {asking_waiting} som väntar på IVA. Enligt siffror från kl. {cut_off} har ni {published_free} lediga. Kan ni ta emot?", en: "{asking_region} has {asking_waiting} waiting for intensive care. By figures of {cut_off} you have {published_free} free. Can you take any?" },
          evaluator_note: { sv: "I simuleringen är {free} lediga kl. {time}.", en: "In the simulation {free} are free at {time}." } },
        { id: "picture", trigger: "picture-published", unit: "icu",
          audience: "region", sender: "reporting", receiver: "region-duty", channel: "web-system", priority: 2,
          subject: { sv: "Nationell lägesbild, siffror från kl. {cut_off}", en: "National picture, figures of {cut_off}" },
          message: { sv: "Siffror från kl. {cut_off}: {occupied} av {open} IVA-platser belagda. Under 10 procent lediga: {below_10}. 10–20 procent: {from_10_to_20}.", en: "Figures of {cut_off}: {occupied} of {open} ICU places occupied. Below 10 per cent free: {below_10}. 10 to 20 per cent: {from_10_to_20}." } },
        { id: "picture-differs", trigger: "picture-differs", unit: "icu", places: 1, after: "picture", delay_minutes: 15,
          audience: "region", sender: "other-region", receiver: "region-duty", channel: "telephone",
          subject: { sv: "Vilken siffra gäller för {region}?", en: "Which figure holds for {region}?" },
          message: { sv: "Enligt lägesbilden (kl. {cut_off}) har {region} {published_free} lediga IVA-platser, enligt er själva {free} kl. {time}.", en: "By the picture ({cut_off}) {region} has {published_free} free ICU places, by your own figures {free} at {time}." } },
        { id: "stretchers", trigger: "transport-queue", patients: 1, delay_minutes: 10,
          audience: "region", sender: "ambulance-control", receiver: "region-duty", channel: "radio",
          subject: { sv: "{waiting} väntar på transport", en: "{waiting} wait for transport" },
          message: { sv: "Kl. {time} väntar {waiting} patienter på ambulans; {away} av {vehicles} är ute.", en: "At {time} {waiting} patients wait for an ambulance; {away} of {vehicles} are out." } },
        { id: "places-lost", trigger: "disruption", delay_minutes: 15,
          audience: "hospital", sender: "alarm-centre", receiver: "hospital-duty", channel: "telephone", priority: 1,
          subject: { sv: "{facility}: {cause}", en: "{facility}: {cause}" },
          message: { sv: "Kl. {time}: {cause} vid {facility}. {places} platser kan inte användas.", en: "At {time}: {cause} at {facility}. {places} places cannot be used." } },
        { id: "died-waiting", trigger: "died-waiting", at: ["08:00"], patients: 1, delay_minutes: 60,
          audience: "region", sender: "hospital-play", receiver: "region-duty", channel: "telephone",
          subject: { sv: "{number} har avlidit i väntan på vård", en: "{number} died waiting" },
          message: { sv: "Sedan förra rapporten har {number} skadade avlidit i väntan på vård.", en: "Since the last report {number} casualties died waiting for care." } },
      ],

      // Casualty cards. Values go from best to worst; where a patient lies between follows from severity and a draw.
      cards: {
        label: "ÖVN",
        triage: [
          { class: "wounded", category: "T1", respiratory_rate_per_minute: [26, 38], oxygen_saturation_percent: [94, 80],
            heart_rate_per_minute: [115, 150], systolic_pressure_mmhg: [100, 65], temperature_celsius: [36.2, 34.0],
            consciousness: ["A", "C", "V", "P"], worsens_per_hour: 0.15, source: "assumption: past the limits of the Triage Sieve for T1, worse with severity" },
        ],
        mechanisms: [
          { id: "blast", weight: 75.7, words: { sv: "Explosion, splitter", en: "Explosion, fragments" }, source: "Ukraine 2014–21, n = 280 (journals.uran.ua 2307-0404/333655)" },
          { id: "gunshot", weight: 24.3, words: { sv: "Skottskada", en: "Gunshot" }, source: "the same" },
        ],
        injuries: [
          { id: "chest", weight: 18.9, niss_minimum: 25, niss_maximum: 50, injuries: { sv: "Penetrerande bröstskada", en: "Penetrating chest injury" },
            signs: { sv: "Snabb, ytlig andning", en: "Fast, shallow breathing" }, treatment: { sv: "Nåldekompression, syrgas", en: "Needle decompression, oxygen" }, source: "Ukraine 2022–23: chest 18.9 %; the wording is an assumption" },
          { id: "limbs", weight: 48.2, niss_minimum: 25, niss_maximum: 50, injuries: { sv: "Traumatisk amputation av underben", en: "Traumatic amputation of a lower leg" },
            signs: { sv: "Blek, kallsvettig, snabb puls", en: "Pale, clammy, fast pulse" }, treatment: { sv: "Tourniquet, blodprodukter påbörjade", en: "Tourniquet, blood products begun" }, source: "Ukraine 2014–21: lower limb 48.2 %; the wording is an assumption" },
        ],
      },
    }

    """#

  private static let file7 = #"""
    // A question to copy: what does sharing patients between two regions change, and what is lost by deciding a week late?
    //
    // An experiment names a model, one of its scenarios, and arms: sets of policies that meet the same patients with the
    // same injuries and the same luck. The first arm is the baseline; every difference is told against it.
    {
      id: "template", // the name of the folder
      title: "A strike, two regions",
      question: "What does sharing between the two regions change, from the first day and from day 7?",
      handling: "open", // outputs get the strictest mark of model, scenario and experiment
      model: "../../Models/template", // from this folder
      scenario: "strike", // Models/template/scenarios/strike.json5; try "quiet" first
      seed: 1, // the same seed gives the same bytes
      replications: 30, // more make intervals shorter: four times as many halve them
      horizon_days: 28, // patients who arrive within it are counted
      drain_days: 30, // and followed this much longer
      no_wait: true, // beside the arms: as if nobody ever had to wait, which tells what waiting does

      // `beredskap policies` lists what an arm can name; what it does not name stays as it is by default.
      arms: [
        { id: "alone", title: "Each region alone" },
        { id: "share", title: "Sharing between regions", policies: { transfer: "balance-occupancy" } },
        // Until its day an arm goes on as the baseline.
        { id: "share-late", title: "Sharing, decided on day 7", from_day: 7, policies: { transfer: "balance-occupancy" } },
      ],

      // Numbers that you vary: every level by every other, each with all arms. `set` reaches any number of the model
      // (model.…), of the scenario (scenario.…) and the day of an arm (arms.<id>.from_day); take the comments away to try.
      factors: [
        // { id: "casualties", title: "Casualties, multiple of the scenario", levels: [
        //     { id: "1" },
        //     { id: "3", set: { "scenario.casualty_factor": { value: 3, source: "what if" } } },
        // ] },
      ],
    }

    """#

  private static let file8 = #"""
    # A strike, two regions

    ## Question
    What does sharing patients between two regions change when three wounded a day come for two weeks and one strike hurts
    some sixty people at once, and what is lost by deciding it on day 7?

    ## Expectation, written before the run
    Sharing lets the region that is struck send intensive-care patients to the other one. Most of what it can do is done in
    the first days after the strike on day 3: decided on day 7 it helps little.

    ## Design
    Scenario `strike` of the model `template`; three arms and `no-wait`; 30 replications; 28 days and a drain of 30. The same
    casualties in every arm.

    ## How to run
    ```
    beredskap run Experiments/template
    ```
    It takes a few seconds.

    ## Finding
    59 casualties arrive alive, 23 ± 9 patients die by day 58 with each region alone (30 replications, 95 % intervals, given
    these assumptions).

    - Unlike expected, sharing changes nothing that can be seen: 0.03 more deaths (0.48 fewer to 0.55 more), and from day 7 none
      more or less (0.29 either way). Both regions run short of intensive care within days of each other, and there is little
      to share.
    - So the next question is how many more places it takes: change `staffed_beds` of `icu` in `units.csv`, and run again.

    """#
}
