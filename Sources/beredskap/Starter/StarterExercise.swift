// Written by: WRITE_STARTER=1 swift test --filter StarterTests

extension StarterFiles {
  static let exercise0 = #"""
    // An exercise on this model: `beredskap injects Experiments/template` makes the injects.
    //
    // Who can be trained (audiences), who sends and receives (actors), by what (channels), and the kinds of inject. Each kind
    // has a trigger, which is what in the simulated course gives rise to it, and texts in Swedish and English with words in
    // braces that are filled in; {waiting|patient|patients} is the first word where the number is 1, else the other.
    // `beredskap check Models/template` names every word in braces that a trigger does not know.
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
            sv: "IVA i {region} kl. {cut_off}: {occupied} {occupied|belagd|belagda} av {open} {open|disponibel plats|disponibla platser}, {free} {free|ledig|lediga}, {waiting} väntar.",
            en: "Intensive care in {region} at {cut_off}: {occupied} of {open} available {open|place|places} occupied, {free} free, {waiting} waiting." },
          expected_action: { sv: "Uppdatera lägesbilden.", en: "Update the picture." } },
        { id: "icu-full", trigger: "occupancy-above", unit: "icu", share: 1.0, delay_minutes: 20, after: "icu-report",
          audience: "region", sender: "hospital-play", receiver: "region-duty", channel: "telephone", priority: 1,
          subject: { sv: "IVA i {region} är full", en: "Intensive care in {region} is full" },
          message: {
            sv: "Kl. {time} behövs {need} procent av de bemannade IVA-platserna i {region}: {occupied} {occupied|belagd|belagda}, {waiting} väntar. Ska nivån höjas?",
            en: "At {time} {need} per cent of the staffed places of intensive care in {region} are needed: {occupied} occupied, {waiting} waiting. Is the level to be raised?" },
          expected_action: { sv: "Besluta om nivå och stöd.", en: "Decide on level and support." },
          evaluator_note: { sv: "Framgår vem som beslutade, och när?", en: "Is it clear who decided, and when?" } },
        { id: "theatre-queue", trigger: "waiting-above", unit: "theatre", patients: 3, delay_minutes: 20,
          audience: "region", sender: "hospital-play", receiver: "region-duty", channel: "telephone",
          subject: { sv: "{waiting} väntar på operation i {region}", en: "{waiting} {waiting|waits|wait} for an operation in {region}" },
          message: {
            sv: "Kl. {time} väntar {waiting} {waiting|patient|patienter} på operation i {region}; {occupied} av {open} {open|sal|salar} används.",
            en: "At {time} {waiting} {waiting|patient waits|patients wait} for an operation in {region}; {occupied} of {open} {open|theatre is|theatres are} in use." },
          expected_action: { sv: "Prioritera och ordna fler operationslag.", en: "Set priorities and find more teams." } },
        { id: "methane", trigger: "mass-casualty", patients: 5, delay_minutes: 10,
          audience: "region", sender: "alarm-centre", receiver: "region-duty", channel: "radio", priority: 1,
          subject: { sv: "Händelse med många skadade i {region}", en: "Event with many hurt in {region}" },
          message: {
            sv: "Kl. {hurt_time}: händelse med många skadade nära {facility}. Uppskattningsvis {number} {number|skadad|skadade} till sjukhus ({classes}).",
            en: "At {hurt_time}: event with many hurt near {facility}. An estimated {number} {number|casualty|casualties} for hospital ({classes})." },
          expected_action: { sv: "Larma sjukhusen och utse mottagare.", en: "Alert the hospitals and name who receives." } },
        { id: "methane-hospital", trigger: "mass-casualty", patients: 5, delay_minutes: 12,
          audience: "hospital", sender: "alarm-centre", receiver: "hospital-duty", channel: "radio", priority: 1,
          subject: { sv: "Många skadade till {facility}", en: "Many casualties for {facility}" },
          message: { sv: "Räkna med {number} {number|skadad|skadade} från händelsen kl. {hurt_time} ({classes}).", en: "Expect {number} {number|casualty|casualties} of the event at {hurt_time} ({classes})." } },
        { id: "allocation", trigger: "mass-casualty-allocation", patients: 5, delay_minutes: 40, after: "methane",
          audience: "region", sender: "alarm-centre", receiver: "region-duty", channel: "radio", priority: 1,
          subject: { sv: "Fördelning av skadade", en: "Allocation of casualties" },
          message: { sv: "Fördelning av {number} {number|skadad|skadade}: {allocation}.", en: "Allocation of {number} {number|casualty|casualties}: {allocation}." } },
        { id: "rumour", trigger: "mass-casualty-rumour", patients: 5, factor: 3, delay_minutes: 25, after: "methane",
          audience: "region", sender: "public", receiver: "region-duty", channel: "social-media", priority: 4,
          subject: { sv: "Uppgift om {number} {number|skadad|skadade}", en: "Word of {number} {number|casualty|casualties}" },
          message: { sv: "På sociala medier sägs att {number} har skadats i {region}.", en: "Social media say that {number} {number|was|were} hurt in {region}." },
          evaluator_note: { sv: "Påhittat av övningsledningen.", en: "Made up by control." } },
        { id: "inbound", trigger: "inbound-announced", at: ["06:00", "12:00", "18:00"], within_hours: 6, patients: 1, delay_minutes: 15,
          audience: "region", sender: "alarm-centre", receiver: "region-duty", channel: "telephone", priority: 2,
          subject: { sv: "{number} {number|skadad|skadade} på väg", en: "{number} {number|casualty on the way|casualties on their way}" },
          message: { sv: "Inom {hours} {hours|timme|timmar} väntas {number} {number|skadad|skadade} ({classes}): {allocation}.", en: "Within {hours} {hours|hour|hours} {number} {number|casualty is|casualties are} expected ({classes}): {allocation}." } },
        { id: "move-refused", trigger: "move-refused", unit: "icu", patients: 0, delay_minutes: 20, after: "icu-full",
          audience: "region", sender: "other-region", receiver: "region-duty", channel: "telephone",
          subject: { sv: "{asked_region} säger nej", en: "{asked_region} says no" },
          message: { sv: "Kl. {time} har {asked_region} {asked_occupied} av {asked_open} {asked_open|IVA-plats belagd|IVA-platser belagda} och kan inte ta emot.", en: "At {time} {asked_region} has {asked_occupied} of {asked_open} ICU {asked_open|place|places} occupied and can take nobody." } },
        { id: "move-requested", trigger: "move-requested", unit: "icu", patients: 0, delay_minutes: 30,
          audience: "region", sender: "other-region", receiver: "region-duty", channel: "telephone",
          subject: { sv: "{asking_region} ber om IVA-plats", en: "{asking_region} asks for a place" },
          message: { sv: "Kl. {time} har {asking_region} {asking_waiting} som väntar på IVA. Enligt siffror från kl. {cut_off} har ni {published_free} {published_free|ledig|lediga}. Kan ni ta emot?", en: "At {time} {asking_region} has {asking_waiting} waiting for intensive care. By figures of {cut_off} you have {published_free} free. Can you take any?" },
          evaluator_note: { sv: "I simuleringen är {free} {free|ledig|lediga} kl. {time}.", en: "In the simulation {free} {free|is|are} free at {time}." } },
        { id: "picture", trigger: "picture-published", unit: "icu",
          audience: "region", sender: "reporting", receiver: "region-duty", channel: "web-system", priority: 2,
          subject: { sv: "Nationell lägesbild, siffror från kl. {cut_off}", en: "National picture, figures of {cut_off}" },
          message: { sv: "Siffror från kl. {cut_off}: {occupied} av {open} {open|IVA-plats belagd|IVA-platser belagda}. Under 10 procent lediga: {below_10}. 10–20 procent: {from_10_to_20}.", en: "Figures of {cut_off}: {occupied} of {open} ICU {open|place|places} occupied. Below 10 per cent free: {below_10}. 10 to 20 per cent: {from_10_to_20}." } },
        { id: "picture-differs", trigger: "picture-differs", unit: "icu", places: 1, after: "picture", delay_minutes: 15,
          audience: "region", sender: "other-region", receiver: "region-duty", channel: "telephone",
          subject: { sv: "Vilken siffra gäller för {region}?", en: "Which figure holds for {region}?" },
          message: { sv: "Enligt lägesbilden (kl. {cut_off}) har {region} {published_free} {published_free|ledig IVA-plats|lediga IVA-platser}, enligt er själva {free} kl. {time}.", en: "By the picture ({cut_off}) {region} has {published_free} free ICU {published_free|place|places}, by your own figures {free} at {time}." } },
        { id: "stretchers", trigger: "transport-queue", patients: 1, delay_minutes: 10,
          audience: "region", sender: "ambulance-control", receiver: "region-duty", channel: "radio",
          subject: { sv: "{waiting} väntar på transport", en: "{waiting} {waiting|waits|wait} for transport" },
          message: { sv: "Kl. {time} väntar {waiting} {waiting|patient|patienter} på ambulans; {away} av {vehicles} är ute.", en: "At {time} {waiting} {waiting|patient waits|patients wait} for an ambulance; {away} of {vehicles} {away|is|are} out." } },
        { id: "places-lost", trigger: "disruption", delay_minutes: 15,
          audience: "hospital", sender: "alarm-centre", receiver: "hospital-duty", channel: "telephone", priority: 1,
          subject: { sv: "{facility}: {cause}", en: "{facility}: {cause}" },
          message: { sv: "Kl. {time}: {cause} vid {facility}. {places} {places|plats|platser} kan inte användas.", en: "At {time}: {cause} at {facility}. {places} {places|place|places} cannot be used." } },
        { id: "died-waiting", trigger: "died-waiting", at: ["08:00"], patients: 1, delay_minutes: 60,
          audience: "region", sender: "hospital-play", receiver: "region-duty", channel: "telephone",
          subject: { sv: "{number} har avlidit i väntan på vård", en: "{number} died waiting" },
          message: { sv: "Kl. {time}: sedan förra rapporten har {number} {number|skadad|skadade} avlidit i väntan på vård.", en: "At {time}: since the last report {number} {number|casualty|casualties} died waiting for care." } },
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
}
