/// By what a patient goes one of several ways on.
///
/// A way is judged by the unit of the step it leads to, at the patient's facility or, where that has none, at the nearest
/// of its region that has one; a way to a unit that the region does not have comes last. Among equals the patient's draw
/// decides, each as likely as the other.
public enum WayChoice: String, Sendable, CaseIterable, BitwiseCopyable {
  /// By the shares of the branches.
  case shares
  /// To the unit for which the fewest wait; of these, to the one with most places free.
  case shortestLine = "shortest-line"
  /// To the unit with the fewest patients in places and in line together; of these, to the one with most places free.
  case fewestPatients = "fewest-patients"
}
