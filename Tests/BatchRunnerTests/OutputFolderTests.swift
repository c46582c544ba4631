import BatchRunner
import Foundation
import Testing

@Suite struct OutputFolderTests {
  @Test("the data package parses, names every column and carries the hash of every table")
  func package() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    _ = try folder.run(BatchFixture.plan(), into: "run")
    let data = Data(folder.bytes("run/datapackage.json"))
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(package["handling"] as? String == "internal")
    let resources = try #require(package["resources"] as? [[String: Any]])
    let tables = resources.compactMap { $0["path"] as? String }.sorted()
    #expect(tables == folder.names(in: "run").filter { $0.hasSuffix(".csv") } && tables.count == 8)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let bytes = folder.bytes("run/\(path)")
      #expect(resource["bytes"] as? Int == bytes.count)
      #expect(resource["hash"] as? String == "sha256:\(SHA256.hexadecimal(bytes))")
      #expect(resource["handling"] as? String == "internal")
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      #expect(fields.compactMap { $0["name"] as? String } == folder.rows("run/\(path)")[0])
    }
  }

  @Test("the manifest lists every output with its hash, and no temporary file is left")
  func manifest() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    _ = try folder.run(BatchFixture.plan(), into: "run")
    let data = Data(folder.bytes("run/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    let paths = outputs.compactMap { $0["path"] as? String }
    #expect((paths + ["manifest.json"]).sorted() == folder.names(in: "run"))
    for output in outputs {
      let path = try #require(output["path"] as? String)
      #expect(output["sha256"] as? String == SHA256.hexadecimal(folder.bytes("run/\(path)")))
    }
  }

  @Test("an earlier run of the same experiment is written again, and its surplus files go")
  func again() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    var plan = BatchFixture.plan(replications: 2)
    _ = try folder.run(plan, into: "run")
    plan.expectations = []
    _ = try folder.run(plan, into: "run")
    #expect(!folder.names(in: "run").contains("validation.csv"))
    #expect(folder.names(in: "run").contains("manifest.json"))
  }

  @Test("a folder with other contents, or of another experiment, is left alone unless forced")
  func others() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    var plan = BatchFixture.plan(replications: 2)
    _ = try folder.run(plan, into: "run")
    plan.experimentID = "another"
    let before = folder.bytes("run/manifest.json")
    let failure = #expect(throws: OutputFailure.self) { _ = try folder.run(plan, into: "run") }
    #expect(failure?.exitCode == 73)
    #expect(folder.bytes("run/manifest.json") == before)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/run/notes.txt"))
    plan.experimentID = "test-raid"
    #expect(throws: OutputFailure.self) { _ = try folder.run(plan, into: "run") }
    let forced = try OutputFolder(at: "\(folder.path)/run", experimentID: "test-raid", force: true)
    _ = try BatchRun(plan, context: BatchFixture.context).run(into: forced)
    #expect(folder.bytes("run/notes.txt") == Array("mine".utf8))
  }

  @Test(
    "the files of a run are those of its manifest: what an earlier run left beside them is not read"
  )
  func ownFiles() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    _ = try folder.run(BatchFixture.plan(replications: 1), into: "run")
    #expect(RunFiles(folder: "\(folder.path)/run").bytes("regions_daily.csv") != nil)
    var other = BatchFixture.plan(replications: 1)
    other.experimentID = "another"
    other.writesRegionsDaily = false
    let forced = try OutputFolder(at: "\(folder.path)/run", experimentID: "another", force: true)
    _ = try BatchRun(other, context: BatchFixture.context).run(into: forced)
    let files = RunFiles(folder: "\(folder.path)/run")
    #expect(folder.names(in: "run").contains("regions_daily.csv"))
    #expect(files.bytes("regions_daily.csv") == nil && files.bytes("summary.csv") != nil)
  }

  @Test("a file in the way of the folder is reported as not creatable")
  func fileInTheWay() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/run"))
    let failure = #expect(throws: OutputFailure.self) {
      _ = try folder.run(BatchFixture.plan(), into: "run")
    }
    #expect(failure?.exitCode == 73)
  }

  @Test("when a file cannot be put in place the run fails, and no temporary file is left")
  func failure() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    // A directory with a file in it cannot be replaced by a table.
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/run/trials.csv/in", withIntermediateDirectories: true)
    let output = try OutputFolder(at: "\(folder.path)/run", experimentID: "test-raid", force: true)
    let run = BatchRun(BatchFixture.plan(replications: 1), context: BatchFixture.context)
    let failure = #expect(throws: BatchFailure.self) { _ = try run.run(into: output) }
    #expect(failure?.exitCode == 74)
    #expect(folder.names(in: "run") == ["trials.csv"])
  }

  @Test(
    "a folder with the name of a table or of a page fails the run, and the earlier run stays whole",
    arguments: ["flows.csv", "page.html"])
  func wholeOrNone(name: String) throws {
    let folder = TestFolder()
    defer { folder.remove() }
    _ = try folder.run(BatchFixture.plan(seed: 7, replications: 1), into: "run")
    try? FileManager.default.removeItem(atPath: "\(folder.path)/run/\(name)")
    let names = folder.names(in: "run")
    let before = names.map { folder.bytes("run/\($0)") }
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/run/\(name)/in", withIntermediateDirectories: true)
    let output = try OutputFolder(at: "\(folder.path)/run", experimentID: "test-raid", force: true)
    let run = BatchRun(BatchFixture.plan(seed: 8, replications: 1), context: BatchFixture.context)
    let failure = #expect(throws: BatchFailure.self) {
      _ = try run.run(into: output, figures: { _ in [(name: "page.html", text: "a page")] })
    }
    #expect(failure?.exitCode == 74 && failure?.description.contains("a folder has that name") == true)
    #expect(folder.names(in: "run") == (names + [name]).sorted())
    #expect(names.map { folder.bytes("run/\($0)") } == before)
  }

  @Test("whatever factors are called, no table has two columns of one name")
  func factorColumns() throws {
    let folder = TestFolder()
    defer { folder.remove() }
    let names = [
      "unit", "factor_unit", "p05", "at_risk", "started_incidence", "ci95_lower", "difference_mean", "beds",
      "day_p50", "variance_reduction", "baseline_arm", "relative_standard_error", "factor_beds",
    ]
    var plan = BatchFixture.plan(replications: 1)
    plan.points[0].levels = names.map { (factor: $0, level: "of-\($0)") }
    _ = try folder.run(plan, into: "run")
    for table in folder.names(in: "run") where table.hasSuffix(".csv") {
      let header = folder.rows("run/\(table)")[0]
      #expect(Set(header).count == header.count, "\(table): \(header)")
    }
    let rows = folder.rows("run/trials.csv")
    #expect(rows[1][2..<15] == names.map { "of-\($0)" }[...])
    #expect(rows[0][2...4] == ["factor_factor_unit", "factor_unit", "factor_p05"])
    #expect(rows[0].contains("beds") && rows[0].contains("factor_beds"))
  }
}
