// Written by: WRITE_STARTER=1 swift test --filter StarterTests

/// What `beredskap init` writes: Models/template and Experiments/template, so that it works outside a clone.
enum StarterFiles {
  static let all: [(path: String, text: String)] = [
    ("README.md", StarterReadme.text),
    ("Models/template/model.json5", model0),
    ("Models/template/regions.csv", model1),
    ("Models/template/facilities.csv", model2),
    ("Models/template/units.csv", model3),
    ("Models/template/scenarios/quiet.json5", scenarios0),
    ("Models/template/scenarios/strike.json5", scenarios1),
    ("Models/template/exercise.json5", exercise0),
    ("Experiments/template/experiment.json5", experiment0),
    ("Experiments/template/README.md", experiment1),
  ]
}
