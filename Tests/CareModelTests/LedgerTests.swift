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

  @Test("A patient fills one cache line, details a little more, a unit two; an event has one number")
  func rowSizes() {
    #expect(MemoryLayout<PatientRow>.stride == 64)
    #expect(MemoryLayout<PatientDetails>.stride == 104)
    #expect(MemoryLayout<CareEvent>.size <= 8)
    #expect(MemoryLayout<UnitRow>.stride == 128)
  }
}
