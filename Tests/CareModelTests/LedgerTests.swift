import CareModel
import SimulationKernel
import Testing

@Suite("What a region counts")
struct LedgerTests {
  @Test("Widths of the tables hold all their columns")
  func widths() {
    #expect(DayCount.width >= DayCount.allCases.count)
    #expect(DayUnitFigure.width >= DayUnitFigure.allCases.count)
  }

  @Test("A patient and a unit fill two cache lines each, so that an ordinary one is read with a single miss")
  func patientSize() {
    #expect(MemoryLayout<PatientRow>.stride == 128)
    #expect(MemoryLayout<UnitRow>.stride == 128)
  }
}
