"""Derives Models/sweden/{regions,facilities,units}.csv from the raw copies in this folder.

    python3 Models/sweden/derivation/derive.py

Reads regions.csv, hospitals.csv and kolada.csv here; writes the three tables one folder up and prints the
figures that model.json5 and the README quote. Standard library only; the same bytes on every run.
Every constant below carries its source; "assumption" marks a choice of this model.
"""

import csv
import math
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent

# Sourced.
ED_VISITS_PER_YEAR = 1_822_244  # Socialstyrelsen, press release 2024: visits 2023
ED_HOURS = 4 + 17 / 60  # same: mean stay 4 h 17 min
ED_ADMITTED = 1 / 3  # same: one visit in three is admitted
ICU_STAYS_PER_YEAR = 45_500  # SIR 2019
ICU_DAYS = 2.67  # SIR 2019: 121,310 days / 45,500 stays
ICU_SURGE = 1_085 / 526  # 28 April 2020 over the baseline (Socialstyrelsen via dagensmedisin.no)
OPERATIONS_PER_YEAR = 534_000  # SPOR via friatider.se 2021: 443,000 in 2020, 91,000 fewer than 2019
PLANNED_OPERATIONS = 0.67  # SPOR via Sjukhuslakaren
SHORT_TERM_PLACES = 7_300  # Socialstyrelsen, 1 October 2013
MINUTES_MILD, MINUTES_MODERATE = 96.3, 144.3  # Hall 2023, Role 3

# Assumptions.
OCCUPANCY = 0.95  # staffed beds, national mean
ACUTE = 0.70  # share of admissions that are acute
PLANNED_WITH_SURGERY = 0.40  # of planned admissions; the other planned operations are day surgery
PLANNED_WITH_SURGERY_MOST = 0.80  # at any one hospital
ICU_FROM_ACUTE = 0.80  # share of intensive-care stays that follow an acute admission
DISCHARGE_READY = 0.10  # share of admitted patients who wait for municipal care
MUNICIPAL_USE = 0.80  # mean use of short-term places
THEATRE_WAIT_DAYS_ACUTE, THEATRE_WAIT_DAYS_PLANNED = 1.2 / 24, 0.25 / 24  # a trial of 3, 8 and 20 theatres, bed kept
PREPARATION_DAYS = 67.5 / 1440  # mean of the preparation step of planned patients
OVERCROWDED = 1.10  # physical over staffed ward beds
ED_PLACES = 1.8  # treatment places over mean occupancy
AMBULANCES, AMBULANCES_LEAST, TRANSFER_SHARE = 640, 4, 0.25
# Physical places of an emergency department per staffed one: it is never closed (assumption).
CORRIDORS = 50
RECEPTION = 20_000  # places for casualties at a hospital: never full
THEATRES = {"university": 20, "county": 8, "local": 3}
# Ten bases: Svensk Luftambulans and own procurement; the tenth is taken to be Stockholm's second.
HELICOPTERS = {"17": 1, "20": 1, "24": 1, "25": 1, "14": 1, "03": 1, "23": 1, "01": 2, "09": 1}
YEAR = 365


def read(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def largest_remainder(total, weights):
    """Whole numbers that sum to `total` in proportion to `weights`; ties go to the earlier one."""
    exact = [total * weight / sum(weights) for weight in weights]
    whole = [math.floor(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda i: (-(exact[i] - whole[i]), i))
    for i in order[: total - sum(whole)]:
        whole[i] += 1
    return whole


def with_least(total, weights, least):
    """As `largest_remainder`, with at least `least` each."""
    counts = largest_remainder(total, weights)
    while True:
        low = {i for i, count in enumerate(counts) if count <= least}
        rest = [i for i in range(len(weights)) if i not in low]
        shared = largest_remainder(total - least * len(low), [weights[i] for i in rest])
        new = [least] * len(weights)
        for i, count in zip(rest, shared):
            new[i] = count
        if new == counts:
            return counts
        counts = new


def text(value):
    return f"{value:.6g}"


def write(name, columns, rows):
    with open(MODEL / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row.get(column, "") for column in columns] for row in rows)


regions = read("regions.csv")
hospitals = read("hospitals.csv")
kolada = {(row["kpi"], row["region_code"], int(row["year"])): float(row["value"]) for row in read("kolada.csv")}
codes = [region["code"] for region in regions]

# Regions: beds, episodes by residence, and the inflow by place that fills the beds as observed.
for region in regions:
    code = region["code"]
    region["people"] = int(region["population"])
    region["beds"] = int(region["beds_total_2023_est"])
    region["icu"] = int(region["icu_beds_baseline"])
    region["rate"] = region["people"] * kolada["N70808", code, 2023] / 100_000
    region["overcrowding"] = kolada["U70425", code, 2023]
    ready_year = 2025 if code == "01" else 2023  # Stockholm did not report 2023
    region["ready_share"] = kolada["N79176", code, ready_year] / 100
    assert abs(region["overcrowding"] - float(region["overcrowding_per_100_2023"])) < 1e-9
    assert abs(region["ready_share"] * 100 - float(region["pct_beds_discharge_ready_2023"])) < 1e-9

total_beds = sum(region["beds"] for region in regions)
total_icu = sum(region["icu"] for region in regions)
total_people = sum(region["people"] for region in regions)
# The regional rates sum to 1.1 % less than the national rate gives; the national one counts.
total_episodes = total_people * kolada["N70808", "SE", 2023] / 100_000
for region in regions:
    region["episodes"] = region["rate"] * total_episodes / sum(other["rate"] for other in regions)
mean_overcrowding = sum(region["overcrowding"] * region["beds"] for region in regions) / total_beds
icu_per_bed_per_day = ICU_STAYS_PER_YEAR / YEAR / total_icu

for region in regions:
    region["occupancy"] = OCCUPANCY + (region["overcrowding"] - mean_overcrowding) / 100
    region["icu_census"] = region["icu"] * icu_per_bed_per_day * ICU_DAYS
    # The share is of somatic beds, 0.80 of all.
    region["ready_census"] = region["ready_share"] * int(region["somatic_beds_2023_est"])
    region["ward_census"] = region["occupancy"] * region["beds"] - region["icu_census"] - region["ready_census"]

# Operations: by theatres, since beds say little about surgery. Within the hospital, planned ones are of
# inpatients first and day surgery for the rest.
episodes_per_day = total_episodes / YEAR
theatres = sum(THEATRES[hospital["type"]] for hospital in hospitals)
theatres_acute = sum(THEATRES[hospital["type"]] for hospital in hospitals if not hospital["emergency_dept"].startswith("no"))
acute_per_theatre = OPERATIONS_PER_YEAR * (1 - PLANNED_OPERATIONS) / YEAR / theatres_acute
planned_per_theatre = OPERATIONS_PER_YEAR * PLANNED_OPERATIONS / YEAR / theatres
inpatient_per_theatre = PLANNED_WITH_SURGERY * (1 - ACUTE) * episodes_per_day / theatres

# Little's law: one ward stay for the country, so that the inflows by place sum to the episodes. Days around
# surgery are taken off first, since they follow theatres.
days_acute_operation = THEATRE_WAIT_DAYS_ACUTE + MINUTES_MODERATE / 1440
days_planned_operation = THEATRE_WAIT_DAYS_PLANNED + MINUTES_MILD / 1440
for region in regions:
    region["theatres"] = sum(
        THEATRES[hospital["type"]] for hospital in hospitals if hospital["region_code"] == region["code"]
    )
    region["stay_census"] = region["ward_census"] - region["theatres"] * (
        acute_per_theatre * days_acute_operation + inpatient_per_theatre * days_planned_operation
    )
days_in_ward = sum(region["stay_census"] for region in regions) / episodes_per_day
ward_stay = days_in_ward - (1 - ACUTE) * PREPARATION_DAYS
municipal_places = largest_remainder(SHORT_TERM_PLACES, [region["people"] for region in regions])
ambulances = with_least(AMBULANCES, [region["people"] for region in regions], AMBULANCES_LEAST)
for i, region in enumerate(regions):
    region["per_day"] = region["stay_census"] / days_in_ward
    region["factor"] = region["per_day"] * YEAR / region["episodes"]
    region["ready_delay"] = region["ready_census"] / (region["per_day"] * DISCHARGE_READY)
    region["municipal"] = municipal_places[i]
    region["municipal_stay"] = MUNICIPAL_USE * municipal_places[i] / (region["per_day"] * DISCHARGE_READY)
    region["ambulances"] = ambulances[i]
    region["for_transfer"] = max(2, round(TRANSFER_SHARE * ambulances[i]))

# Hospitals: the region's ward beds in proportion to somatic beds; inflows in proportion to ward beds.
for region in regions:
    own = [hospital for hospital in hospitals if hospital["region_code"] == region["code"]]
    assert sum(int(hospital["icu_beds"]) for hospital in own) == region["icu"]
    wards = largest_remainder(region["beds"] - region["icu"], [int(hospital["somatic_beds"]) for hospital in own])
    for hospital, ward in zip(own, wards):
        hospital["ward"] = ward
        hospital["icu"] = int(hospital["icu_beds"])
        hospital["has_ed"] = not hospital["emergency_dept"].startswith("no")
        hospital["theatres"] = THEATRES[hospital["type"]]
        hospital["per_day"] = region["per_day"] * ward / sum(wards)
    with_ed = [hospital for hospital in own if hospital["has_ed"]]
    ed_beds = sum(hospital["ward"] for hospital in with_ed)
    visits = ED_VISITS_PER_YEAR / YEAR * region["people"] / total_people
    for hospital in own:
        share = hospital["ward"] / ed_beds if hospital["has_ed"] else 0
        hospital["ed"] = visits * share
        hospital["acute"] = ACUTE * region["per_day"] * share
        hospital["planned"] = hospital["per_day"] - hospital["acute"]
        hospital["direct"] = hospital["acute"] - hospital["ed"] * ED_ADMITTED
        assert hospital["direct"] >= 0, hospital["hospital_id"]
        hospital["places"] = max(4, math.ceil(ED_PLACES * hospital["ed"] * ED_HOURS / 24))

# Planned operations of inpatients by theatres, but of at most 80 % of a hospital's planned admissions.
low, high = inpatient_per_theatre, planned_per_theatre
for _ in range(60):
    middle = (low + high) / 2
    most = lambda hospital: min(PLANNED_WITH_SURGERY_MOST * hospital["planned"], middle * hospital["theatres"])
    if sum(map(most, hospitals)) < inpatient_per_theatre * theatres:
        low = middle
    else:
        high = middle
for hospital in hospitals:
    inpatient = min(PLANNED_WITH_SURGERY_MOST * hospital["planned"], high * hospital["theatres"])
    hospital["day_surgery"] = planned_per_theatre * hospital["theatres"] - inpatient
    hospital["planned_surgery"] = inpatient / hospital["planned"]
    # A hospital without acute admissions is an elective one: all its intensive care follows operations.
    acute, from_acute = hospital["acute"], ICU_FROM_ACUTE if hospital["acute"] else 0
    operations = acute_per_theatre * hospital["theatres"] if acute else 0
    stays = hospital["icu"] * icu_per_bed_per_day
    hospital["acute_surgery"] = operations / acute if acute else 0
    hospital["icu_acute"] = from_acute * stays / acute if acute else 0
    hospital["icu_planned"] = (1 - from_acute) * stays / inpatient
    assert hospital["day_surgery"] >= 0 and hospital["icu_planned"] < 1
    assert hospital["icu_acute"] + hospital["acute_surgery"] < 1
    # Casualties go where there is an emergency department, intensive care and theatres.
    fit = hospital["emergency_dept"] == "yes" and hospital["icu"] > 0
    hospital["entry"] = hospital["theatres"] if fit else 0

REGION_SOURCES = {
    "population_inhabitants": None,
    "episodes_by_residence_per_year": "derived: population x Kolada N70808 2023 (SKR/Socialstyrelsen via Analys-Region-Halland/hosrapport), scaled by 1.011 to the national rate",
    "episodes_by_place_per_year": "fitted: Little's law, so that staffed beds are used as occupancy_target says",
    "net_flow_factor": "fitted: episodes by place over episodes by residence",
    "occupancy_target": "assumption: 0.95 nationally, shifted by Kolada U70425 2023 less its bed-weighted mean",
    "discharge_ready_beds_target": "derived: Kolada N79176 2023 (Stockholm 2025) x somatic beds",
    "discharge_ready_delay_days": "fitted: discharge-ready beds over a tenth of admissions (assumption)",
    "municipal_stay_days": "assumption: such that 80 % of short-term places are in use",
    "ambulances": "assumption: 640 in service by population, at least 4",
    "ambulances_for_transfer": "assumption: a quarter of the ambulances, at least 2, can be spared for transfers",
    "helicopters": "svenskluftambulans.se, ten bases; assumption: Stockholm has two of them",
}
region_rows = []
for region in regions:
    row = {
        "id": region["code"],
        "name": region["region"],
        "population_inhabitants": region["people"],
        "population_inhabitants_source": region["population_source"],
        "civil_area": region["civilomrade"],
        "healthcare_region": region["healthcare_region"],
        "road_network": "gotland" if region["code"] == "09" else "mainland",
        "grid_row": region["grid_row"],
        "grid_column": region["grid_col"],
        "episodes_by_residence_per_year": text(region["episodes"]),
        "episodes_by_place_per_year": text(region["per_day"] * YEAR),
        "net_flow_factor": text(region["factor"]),
        "occupancy_target": text(region["occupancy"]),
        "discharge_ready_beds_target": text(region["ready_census"]),
        "discharge_ready_delay_days": text(region["ready_delay"]),
        "municipal_stay_days": text(region["municipal_stay"]),
        "ambulances": region["ambulances"],
        "ambulances_for_transfer": region["for_transfer"],
        "helicopters": HELICOPTERS.get(region["code"], 0),
        "source": "position on the tile map: compiler",
    }
    row.update({f"{name}_source": source for name, source in REGION_SOURCES.items() if source})
    region_rows.append(row)
region_columns = ["id", "name", "civil_area", "healthcare_region", "road_network", "grid_row", "grid_column"]
region_columns += list(REGION_SOURCES) + [f"{name}_source" for name in REGION_SOURCES] + ["source"]
write("regions.csv", region_columns, region_rows)

FACILITY_SOURCES = {
    "ed_visits_per_day": "derived: 1,822,244 visits 2023 (Socialstyrelsen) by population, in the region by ward beds",
    "direct_acute_per_day": "assumption: 70 % of admissions are acute, those through the emergency department taken off",
    "planned_per_day": "assumption: 30 % of admissions are planned",
    "day_surgery_per_day": "assumption: planned operations (67 % of 534,000, SPOR) by theatres, less those of planned admissions",
    "acute_surgery_share": "derived: 33 % of 534,000 operations (SPOR) by theatres, over acute admissions",
    "planned_surgery_share": "assumption: 40 % of planned admissions nationally, by theatres, at most 80 % at a hospital",
    "icu_share_acute": "fitted: 45,500 stays (SIR 2019) by intensive-care beds, 80 % from acute admissions (assumption)",
    "icu_share_planned_operated": "fitted: 45,500 stays (SIR 2019) by intensive-care beds, 20 % from planned operations (assumption)",
    "casualty_entry_weight": "assumption: theatres, where there is an emergency department and intensive care",
}
facility_rows = []
for hospital in hospitals:
    capabilities = ["hospital"]
    capabilities += ["emergency"] if hospital["emergency_dept"] == "yes" else []
    capabilities += ["intensive-care"] if hospital["icu"] else []
    capabilities += ["trauma"] if hospital["trauma_centre"] == "1" else []
    row = {
        "id": hospital["hospital_id"],
        "name": hospital["hospital"],
        "region": hospital["region_code"],
        "latitude_degrees": hospital["lat"],
        "longitude_degrees": hospital["lon"],
        "capabilities": " ".join(capabilities),
        "ed_visits_per_day": text(hospital["ed"]),
        "direct_acute_per_day": text(hospital["direct"]),
        "planned_per_day": text(hospital["planned"]),
        "day_surgery_per_day": text(hospital["day_surgery"]),
        "acute_surgery_share": text(hospital["acute_surgery"]),
        "planned_surgery_share": text(hospital["planned_surgery"]),
        "icu_share_acute": text(hospital["icu_acute"]),
        "icu_share_planned_operated": text(hospital["icu_planned"]),
        "casualty_entry_weight": hospital["entry"],
        "source": hospital["coord_source"],
    }
    row.update({f"{name}_source": source for name, source in FACILITY_SOURCES.items()})
    facility_rows.append(row)
for i, region in enumerate(regions):
    facility_rows.append(
        {
            "id": f"municipal-{region['code']}",
            "name": f"Municipal short-term care, {region['region']}",
            "region": region["code"],
            "latitude_degrees": region["seat_lat"],
            "longitude_degrees": region["seat_lon"],
            "capabilities": "municipal",
            "source": "assumption: all municipal places of a region at its seat; " + region["seat_source"],
        }
    )
facility_columns = ["id", "name", "region", "latitude_degrees", "longitude_degrees", "capabilities"]
facility_columns += list(FACILITY_SOURCES) + [f"{name}_source" for name in FACILITY_SOURCES] + ["source"]
write("facilities.csv", facility_columns, facility_rows)

unit_rows = []


def unit(facility, kind, staffed, physical, source):
    unit_rows.append(
        {"facility": facility, "kind": kind, "staffed_beds": staffed, "physical_beds": physical, "source": source}
    )


for hospital in hospitals:
    name = hospital["hospital_id"]
    if hospital["has_ed"]:
        unit(name, "emergency", hospital["places"], CORRIDORS * hospital["places"],
             "assumption: 1.8 times the mean number of patients in the department, at least 4; never closed, so that use beyond them counts patients in corridors")
    unit(name, "ward", hospital["ward"], math.floor(OVERCROWDED * hospital["ward"] + 1e-9),
         "derived: regional staffed beds 2023 (Kolada N70845 x population) less intensive care, split by estimated somatic beds; physical 10 % above is an assumption")
    if hospital["icu"]:
        kind = hospital["icu_source"]
        unit(name, "icu", hospital["icu"], math.floor(ICU_SURGE * hospital["icu"]),
             ("assumption: " if kind.startswith("estimate") else "") + kind + "; physical places: 1,085 over 526 as on 28 April 2020")
    unit(name, "theatre", hospital["theatres"], hospital["theatres"],
         f"assumption: {hospital['theatres']} theatres at a {hospital['type']} hospital")
    unit(name, "reception", RECEPTION, RECEPTION, "assumption: never full, so that its use counts the wounded without a bed")
for region in regions:
    unit(f"municipal-{region['code']}", "municipal", region["municipal"], region["municipal"],
         "derived: 7,300 short-term places on 1 October 2013 (Socialstyrelsen) by population")
write("units.csv", ["facility", "kind", "staffed_beds", "physical_beds", "source"], unit_rows)

# What model.json5 and the README quote.
acute_operations = OPERATIONS_PER_YEAR * (1 - PLANNED_OPERATIONS)
planned_hours = OPERATIONS_PER_YEAR * PLANNED_OPERATIONS * MINUTES_MILD / 60 / (YEAR / 7)
acute_hours = acute_operations * MINUTES_MODERATE / 60 / (YEAR / 7)
open_hours = theatres * 8.75 * 5
night_theatres = sum(max(1, math.floor(hospital["theatres"] / 6 + 0.5)) for hospital in hospitals)
all_hours = open_hours + night_theatres * (168 - 43.75)
places = sum(hospital["places"] for hospital in hospitals if hospital["has_ed"])


def census_missing(mean, cv, days):
    """Share of the census that a unit filled from empty still lacks after `days`: E[(S - t)+] / E[S], lognormal."""
    variance = math.log(1 + cv * cv)
    sigma = math.sqrt(variance)
    cumulative = lambda z: 0.5 * math.erfc(-z / math.sqrt(2))
    d1 = (math.log(mean / days) + variance / 2) / sigma
    return cumulative(d1) - days / mean * cumulative(d1 - sigma)


def erlang_b(load, servers):
    blocked = 1.0
    for n in range(1, servers + 1):
        blocked = load * blocked / (n + load * blocked)
    return blocked


icu_load = icu_per_bed_per_day * ICU_DAYS
no_room = sum(hospital["icu"] * erlang_b(hospital["icu"] * icu_load, hospital["icu"]) for hospital in hospitals) / total_icu
no_region_room = sum(region["icu"] * erlang_b(region["icu"] * icu_load, region["icu"]) for region in regions) / total_icu
missing = sum(census_missing(ward_stay, 1.3, 30.5 + day) for day in range(182)) / 182
report = [
    ("hospitals, regions", f"{len(hospitals)}, {len(regions)}"),
    ("staffed beds, of which intensive care", f"{total_beds}, {total_icu}"),
    ("ward beds staffed, physical", f"{sum(h['ward'] for h in hospitals)}, {sum(math.floor(OVERCROWDED * h['ward'] + 1e-9) for h in hospitals)}"),
    ("ICU places physical", f"{sum(math.floor(ICU_SURGE * h['icu']) for h in hospitals)}"),
    ("episodes a year, a day", f"{total_episodes:.0f}, {episodes_per_day:.1f}"),
    ("bed-weighted overcrowding per 100", f"{mean_overcrowding:.3f}"),
    ("mean hospital days an episode", f"{OCCUPANCY * total_beds / episodes_per_day:.4f}"),
    ("beds of patients waiting for or in theatre", f"{sum(r['ward_census'] - r['stay_census'] for r in regions):.1f}"),
    ("ordinary-ward mean_days", f"{ward_stay:.4f}"),
    ("ICU census", f"{ICU_STAYS_PER_YEAR / YEAR * ICU_DAYS:.1f}"),
    ("discharge-ready beds, mean delay days", f"{sum(r['ready_census'] for r in regions):.1f}, {sum(r['ready_census'] for r in regions) / (DISCHARGE_READY * episodes_per_day):.3f}"),
    ("acute surgery share of acute admissions: mean, least, most", f"{acute_per_theatre * theatres_acute / (ACUTE * episodes_per_day):.4f}, {min(h['acute_surgery'] for h in hospitals):.3f}, {max(h['acute_surgery'] for h in hospitals):.3f}"),
    ("planned surgery share of planned admissions: least, most", f"{min(h['planned_surgery'] for h in hospitals):.3f}, {max(h['planned_surgery'] for h in hospitals):.3f}"),
    ("operations a week planned, acute", f"{OPERATIONS_PER_YEAR * PLANNED_OPERATIONS * 7 / YEAR:.0f}, {acute_operations * 7 / YEAR:.0f}"),
    ("day surgery a day", f"{sum(h['day_surgery'] for h in hospitals):.1f}"),
    ("theatres, of which around the clock", f"{theatres}, {night_theatres}"),
    ("theatre hours a week: planned, acute, open weekdays, all", f"{planned_hours:.0f}, {acute_hours:.0f}, {open_hours:.0f}, {all_hours:.0f}"),
    ("emergency visits a day, mean present, places", f"{ED_VISITS_PER_YEAR / YEAR:.0f}, {ED_VISITS_PER_YEAR / YEAR * ED_HOURS / 24:.0f}, {places}"),
    ("municipal places, mean stay days", f"{SHORT_TERM_PLACES}, {MUNICIPAL_USE * SHORT_TERM_PLACES / (DISCHARGE_READY * episodes_per_day):.2f}"),
    ("ambulances, for transfer", f"{sum(ambulances)}, {sum(r['for_transfer'] for r in regions)}"),
    ("net-flow factor from, to", f"{min(r['factor'] for r in regions):.3f}, {max(r['factor'] for r in regions):.3f}"),
    ("ICU requests without room: own hospital, own region (Erlang B)", f"{no_room:.4f}, {no_region_room:.4f}"),
    ("ward census missing: at day 0, mean of 182 days", f"{census_missing(ward_stay, 1.3, 30):.4f}, {missing:.4f}"),
]
for name, value in report:
    print(f"{name}: {value}")
said = re.search(r'"ordinary-ward": \{ law: "lognormal", mean_days: ([0-9.]+)', (MODEL / "model.json5").read_text("utf-8"))
if not said or said.group(1) != f"{ward_stay:.4f}":
    print(f"model.json5 has another ward stay: write mean_days: {ward_stay:.4f}")
print()
print("region  beds  occupancy  episodes/y by residence  by place  net flow  ready delay d")
for region in regions:
    print(f"{region['code']} {region['region']:<20} {region['beds']:5d}  {region['occupancy']:.4f}  {region['episodes']:9.0f}  "
          f"{region['per_day'] * YEAR:9.0f}  {region['factor']:.3f}  {region['ready_delay']:.2f}")
