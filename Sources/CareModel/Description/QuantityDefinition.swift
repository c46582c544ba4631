extension DeclaredMeasure.Quantity {
  /// What the quantity is: its word in a model file, its unit, and a sentence that defines it.
  ///
  /// Waits, counts and shares are of the cohort, the patients who arrived from day 0 to the horizon; means over time run
  /// from day 0 to the horizon.
  public var definition: MeasureDefinition {
    switch self {
    case .meanWaitHours:
      form(
        "mean-wait-hours", "hours",
        "Mean wait for the unit until a stay begins, of those whose wait ended in a place; 0 at once. Who loses the place to another waits again without being counted here: time in system and mean-queue have that too."
      )
    case .waitDeviation:
      form(
        "sd-wait-hours", "hours",
        "Standard deviation over patients of the waits of mean-wait-hours, within each replication; no value of fewer than two."
      )
    case .waitedShare:
      form(
        "waited-share", "share",
        "Of those who asked for the unit and were not turned away, the share who did not get a place at once."
      )
    case .waitedOverShare:
      form(
        "waited-over-share", "share",
        "Of the waits for the unit that ended in a place, the share that were longer than a time.")
    case .waitQuantile:
      form(
        "quantile-wait-hours", "hours",
        "Time that a share of the waits for the unit that ended in a place did not exceed, as in mean-wait-hours; with a share of 0.5 the median. Within 1.6 % of itself, as every quantile."
      )
    case .refusedShare:
      form(
        "refused-share", "share",
        "Of those who asked for the unit, the share who were turned away; not those who had had a place and lost it. Of a region it can exceed 1, as in death-share."
      )
    case .refused:
      form(
        "refused", "patients",
        "Patients turned away by the unit; not those who had had a place and lost it, whom refused_patients and the exits count."
      )
    case .pushedOut:
      form(
        "pushed-out", "patients",
        "Stays in the unit that were broken off for a more urgent patient (preemption); who is pushed out twice counts twice."
      )
    case .gaveUpShare:
      form(
        "gave-up-share", "share",
        "Patients who left the unit's queue when their patience ended, for each who asked for it; not those who had had a place and lost it. Of a part of the run those who gave up in it, for each who asked in it; of a region it can exceed 1, as in death-share."
      )
    case .requests:
      form(
        "requests", "patients",
        "Patients who asked for the unit; one who comes back asks again, but for who goes on in a place held, as in a bed kept or in steps of one unit that follow one another."
      )
    case .meanStayHours:
      form(
        "mean-stay-hours", "hours",
        "Mean length of the stays in the unit's places that ended: from taking the place, or beginning a new step in it, to the end of the step, or to death in it. What came before a stay was broken off counts with it, also where it begins again. Time in the place before the next is free, or while another step keeps it, is in none: mean-occupied has both. Stays that go on when the run ends, the long ones rather, are not in it: a drain lets them end. With or_units the stays are those of who asked for the unit, wherever they lie."
      )
    case .stayDeviation:
      form(
        "sd-stay-hours", "hours",
        "Standard deviation of the stays of mean-stay-hours, within each replication; no value of fewer than two."
      )
    case .stayQuantile:
      form(
        "quantile-stay-hours", "hours",
        "Length that a share of the stays in the unit's places that ended did not exceed. What came before a stay was broken off counts with it, as in mean-stay-hours."
      )
    case .staysPerPatient:
      form(
        "stays-per-patient", "1",
        "Stays begun in the unit, for each patient who arrived; by class and region as in death-share. Steps that follow one another in one place are one stay here; mean-stay-hours has the length of each."
      )
    case .bedDaysPerPatient:
      form(
        "bed-days-per-patient", "days",
        "Days of the stays that ended in the unit, for each patient who arrived; by class and region as in death-share, of stays as in mean-stay-hours, without the time in which a place is held for another."
      )
    case .meanBlocked:
      form(
        "mean-blocked", "patients",
        "Mean number over time in the unit's places whose stay there is over and who wait for a place elsewhere, also for one that they will use while this one is kept (`keeps_bed`): who waits for one kind alone is in its mean-queue. Of two places held the one of the last stay counts, and the bed kept while that is waited for. Who has a place elsewhere and waits for a vehicle holds the first one too, and is not in this."
      )
    case .delayProbability:
      form(
        "delay-probability", "share",
        "P(N = n) / P(N ≤ n) for `places` n, N the number in the unit's places over all regions at the midnights from the end of day 0 to the horizon: in a unit that is never full the probability that n places would be full."
      )
    case .meanOccupied:
      form(
        "mean-occupied", "beds",
        "Mean number over time of the unit's places in use: by patients in them, and kept for those who are on the way."
      )
    case .meanOpenPlaces:
      form(
        "mean-open-places", "beds",
        "Mean number over time of the unit's places that are open, by limit, surge, calendar, disruptions and staff."
      )
    case .utilisation:
      form(
        "utilisation", "share",
        "Mean number over time of the unit's places in use, over the mean number that are open: what is closed at the hour, for lack of staff or by a disruption does not count as open, and a place being cleaned is open and not in use. Above 1 where patients stay on in places that close; no value where none is ever open. Of a class its part."
      )
    case .placeDaysClosedForStaff:
      form(
        "place-days-closed-for-staff", "days",
        "Places of the unit closed for lack of staff that would otherwise be open, times days, to the horizon."
      )
    case .meanPresentStaff:
      form(
        "mean-present-staff", "persons", "Mean number over time of persons of the profession who are present."
      )
    case .meanQueue:
      form(
        "mean-queue", "patients",
        "Mean number over time of those in line for the unit; not of those for whom a place is kept while they are on the way, though their wait in mean-wait-hours ends when they come."
      )
    case .occupiedTimeShare:
      form(
        "time-share-occupied", "share",
        "Share of the time from day 0 to the horizon in which a unit has at least `at_least` places in use, those kept for patients on the way with them; without `at_least` the share in which it is full: those in use and those being cleaned are at least as many as are open, and no place can be given. A unit with no open place is full. Of several units it is the mean of their shares, each with the same weight; no value where there is none."
      )
    case .waitingTimeShare:
      form(
        "time-share-waiting", "share",
        "Share of the time from day 0 to the horizon in which at least `at_least` patients wait in the queue of a unit. Of several units it is the mean of their shares, as in time-share-occupied, not the share in which so many wait for all of them together."
      )
    case .firstOccupiedHours:
      form(
        "first-hours-occupied", "hours",
        "Hours after day 0 until a unit has, for more than an instant, at least `at_least` places in use, as in time-share-occupied; without `at_least` until it is full. 0 where it is so on day 0, no value where it is never so by the horizon: what comes of it, such as the mean, is then of the other replications. Of several units the first of any."
      )
    case .lastOccupiedHours:
      form(
        "last-hours-occupied", "hours",
        "Hours after day 0 until a unit has, for more than an instant, at least `at_least` places in use for the last time, as in first-hours-occupied: with `at_least: 1` when the last patient leaves, and a clinic can close. The horizon where it is so still then. Without `at_least` a unit that closes is full while it is closed. Of several units the last of any."
      )
    case .firstWaitingHours:
      form(
        "first-hours-waiting", "hours",
        "Hours after day 0 until at least `at_least` patients wait, for more than an instant, in the queue of a unit; as in first-hours-occupied."
      )
    case .firstDayWaiting:
      form(
        "first-day-waiting", "days",
        "The first day after day 0, which is day 0, on which the mean number waiting for the unit is at least so many; no value where none is by the horizon."
      )
    case .waitingAt:
      form(
        "waiting-at", "patients",
        "Number in the unit's queues at a time after day 0, before what happens then.")
    case .occupiedAt:
      form(
        "occupied-at", "beds", "Number in the unit's places at a time after day 0, before what happens then.")
    case .meanPresent:
      form(
        "mean-present", "patients",
        "Mean number over time of patients who have arrived and neither left nor died, the list of the postponed with them; who is on the way between regions is in none."
      )
    case .presentAt:
      form(
        "present-at", "patients",
        "Number of patients who have arrived and neither left nor died, at a time after day 0, before what happens then; counted as in mean-present."
      )
    case .left:
      form("left", "patients", "Patients who left the network alive in the way that is given.")
    case .meanHoursInSystem:
      form(
        "mean-hours-in-system", "hours",
        "Mean time from arrival to leaving the network alive, of those who did: also who was turned away or gave up, not the dead."
      )
    case .systemDeviation:
      form(
        "sd-hours-in-system", "hours",
        "Standard deviation over patients of the times of mean-hours-in-system, within each replication; no value of fewer than two."
      )
    case .systemQuantile:
      form(
        "quantile-hours-in-system", "hours",
        "Time from arrival to leaving the network alive that a share of those who left did not exceed, as in mean-hours-in-system."
      )
    case .inSystemOverShare:
      form(
        "in-system-over-share", "share",
        "Of those who left the network alive, the share who had been in it for longer than a time, counted as in mean-hours-in-system: with 4 hours those who miss a four-hour target."
      )
    case .meanHoursToStep:
      form(
        "mean-hours-to-step", "hours",
        "Mean time from arrival to beginning a stay of a step: door to doctor, door to needle. Each stay of the step counts, also one in the place that the patient has from the step before, and of one who comes back to it; who never begins one does not."
      )
    case .toStepDeviation:
      form(
        "sd-hours-to-step", "hours",
        "Standard deviation of the times of mean-hours-to-step, within each replication; no value of fewer than two."
      )
    case .toStepQuantile:
      form(
        "quantile-hours-to-step", "hours",
        "Time from arrival to beginning a stay of a step that a share of those stays did not exceed, as in mean-hours-to-step; with a share of 0.5 the median."
      )
    case .toStepOverShare:
      form(
        "to-step-over-share", "share",
        "Of the stays of a step that began, the share that did so longer than a time after arrival, as in mean-hours-to-step."
      )
    case .arrivals: form("arrivals", "patients", "Patients who arrived.")
    case .deathShare:
      form(
        "death-share", "share",
        "Patients who died, for each who arrived. A death is of the class and the region in which it happens, an arrival of those in which it happened: where patients worsen or move, the two are not the same patients, and the figure of a class or a region may exceed 1."
      )
    case .deathsAt:
      form("deaths-at", "patients", "Patients who had died at a time after day 0, before what happens then.")
    case .deaths: form("deaths", "patients", "Patients who died, also in the drain.")
    case .exits:
      form(
        "exits", "patients",
        "Patients who left the network alive from a place of the unit, at the end of a step or with a flight; also of a step without a unit that keeps the place."
      )
    case .transfers: form("transfers", "patients", "Patients who came to another region.")
    case .stockUsed: form("stock-used", "1", "Amount of the stock used by the horizon, in its own unit.")
    case .stockShort:
      form(
        "stock-short", "1",
        "Uses of the stock by the horizon that went without; who waits or is turned away for lack of it is in none."
      )
    case .firstDayShort:
      form(
        "first-day-short", "days",
        "The first day, the first being day 0, on which the stock does not suffice: a use goes without, a patient is turned away for want of it, or one waits for it while a place of the unit is free; no value where it does to the horizon."
      )
    case .lowestDaysOfSupply:
      form(
        "lowest-days-of-supply", "days",
        "The fewest days of supply of any region at any midnight to the horizon: what is left over what the day used, of days on which something was used; no value without any."
      )
    case .stockWasted:
      form("stock-wasted", "1", "Amount of the stock thrown away, too old, by the horizon.")
    case .lowestDaysAtNormalUse:
      form(
        "lowest-days-at-normal-use", "days",
        "The fewest days of supply of any region at any midnight to the horizon: what is left over `normal_use_per_day`."
      )
    case .killed: form("killed", "patients", "Casualties killed before any care by the horizon.")
    case .hurt:
      form(
        "hurt", "patients",
        "Casualties by the horizon: killed, wounded, and with a disease or another injury.")
    case .forcePresentAt:
      form(
        "force-present-at", "persons",
        "Persons of the force present at a time after day 0, before what happens then.")
    case .disruptions: form("disruptions", "1", "Occasions of disruptions by the horizon.")
    case .lostPlaceDays:
      form(
        "lost-place-days", "days",
        "Places lost to disruptions, of those there were on the occasion, times the days for which they were, by the horizon; what several disruptions take at the same time adds up, also beyond the places there are."
      )
    case .displaced:
      form(
        "displaced", "patients",
        "Patients who lost their place to disruptions by the horizon, those who died of it too: once on each occasion, who lay in several units in the first of these. In the arm without waiting those who live keep them."
      )
    case .meanVehicleWaitHours:
      form(
        "mean-vehicle-wait-hours", "hours",
        "Mean wait for a vehicle of the fleet, of those who left with one; 0 at once. Without queues (no-wait) nobody is given one, and there is no figure."
      )
    case .vehicleWaitQuantile:
      form(
        "quantile-vehicle-wait-hours", "hours",
        "Time that a share of the waits for a vehicle of the fleet that ended with one did not exceed.")
    case .vehiclesLost:
      form(
        "vehicles-lost", "vehicles",
        "Vehicles of the fleet lost on trips to the end of the run; by region, where their trips began.")
    case .peakOccupied:
      form(
        "peak-occupied", "beds",
        "Greatest number in places on any day of a census: the mean of each day, or its moving mean.")
    case .peakOccupiedDay:
      form("peak-occupied-day", "days", "The day after day 0 of the greatest number, the first of equals.")
    case .occupiedQuantile:
      form(
        "quantile-occupied", "beds",
        "Number in places that a share of the days of a census did not exceed, with 0.95 so many beds as would do on 95 days of 100: the mean of each day, or its moving mean. For the share of the time instead of days there is time-share-occupied."
      )
    case .occupiedError:
      form(
        "occupied-error", "beds",
        "Mean absolute difference between the census of each day and the observed one.")
    case .occupiedBias:
      form("occupied-bias", "beds", "Mean of the census less the observed one, over the days that have both.")
    }
  }

  private func form(_ word: String, _ unit: String, _ text: String) -> MeasureDefinition {
    MeasureDefinition(id: word, unit: unit, text: text)
  }
}
