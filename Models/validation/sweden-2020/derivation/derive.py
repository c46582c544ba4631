"""Derives days.csv of sweden-2020 and of sweden-2020-regions from the raw copies in this folder, and the scenario
surge.json5 of the latter from the places in Models/sweden.

    python3 Models/validation/sweden-2020/derivation/derive.py

Prints the observed figures and the parameters of stays that models, experiments and pages quote. Standard library only;
the same bytes on every run.
"""

import csv
import datetime
import math
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASE = HERE.parent
FIRST = datetime.date(2020, 2, 24)  # day 0, a Monday; nobody was in hospital with covid-19
LAST = datetime.date(2021, 5, 17)  # the admissions of Socialstyrelsen end here
WAVE = datetime.date(2020, 9, 30)  # the observed occupancy ends here
RELIABLE = datetime.date(2020, 3, 30)  # before it reporting of occupancy was starting up

DAYS_SOURCE = (
    "patients: FHM, xlsx of 3 November 2022, new intensive-care patients; admissions: Socialstyrelsen (adamaltmejd/covid); "
    "observed: FHM via OWID, from 30 March 2020"
)
FILLED = "derived: Socialstyrelsen leaves out numbers below 4; here the new patients of FHM, at least 1 and at most 3"
FILLED_HOSPITAL = "derived: Socialstyrelsen leaves out numbers below 4; here 2"


def read(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


national = {row["date"]: row for row in read("national-daily.csv")}


def date_of(day):
    return FIRST + datetime.timedelta(days=day)


def cell(day, column):
    return national[date_of(day).isoformat()][column]


def number(day, column):
    text = cell(day, column)
    return int(text) if text else None


def observed(day, column):
    return number(day, column) if RELIABLE <= date_of(day) <= WAVE else None


rows = []
for day in range((LAST - FIRST).days + 1):
    patients = number(day, "icu_new_fhm") or 0
    admissions, hospital = number(day, "icu_new_sos"), number(day, "hosp_new_sos")
    row = {
        "id": day,
        "date_note": date_of(day).isoformat(),
        "patients": patients,
        "admissions": admissions if admissions is not None else max(1, min(3, patients)),
        "hospital_admissions": hospital if hospital is not None else 2,
        "icu_observed": observed(day, "icu_occupancy"),
        "hospital_observed": observed(day, "hospital_occupancy_incl_icu"),
        "admissions_source": "" if admissions is not None else FILLED,
        "hospital_admissions_source": "" if hospital is not None else FILLED_HOSPITAL,
        "source": DAYS_SOURCE,
    }
    rows.append(row)


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        names = ["note" if name == "date_note" else name for name in rows[0]]
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for row in rows:
            writer.writerow(["" if value is None else value for value in row.values()])


write(CASE / "days.csv", rows)

# New patients by region come by week: they are dealt to the days of the week on which patients came in the country, a
# region's evenly among the others', so that every day has the national number and every week the region's.
weekly = {}
codes = sorted({row["region_code"] for row in read("region-weekly.csv")})
for row in read("region-weekly.csv"):
    weekly[(row["monday"], row["region_code"])] = int(row["icu_new"])
by_region = [{code: 0 for code in codes} for _ in range((WAVE - FIRST).days + 1)]
for start in range(0, len(by_region), 7):
    monday = date_of(start).isoformat()
    week = range(start, start + 7)
    slots = [day for day in week for _ in range(number(day, "icu_new_fhm") or 0)]
    people = []
    for code in codes:
        count = weekly.get((monday, code), 0)
        people += [((index + 0.5) / count, code) for index in range(count)]
    assert len(people) == len(slots), (monday, len(people), len(slots))
    for day, (_, code) in zip(slots, sorted(people)):
        if day < len(by_region):
            by_region[day][code] += 1
regional = []
for day, counts in enumerate(by_region):
    assert sum(counts.values()) == rows[day]["patients"]
    row = {"id": day, "date_note": date_of(day).isoformat()}
    row |= {f"patients_{code}": counts[code] for code in codes}
    row |= {"icu_observed": rows[day]["icu_observed"], "source": (
        "derived: new intensive-care patients by region and week (FHM, xlsx of 3 November 2022), dealt to days by the "
        "national series; observed: FHM via OWID, from 30 March 2020")}
    regional.append(row)
write(CASE.parent / "sweden-2020-regions" / "days.csv", regional)

# Places of intensive care opened in two steps: the physical places of Models/sweden are those of 28 April, less what was
# not open yet.
USUAL, EARLY_APRIL = 526, 526 + 250  # Socialstyrelsen; 200 to 300 more by 2-3 April (nyadagbladet.se)
with open(CASE.parents[1] / "sweden" / "units.csv", encoding="utf-8", newline="") as file:
    places = {row["facility"]: int(row["physical_beds"]) for row in csv.DictReader(file) if row["kind"] == "icu"}
steps = [
    ("until-2-april", 38, (EARLY_APRIL - USUAL) / sum(places.values()), "200 to 300 places more by 2 to 3 April (nyadagbladet.se)"),
    ("until-28-april", 64, 1 - EARLY_APRIL / sum(places.values()), "1,085 places on 28 April (dalademokraten.se)"),
]
lines = []
for name, day, share, source in steps:
    spots = ",\n".join(f'        {{ day: 0, facility: "{facility}" }}' for facility in places)
    lines += [
        f'    {{ id: "{name}", units: ["icu"], lost_share: {share:.4f},',
        f'      repair: {{ law: "constant", value_days: {day} }},',
        f"      at: [\n{spots},\n      ],",
        f'      source: "derived: {source}; here all at once on that day, an even share at every hospital",',
        "    },",
    ]
with open(CASE.parent / "sweden-2020-regions" / "scenarios" / "surge.json5", "w", encoding="utf-8") as file:
    file.write("\n".join([
        "// The surge of spring 2020: places that are not open yet, written by ../../sweden-2020/derivation/derive.py.",
        "{",
        '  id: "surge",',
        '  title: "Places of intensive care opened in two steps",',
        '  whose_figures: "Counts of places by Socialstyrelsen, as newspapers gave them; the two steps are a simplification.",',
        '  handling: "open",',
        "  disruptions: [",
        *lines,
        "  ],",
        "}",
        "",
    ]))
open_places = sum(size - sum(math.floor(size * round(share, 4) + 0.5) for _, _, share, _ in steps) for size in places.values())
later = sum(size - math.floor(size * round(steps[1][2], 4) + 0.5) for size in places.values())


def show(name, value):
    print(f"{name}: {value}")


def smoothed(column, days=7):
    half = days // 2
    means = {}
    for day in range(half, len(rows) - half):
        window = [rows[near][column] for near in range(day - half, day + half + 1)]
        if None not in window:
            means[day] = sum(window) / days
    return means


show("places open at first, from 2 April, from 28 April", f"{open_places}, {later}, {sum(places.values())}")
wave = [row for row in rows if date_of(row["id"]) <= WAVE]
for column in ["patients", "admissions", "hospital_admissions"]:
    show(f"{column} to {WAVE}, to {LAST}", f"{sum(row[column] for row in wave)}, {sum(row[column] for row in rows)}")
for column in ["icu_observed", "hospital_observed"]:
    numbers = {row["id"]: row[column] for row in rows if row[column] is not None}
    top = max(numbers, key=lambda day: (numbers[day], -day))
    soft = smoothed(column)
    soft_top = max(soft, key=lambda day: (soft[day], -day))
    show(f"{column}: peak", f"{numbers[top]} on day {top}, {date_of(top)}")
    show(f"{column}: peak of 7-day means", f"{soft[soft_top]:.1f} on day {soft_top}, {date_of(soft_top)}")
    show(f"{column}: days observed, mean", f"{len(numbers)}, {sum(numbers.values()) / len(numbers):.1f}")
show("patients to 30 September by region", {code: sum(row[f"patients_{code}"] for row in regional) for code in codes})


def gamma_share(shape, x):
    """Lower regularised incomplete gamma function, by its series (Abramowitz and Stegun 6.5.29)."""
    term = total = 1 / shape
    step = shape
    while term > total * 1e-15:
        step += 1
        term *= x / step
        total += term
    return total * math.exp(-x + shape * math.log(x) - math.lgamma(shape))


def solve(function, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if function(middle) < 0 else (low, middle)
    return (low + high) / 2


def gamma_quantile(shape, share):
    return solve(lambda x: gamma_share(shape, x) - share, 1e-9, 200)


print("Laws with the published median and the published ratio of the quartiles:")
for cohort, median, first, third in [("Chew 2021", 12, 5, 21), ("Mårtensson 2020", 13, 6, 20)]:
    ratio = third / first
    show(f"{cohort} exponential mean", f"{median / math.log(2):.4f}")
    sigma = math.log(ratio) / (2 * 0.6744897501960817)
    show(f"{cohort} lognormal sigma, mean", f"{sigma:.5f}, {median * math.exp(sigma * sigma / 2):.2f}")
    shape = math.log(math.log(4) / math.log(4 / 3)) / math.log(ratio)
    scale = median / math.log(2) ** (1 / shape)
    show(f"{cohort} weibull shape, scale, mean", f"{shape:.5f}, {scale:.4f}, {scale * math.gamma(1 + 1 / shape):.2f}")
    shape = solve(lambda k: ratio - gamma_quantile(k, 0.75) / gamma_quantile(k, 0.25), 0.3, 20)
    mean = shape * median / gamma_quantile(shape, 0.5)
    show(f"{cohort} gamma mean, cv (shape)", f"{mean:.4f}, {1 / math.sqrt(shape):.5f} ({shape:.4f})")
show("SIR episodes, exponential of median 6.1: mean", f"{6.1 / math.log(2):.4f}")
show("Socialstyrelsen hospital, exponential of median 7: mean", f"{7 / math.log(2):.4f}")
to_august = [row for row in rows if date_of(row["id"]) <= datetime.date(2020, 8, 31)]
days = 15.5 * sum(row["patients"] for row in to_august)
show("15.5 days a patient by admissions to 31 August", f"{days / sum(row['admissions'] for row in to_august):.2f}")
show("hospital: sigma of mean 9.4, median 7", f"{math.sqrt(2 * math.log(9.4 / 7)):.5f}")
