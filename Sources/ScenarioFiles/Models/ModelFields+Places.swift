extension ModelFields {
  /// A kind of unit.
  public static let unitKind = FieldList(
    "unit-kind", "A kind of unit: what its places are, and what a full one does.",
    [
      Field("id", .identifier, "Its id.", example: "id: \"ward\""),
      Field("title", .name, "Its name.", example: "title: \"Ward\""),
      Field("hospital_bed", .flag, "Whether its patients count in the hospital's bed census."),
      Field(
        "intensive_care", .flag, .standard(.flag(false)),
        "Whether its patients need intensive care; then it is a hospital bed too."),
      Field(
        "limit", .choice(["physical", "staffed"]), .standard(.text("staffed")),
        "Which places limit who is let in."),
      Field(
        "when_full", .choice(["queue", "refuse"]), .standard(.text("queue")),
        "Whether the next patient waits or is turned away. Who lost their place in it to a disruption asks anew like the next; who was pre-empted waits."
      ),
      Field(
        "queue", .choice(["priority", "fifo", "credit"]), .standard(.text("priority")),
        "Whether those who wait are served by priority, all in order of arrival, or by the credit that they gain as they wait: who has most is next, of equals who has waited longest."
      ),
      Field(
        "credits", .objects(credit), .standard(.empty),
        "Of a queue by credit: what those of priority 0, 1 and so on gain; the last holds for all lower ones. Of those of one priority who has waited longest is next. Not with preemption.",
        example: "credits: [{per_hour: 4}, {per_hour: 2}, {per_hour: 1}]"),
      Field(
        "help_within_region", .flag, .standard(.flag(false)),
        "Whether another facility of the region takes the patient before anyone waits, the nearest first; a place that becomes free there also goes to those who wait here, in the order that help_order says, and of several at once the nearest."
      ),
      Field(
        "help_order", .choice(["own-line-first", "one-line"]), .standard(.text("own-line-first")),
        "With help_within_region, who gets a place that becomes free: who waits at its facility, whatever the priority of others, and these when nobody does; or the first of all in the region who can be brought there, as if they stood in one line."
      ),
      Field(
        "needs_transport", .flag, .standard(.flag(true)),
        "Whether a patient who goes to such a unit elsewhere needs a vehicle: in the region, or in another where the region has none. One whom the transfer policy sends always does."
      ),
      Field(
        "shared_between_regions", .flag, .standard(.flag(false)),
        "Whether those who wait for it may be sent to another region by the transfer policy."),
      Field(
        "wait_target", .time(), .optional, "A longer wait misses the target; absent: no target.",
        example: "wait_target_hours: 4"),
      Field(
        "preemption", .choice(["none", "resume", "restart"]), .standard(.text("none")),
        "Whether a patient of higher priority takes the place of the least urgent in a full unit, who then waits first in line: the broken stay goes on (resume), or begins again, as long as it was drawn (restart). It is asked once, when the patient comes to the facility or worsens, and takes nothing that a third one holds. A free place of another unit that will do, or of another facility that helps, is taken before, and only places of the own facility are taken so, also where the lines of a region are one. Nobody loses a place so where their stay has ended, or a bed kept during a stay elsewhere; a unit that closes lets nobody in, and who lies at a facility without the unit pushes nobody out elsewhere."
      ),
      Field(
        "hours", .object(openingHours), .optional,
        "Opening hours, the same on all open days; absent: those of the calendar, else always open."),
      Field(
        "calendar", .identifier, .optional,
        "The calendar of its places, beside which hours are not written; a unit may name another. Absent: always open.",
        example: "calendar: \"theatres\""),
      Field(
        "turnaround", .distribution(.time), .optional,
        "Cleaning: time from when a patient leaves a place until another can have it; absent: none. The place is then neither occupied nor free. Who pushes another out has the place at once.",
        example: "turnaround: {law: \"constant\", value_hours: 5, source: \"…\"}"),
      Field(
        "staff_need", .objects(staffNeed), .standard(.empty),
        "Persons present for each open place; absent: its places need nobody.",
        example: "staff_need: [{profession: \"nurse\", persons_per_place: 0.5, source: \"…\"}]"),
      Field(
        "staff_priority", .integer(0...1_000), .standard(.number(0)),
        "Which units are given persons first: those of the kind with the lowest number; within one number in the order of unit_kinds, then in that of units. Each unit takes what its places need that it opens, of its facility's own staff first and then of the region's, before the next is considered.",
        isSetting: true),
      Field(
        "surge_levels", .objects(surgeLevel), .standard(.empty),
        "Levels of surge, lowest first, at most 20; for a kind whose limit is staffed.",
        example:
          "surge_levels: [{id: \"reinforced\", added_share: 0.5, lead_time_hours: 12, source: \"…\"}]"),
    ])

  /// Opening hours.
  public static let openingHours = FieldList(
    "opening-hours", "Hours in which all places are open; patients in place at closing stay.",
    [
      weekdaysField, fromField, untilField,
      Field(
        "around_the_clock_share", .share, "Share of places open at other times.",
        example: "around_the_clock_share: 0.1667"),
    ])

  /// A credit.
  public static let credit = FieldList(
    "credit",
    "What one who waits gains in a queue by credit, whose unit is free. With per_hour: 1 for all, and at the start minus the hours within which each should be seen, the queue goes by due time; with the same start for all, priorities accumulate. Who worsens has the credit of the new class from the beginning of the wait.",
    [
      Field(
        "at_start", .number(.between(-1e9, 1e9)), .standard(.number(0)), "At the beginning of the wait.",
        example: "at_start: -2"),
      Field("per_hour", .number(.between(0, 1e6)), "With each hour of the wait.", example: "per_hour: 4"),
    ])

  /// A region.
  public static let region = FieldList(
    "region", "A region: the level at which findings are stated.", isOpen: true,
    [
      Field("id", .text, "Its id, such as the county code.", example: "id: \"12\""),
      Field("name", .name, "Its name.", example: "name: \"Skåne\""),
      Field(
        "population", .number(.between(0, 1e10), unit: "inhabitants"), .optional, "Inhabitants."),
      Field("civil_area", .text, .optional, "Civil area."),
      Field("healthcare_region", .text, .optional, "Healthcare region."),
      Field(
        "road_network", .text, .standard(.text("mainland")),
        "Regions of one network reach each other by road."),
      Field(
        "grid_row", .integer(0...1_000), .optional, "Row in the tile map.", isSetting: true),
      Field(
        "grid_column", .integer(0...1_000), .optional, "Column in the tile map.", isSetting: true),
    ])

  /// A facility.
  public static let facility = FieldList(
    "facility", "A place with units.", isOpen: true,
    [
      Field("id", .identifier, "Its id.", example: "id: \"lund\""),
      Field("name", .name, "Its name.", example: "name: \"Lund\""),
      Field("region", .text, "The region it is in.", example: "region: \"12\""),
      Field(
        "latitude", .number(.between(-90, 90), unit: "degrees"), .optional,
        "Degrees north, WGS 84. Absent in all facilities: ways without a travel time have no length."),
      Field(
        "longitude", .number(.between(-180, 180), unit: "degrees"), .optional,
        "Degrees east, WGS 84."),
      Field(
        "capabilities", .identifiers, .standard(.empty),
        "What it can do beyond its units; in a table separated by blanks.",
        example: "capabilities: [\"trauma\"]"),
    ])

  /// A unit.
  public static let unit = FieldList(
    "unit", "Places of one kind at one facility; addressed as units[facility/kind].",
    [
      Field("facility", .identifier, "The facility.", example: "facility: \"lund\""),
      Field("kind", .identifier, "The kind of unit.", example: "kind: \"ward\""),
      Field(
        "staffed_beds", .count(0...1_000_000), "Places with staff.", example: "staffed_beds: 24"),
      Field(
        "physical_beds", .count(0...1_000_000), .optional,
        "Places that exist, at least the staffed ones; absent: the staffed ones."),
      Field(
        "waiting_places", .count(0...1_000_000), .optional,
        "The most who can wait for it; the next are turned away, to where `refused` of the step says. Who is brought by a vehicle or has lost a place waits in any case. Absent: no limit.",
        example: "waiting_places: 10"),
      Field("calendar", .identifier, .optional, "Its own calendar; absent: that of its kind."),
      Field(
        "staff_need_factor", .number(NumberRange(0, 1_000, isLowestExcluded: true)), .standard(.number(1)),
        "Multiplier of the persons that its places need.", example: "staff_need_factor: 1.2"),
    ])
}
