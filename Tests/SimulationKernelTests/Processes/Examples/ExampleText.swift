import SimulationKernel

/// Minutes with one decimal: "12.3". Whole numbers only, so that the text is the same everywhere.
func minutes(_ duration: SimulationDuration) -> String {
  let tenths = (duration.ticks + 3_000_000) / 6_000_000
  return "\(tenths / 10).\(tenths % 10)"
}

/// The time since the start of the run in minutes.
func minutes(_ time: SimulationTime) -> String { minutes(time - SimulationTime.zero) }
