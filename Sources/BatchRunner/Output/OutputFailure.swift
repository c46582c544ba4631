/// Why outputs could not be written.
public enum OutputFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder holds something that is not an earlier run of the same experiment.
  case otherContents(folder: String, example: String)
  /// The folder or a file in it cannot be created.
  case cannotCreate(path: String, reason: String)
  /// A file cannot be written to or put in place.
  case cannotWrite(path: String, reason: String)

  /// Exit code of the command: 73 cannot create, 74 input or output.
  public var exitCode: Int32 {
    switch self {
    case .otherContents, .cannotCreate: 73
    case .cannotWrite: 74
    }
  }

  /// A sentence.
  public var description: String {
    switch self {
    case .otherContents(let folder, let example):
      "\(folder) holds other files (\(example)): choose another folder, or --force to write beside them"
    case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    }
  }
}

/// Why a batch ended without results.
public enum BatchFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The plan may need more memory than it is allowed.
  case memory(neededBytes: Double, limitBytes: Int)
  /// Outputs could not be written.
  case output(OutputFailure)
  /// An audit found keyed draws that were used twice, or names of draws that hash alike.
  case draws(mistakes: [String])

  /// Exit code of the command: 65 for a plan that is too large, 70 for draws used twice, else that of the
  /// output.
  public var exitCode: Int32 {
    switch self {
    case .memory: 65
    case .draws: 70
    case .output(let failure): failure.exitCode
    }
  }

  /// A sentence.
  public var description: String {
    switch self {
    case .memory(let needed, let limit):
      "this may need \(Self.gigabytes(needed)) GB of memory, and the limit is \(NumberText.text(Double(limit) / 1e9)) GB: "
        + "fewer replications, days or arrivals, or a higher memory_limit_gigabytes"
    case .output(let failure): failure.description
    case .draws(let mistakes):
      (["the audit found \(mistakes.count) \(mistakes.count == 1 ? "mistake" : "mistakes") in the draws:"]
        + mistakes.prefix(Self.mistakesSaid)
        + (mistakes.count > Self.mistakesSaid ? ["and \(mistakes.count - Self.mistakesSaid) more"] : []))
        .joined(separator: "\n  ")
    }
  }

  private static let mistakesSaid = 10

  private static func gigabytes(_ bytes: Double) -> String {
    NumberText.text((bytes / 1e8).rounded(.up) / 10)
  }
}
