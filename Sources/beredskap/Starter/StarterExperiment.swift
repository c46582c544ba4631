// Written by: WRITE_STARTER=1 swift test --filter StarterTests

extension StarterFiles {
  static let experiment0 = #"""
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

      // Measures that what a run prints and its page show beside the usual ones; all others are in the tables.
      show: ["wounded_theatre_wait_hours"],

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

  static let experiment1 = #"""
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

    - Unlike expected, sharing changes nothing that can be seen: 0.07 fewer deaths (0.61 fewer to 0.48 more), and from day 7 0.03
      more (0.25 fewer to 0.32 more). Both regions run short of intensive care within days of each other, and there is
      little to share.
    - So the next question is how many more places it takes: change `staffed_beds` of `icu` in `units.csv`, and run again.

    """#
}
