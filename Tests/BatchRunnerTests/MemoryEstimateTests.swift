import BatchRunner
import CareModel
import Foundation
import ScenarioFiles
import Testing

@Suite("Memory of a run, estimated beforehand")
struct MemoryEstimateTests {
  @Test("threads that share one replication are not counted as if each held its own")
  func shared() throws {
    let run = ShortRun(name: "sweden-first-look")
    let plan = BatchPlan(try ExperimentReader.load(run.folder.path), replications: 1)
    #expect(MemoryEstimate.threads(for: plan, atMost: 1_024) == 1_024)
    #expect(MemoryEstimate.bytes(plan, threads: 1_024) == MemoryEstimate.bytes(plan, threads: 1))
  }

  @Test(
    "every shipped experiment runs within its memory limit, on as many threads as fit and no more",
    arguments: ShortRun.all.map(\.name))
  func shipped(name: String) throws {
    let run = ShortRun(name: name)
    let plan = BatchPlan(try ExperimentReader.load(run.folder.path))
    for wanted in [1, 2, 16, 1_024] {
      let threads = MemoryEstimate.threads(for: plan, atMost: wanted)
      #expect(threads >= 1 && threads <= wanted)
      #expect(MemoryEstimate.refusal(of: plan, threads: threads) == nil, "\(name), \(threads) threads")
      if threads < wanted {
        #expect(MemoryEstimate.refusal(of: plan, threads: threads + 1) != nil, "\(name), \(threads) threads")
      }
    }
  }

  @Test("the patients alone take as much as the check of the files says, and the run no less")
  func patients() {
    let plan = BatchFixture.plan()
    // Four ordinary patients a day for nine days with the run-in, four casualties a day for six.
    let patients = PatientMemory.bytes(ordinary: 36, casualties: 24)
    #expect(patients == (36 + 48) * PatientMemory.bytes(ordinary: 1, casualties: 0))
    var more = plan
    more.points[0].scenario.casualtyFactor = 1_001
    let added = MemoryEstimate.bytes(more, threads: 1) - MemoryEstimate.bytes(plan, threads: 1)
    #expect(abs(added - PatientMemory.bytes(ordinary: 0, casualties: 24_000)) < 1)
  }
}
