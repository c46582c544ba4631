"""Checks the files of an exercise with the readers that other tools use.

Arguments: the folder with the files, and a folder for what readers write.
"""

import csv
import json
import pathlib
import re
import subprocess
import sys
import zipfile

import capvalidator
import openpyxl
import pandas
from fhir.resources.R4B.bundle import Bundle
from vidigi.prep import generate_animation_df, reshape_for_animations

folder = pathlib.Path(sys.argv[1]).resolve()
scratch = pathlib.Path(sys.argv[2]).resolve()


def expect(truth, sentence):
    if not truth:
        raise SystemExit(f"{folder.name}: {sentence}")


def rows_of(name):
    with open(folder / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True, timeout=120).stdout


injects = rows_of("injects.csv")


def tables():
    run("frictionless", "validate", str(folder / "datapackage.json"))
    for path in folder.glob("*.csv"):
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.reader(file):
                for cell in row:
                    number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
                    expect(number or not cell.startswith(("=", "+", "-", "@", "\t")), f"{path.name} has {cell!r}")
    for row in injects:
        expect(int(row["event_minute"]) <= int(row["minute"]), f"{row['inject_id']} precedes its event")


def conducttr():
    rows = rows_of("conducttr-mel.csv")
    expect(
        list(rows[0]) == ["Number", "Time", "From", "Faction", "To", "Team", "Method", "Subject", "Message",
                          "Expected Action", "Tab"], "Conducttr's columns")
    expect(len(rows) == len(injects), "Conducttr's rows")


def workbooks():
    book = openpyxl.load_workbook(folder / "injects.xlsx")
    expect(len(book.sheetnames) == 5, "five sheets")
    for name in ["injects.xlsx", "openaev-injects.xlsx"]:
        for sheet in openpyxl.load_workbook(folder / name):
            expect(sheet.freeze_panes == "A2", "the heading stays")
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                expect(cell.data_type in "sn", f"{name} {sheet.title} {cell.coordinate} is {cell.data_type}")
    first = list(book.worksheets[0].iter_rows(values_only=True))
    expect(len(first) == len(injects) + 1, "a row for each inject")
    expect([row[0] for row in first[1:]] == [int(row["number"]) for row in injects], "rows in order")
    # LibreOffice writes every sheet as CSV; quoted line breaks are kept.
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    for name in ["injects.xlsx", "openaev-injects.xlsx"]:
        run("soffice", f"-env:UserInstallation=file://{scratch}/office", "--headless", "--convert-to", options,
            "--outdir", str(scratch / folder.name), str(folder / name))
    sheets = sorted((scratch / folder.name).glob("injects-*.csv"))
    expect(len(sheets) == 5, f"LibreOffice found {len(sheets)} sheets")
    title = book.sheetnames[0]
    with open(scratch / folder.name / f"injects-{title}.csv", newline="", encoding="utf-8") as file:
        seen = list(csv.reader(file))
    expect(len(seen) == len(first), "LibreOffice's rows")
    for one, other in zip(first, seen):
        # openpyxl leaves an escaped underscore as it stands.
        texts = [str(value if value is not None else "").replace("_x005F_", "_") for value in one]
        expect([text.split() for text in texts] == [text.split() for text in other], f"LibreOffice reads {other}")


RULES = {"trigger_time", "title", "description", "teams", "expectation_name", "expectation_description",
         "expectation_score"}
EMAIL, MANUAL = "138ad8f8-32f8-4a22-8114-aaa12322bd09", "d02e9132-b9d0-4daa-b3b1-4b9871f8472c"
TYPES = {"^Email$": (EMAIL, RULES | {"subject", "body"}), "^Manual$": (MANUAL, RULES)}


def scenario_of():
    with zipfile.ZipFile(folder / "openaev-scenario.zip") as archive:
        entry, = archive.infolist()
        return json.loads(archive.read(entry))


def team_names():
    # A cell's leading apostrophe is no part of the name.
    names = {team["team_name"] for team in scenario_of()["scenario_teams"]}
    return names | {f"'{name}" for name in names}


def openaev_workbook():
    mapper, = json.loads((folder / "openaev-mapper.json").read_text())
    expect(set(mapper) == {"import_mapper_name", "import_mapper_inject_type_column", "import_mapper_inject_importers"},
           "keys of the mapper")
    sheet = openpyxl.load_workbook(folder / "openaev-injects.xlsx")["Injects"]
    type_column = mapper["import_mapper_inject_type_column"]
    expect(re.fullmatch("[A-Z]{1,2}", type_column), "a column is letters")
    importers = mapper["import_mapper_inject_importers"]
    expect(sheet.max_row == len(injects) + 1, "a row for each inject")
    for number in range(1, sheet.max_row + 1):
        kind = sheet[f"{type_column}{number}"].value
        matching = [one for one in importers if re.search(one["inject_importer_type_value"], kind)]
        expect(len(matching) == (0 if number == 1 else 1), f"row {number} matches {len(matching)} types")
        for importer in matching:
            contract, names = TYPES[importer["inject_importer_type_value"]]
            expect(importer["inject_importer_injector_contract"] == contract, "the contract of the type")
            rules = {rule["rule_attribute_name"]: rule for rule in importer["inject_importer_rule_attributes"]}
            expect(set(rules) == names, f"attributes {set(rules) ^ names}")
            for name, rule in rules.items():
                expect("rule_attribute_default_value" in rule, "a default")
                value = sheet[f"{rule['rule_attribute_columns']}{number}"].value
                expect(value not in (None, ""), f"blank {name} in row {number}")
                if name == "trigger_time":
                    expect(rule["rule_attribute_additional_config"] == {"timePattern": ""}, "a time pattern")
                    expect(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00", value), f"time {value}")
                if name == "teams":
                    expect(set(value.replace("_x005F_", "_").split(",")) <= team_names(), f"teams {value}")
                if name == "expectation_score":
                    expect(isinstance(value, int), "a number")
                if name in ("subject", "body"):
                    harmless_template(value)
                if name == "body":
                    expect("<" not in value, "HTML of users in the body")
    expect((folder / "openaev-injects.xlsx").stat().st_size < 25 << 20, "under 25 MB")


def harmless_template(text):
    for danger in ["${", "#{", "<#", "<@", "</"]:
        expect(danger not in text, f"a template in {text!r}")


# Keys that OpenAEV's importer reads without asking whether they are there, by the object that holds them.
SCENARIO = {"scenario_name", "scenario_description", "scenario_subtitle", "scenario_category", "scenario_main_focus",
            "scenario_message_header", "scenario_message_footer", "scenario_mail_from", "scenario_tags"}
TEAM = {"team_id", "team_name", "team_description", "team_contextual", "team_tags", "team_users"}
OBJECTIVE = {"objective_id", "objective_title", "objective_description", "objective_priority"}
INJECT = {"inject_id", "inject_title", "inject_description", "inject_country", "inject_city", "inject_enabled",
          "inject_injector_contract", "inject_depends_duration", "inject_all_teams", "inject_depends_on", "inject_tags",
          "inject_teams", "inject_documents", "inject_content"}
EXPECTATION = {"expectation_type", "expectation_name", "expectation_description", "expectation_score",
               "expectation_expectation_group", "expectation_expiration_time"}


def openaev_scenario():
    with zipfile.ZipFile(folder / "openaev-scenario.zip") as archive:
        expect(archive.testzip() is None, "checks of the archive")
        entry, = archive.infolist()
        expect(entry.comment == b"Scenario", "the entry's comment")
        scenario = json.loads(archive.read(entry))
    expect(scenario["export_version"] == 1, "version of the export")
    expect(SCENARIO <= set(scenario["scenario_information"]), "keys of the scenario")
    teams = {team["team_id"] for team in scenario["scenario_teams"]}
    for team in scenario["scenario_teams"]:
        expect(TEAM <= set(team), "keys of a team")
    for objective in scenario["scenario_objectives"]:
        expect(OBJECTIVE <= set(objective), "keys of an objective")
    found = scenario["scenario_injects"]
    expect(len(found) == len(injects) == len({one["inject_id"] for one in found}), "an inject for each inject")
    start = json.loads((folder / "datapackage.json").read_text())["start_minute"]
    for one, row in zip(found, injects):
        expect(INJECT == set(one), f"keys of an inject: {INJECT ^ set(one)}")
        expect(one["inject_depends_duration"] == (int(row["play_minute"]) - start) * 60, "seconds from the start")
        expect(isinstance(one["inject_depends_on"], list), "dependencies are a list")
        expect(set(one["inject_teams"]) <= teams, "teams are declared")
        contract = one["inject_injector_contract"]["injector_contract_id"]
        expect(one["inject_injector_contract"]["injector_contract_payload"] is None, "no payload")
        content = one["inject_content"]
        expect(set(content) == {"expectations"} | ({"subject", "body", "encrypted"} if contract == EMAIL else set()),
               "keys of the content")
        expect(contract in (EMAIL, MANUAL), "a contract that OpenAEV has")
        for expectation in content["expectations"]:
            expect(set(expectation) == EXPECTATION, "keys of an expectation")
        for key in ("subject", "body"):
            if key in content:
                harmless_template(content[key])
        expect("<" not in content.get("body", "").replace("<br/>", ""), "HTML of users in the body")


def alerts():
    schema = pathlib.Path(capvalidator.__file__).parent / "static" / "CAP-v1.2-schema.xsd"
    for file in sorted((folder / "cap").glob("*.xml")):
        run("xmllint", "--noout", "--nonet", "--schema", str(schema), str(file))
        text = file.read_text()
        expect("<status>Exercise</status>" in text, "status Exercise")
        for name in ("identifier", "sender"):
            value = re.search(f"<{name}>(.*?)</{name}>", text)[1]
            expect(re.fullmatch("[^ ,<&]+", value), f"{name} {value}")
        for value in re.findall("<(?:sent|effective|onset)>(.*?)</", text):
            expect(not value.endswith(("Z", "+00:00")), f"time {value}")


def bundle():
    cards = rows_of("casualty_cards.csv")
    if not cards:
        return
    text = (folder / "casualties.fhir.json").read_text()
    parsed = Bundle.model_validate_json(text)
    expect(parsed.type == "collection", "a collection")
    resources = [entry.resource for entry in parsed.entry]
    patients = [one for one in resources if one.__class__.__name__ == "Patient"]
    expect(len(patients) == len(cards), "a patient for each card")
    for patient in patients:
        expect(not patient.name and not patient.birthDate and not patient.gender, "no person")
    for resource in resources:
        expect([tag.code for tag in resource.meta.tag] == ["HTEST"], "the tag HTEST")
    for card in cards:
        expect(not re.search(r"\d{6}[-+]?\d{4}", card["casualty_id"]), "no personal identity number")


def patient_log():
    if not (folder / "patient_log.csv").exists():
        return
    log = pandas.read_csv(folder / "patient_log.csv", dtype={"region_code": str, "entity_id": str})
    expect(list(log.columns[:7]) == ["run_number", "entity_id", "pathway", "event_type", "event", "time", "resource_id"],
           "vidigi's columns")
    expect(set(log.event_type) <= {"arrival_departure", "queue", "resource_use", "resource_use_end"}, "kinds of event")
    expect(log.time.is_monotonic_increasing, "rows in order of time")
    # An animation of everybody takes minutes.
    log = log[log.entity_id.isin(log.entity_id.unique()[:100])]
    frames = reshape_for_animations(log, every_x_time_units=60, limit_duration=int(log.time.max()) + 60)
    expect(len(frames) > 0, "frames")
    places = pandas.DataFrame([{"event": event, "x": 100, "y": 100 * (number + 1), "resource": None}
                               for number, event in enumerate(sorted(set(log.event) | {"depart"}))])
    expect(len(generate_animation_df(frames, places)) > 0, "an animation")


for check in (tables, conducttr, workbooks, openaev_workbook, openaev_scenario, alerts, bundle, patient_log):
    check()
    print(f"{folder.name}: {check.__name__} accepted")
