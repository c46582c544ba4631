// Written by: WRITE_STARTER=1 swift test --filter StarterTests

extension StarterFiles {
  static let model0 = #"""
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
        { id: "ambulance", title: "Ambulances for transfers", mode: "road", vehicles_column: "ambulances", load_minutes: 20, handover_minutes: 20,
          speed_loaded_km_per_hour: 80, speed_empty_km_per_hour: 80, detour_factor: 1.3,
          source: "open exercise model, ambulance at 80 km/h; delays and the detour are assumptions" },
      ],

      // Figures asked for by name, beside those that every run gives: columns of trials.csv.
      measures: [
        { id: "wounded_theatre_wait_hours", title: "Wait of the wounded for theatre, hours", quantity: "mean-wait-hours", unit: "theatre", class: "wounded" },
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
        { text: "Wait of the wounded for theatre, hours", sv: "Skadades väntan på operation, timmar" },
        { text: "Ambulances for transfers", sv: "Ambulanser för förflyttning" },
      ],
    }

    """#

  static let model1 = #"""
    id,name,road_network,ambulances,source
    01,North,mainland,3,assumption: ambulances that can be spared for transfers
    02,South,mainland,2,assumption: ambulances that can be spared for transfers

    """#

  static let model2 = #"""
    id,name,region,latitude_degrees,longitude_degrees,visits_per_day,source
    north-university,North University Hospital,01,59.0,17.0,150,assumption: a made-up place
    north-town,North Town Hospital,01,59.4,16.2,50,assumption: a made-up place
    south,South Hospital,02,58.0,16.0,90,assumption: a made-up place

    """#

  static let model3 = #"""
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
}
