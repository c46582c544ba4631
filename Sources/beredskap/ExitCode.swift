/// How the command ends, after sysexits.
enum ExitCode: Int32 {
  case success = 0
  /// Not used as written: a flag or a verb that does not exist.
  case usage = 64
  /// A model, scenario or experiment has mistakes.
  case badModel = 65
  /// An input file is missing.
  case missingInput = 66
  /// A mistake of the program.
  case `internal` = 70
  /// The output folder cannot be made, or holds something else.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
}

/// A sentence for stderr and the code to end with.
struct CommandFailure: Error {
  let code: ExitCode
  let message: String
}
