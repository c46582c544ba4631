/// The page that `beredskap init` writes beside the model and the experiment.
enum StarterReadme {
  static let text = """
    # A care network of your own

    (På svenska nedan.)

    | file | holds |
    |---|---|
    | `Models/template/model.json5` | kinds of unit, stays, patients, pathways, inflow, ambulances |
    | `Models/template/*.csv` | regions, hospitals and beds: open them in a spreadsheet, save them as CSV |
    | `Models/template/scenarios/` | what happens: `quiet` and `strike` |
    | `Experiments/template/experiment.json5` | what is asked: the arms that are compared |
    | `notebooks-output/` | what a run writes |

    Everything in it is made up, and marked as assumed.

    ```
    beredskap check Models Experiments
    beredskap run Experiments/template
    ```

    1. Change a number: beds in `units.csv`, wounded in `scenarios/strike.json5`. Each number has a `source`, its own or
       that of what stands around it: a reference, or `assumption: ` and why.
    2. `beredskap check Models Experiments` finds every mistake at once, each with file, line and column.
    3. `beredskap describe Models/template` reads the model back, with every assumption in it.
    4. `beredskap policies` lists what an arm can name. Run again, and compare.
    5. To keep several, copy the folder and change `id` to its new name.

    `beredskap schema model > model.schema.json` writes what an editor needs to complete keys. `beredskap help` lists the
    verbs. Results are simulated figures, no forecast and no plan.

    ## På svenska

    `Models/template` är en påhittad modell: två regioner, tre sjukhus, vanliga akuta patienter och svårt skadade.
    `Experiments/template` är en fråga till den: vad ändras om regionerna hjälps åt, och vad går förlorat om beslutet
    dröjer till dag 7? Öppna tabellerna (`.csv`) i ett kalkylprogram, ändra till exempel antalet vårdplatser och kör igen:

    ```
    beredskap check Models Experiments
    beredskap run Experiments/template
    ```

    `check` visar alla fel på en gång, med fil, rad och kolumn. Varje siffra har en källa (`source`) eller är märkt som
    antagande (`assumption: ` och varför). Resultaten är simulerade, inte rapporterade, och ingen prognos.

    """
}
