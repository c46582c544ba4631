/// An exercise file that was read and checked against its model.
public struct LoadedExercise: Sendable {
  /// The same words in both languages.
  public struct Words: Sendable, Equatable {
    /// In Swedish.
    public let sv: String
    /// In English.
    public let en: String
  }

  /// What an audience or actor is of.
  public enum Scope: String, Sendable {
    /// One in the nation.
    case nation
    /// One in each region.
    case region
    /// One at each facility.
    case facility
  }

  /// An audience.
  public struct Audience: Sendable {
    /// Its id.
    public let id: String
    /// Its name.
    public let name: Words
    /// What it is of.
    public let scope: Scope
  }

  /// An actor.
  public struct Actor: Sendable {
    /// Its id.
    public let id: String
    /// Its name.
    public let name: Words
    /// `trained`, `played` or `simulated`.
    public let role: String
    /// The audience it is of, or stands for.
    public let audience: String?
  }

  /// A channel or a storyline.
  public struct Named: Sendable {
    /// Its id.
    public let id: String
    /// Its name.
    public let name: Words
  }

  /// How many injects when.
  public struct Pacing: Sendable {
    /// The most an hour; nil for no limit.
    public let mostPerHour: Int?
    /// Minutes of the day at which quiet hours begin and end; nil for none.
    public let quiet: (from: Int, until: Int)?
  }

  /// A kind of inject.
  public struct Kind: Sendable {
    /// Its id.
    public let id: String
    /// What gives rise to it.
    public let trigger: InjectTrigger
    /// Kind of unit, by its index in the network.
    public let unitKind: Int?
    /// Kind of unit that patients who are ready go to.
    public let targetKind: Int?
    /// Minutes of the day.
    public let times: [Int]
    /// Limit of patients, or of places.
    public let number: Int
    /// Limit of a share, of days, or a factor.
    public let share: Double
    /// How far ahead, hours.
    public let withinHours: Double
    /// Stock, by its index in the network.
    public let stock: Int?
    /// Profession, by its index in the network.
    public let profession: Int?
    /// Audience.
    public let audience: String
    /// Sender.
    public let sender: String
    /// Receiver.
    public let receiver: String
    /// Channel.
    public let channel: String
    /// Storyline; empty for none.
    public let storyline: String
    /// Minutes until the audience hears of it.
    public let delayMinutes: Int
    /// 1 cannot wait, 5 is left out first.
    public let priority: Int
    /// The kind that precedes it.
    public let after: String?
    /// Subject line.
    public let subject: Words
    /// What the audience hears or reads.
    public let message: Words
    /// What control expects.
    public let expectedAction: Words?
    /// What is trained.
    public let objective: Words?
    /// What the evaluator looks for.
    public let evaluatorNote: Words?
  }

  /// What casualty cards say.
  public struct Cards: Sendable {
    /// A triage category with its vital signs, each from best to worst.
    public struct Triage: Sendable {
      /// Patient class, by its index in the network.
      public let patientClass: Int
      /// `T1` to `T4`.
      public let category: String
      /// Breaths a minute.
      public let respiratoryRate: [Double]
      /// Per cent.
      public let oxygenSaturation: [Double]
      /// Beats a minute.
      public let heartRate: [Double]
      /// mmHg.
      public let systolicPressure: [Double]
      /// Degrees Celsius.
      public let temperature: [Double]
      /// Letters of ACVPU.
      public let consciousness: [String]
      /// Share of the way to the worst that an hour before care goes.
      public let worsensPerHour: Double
    }

    /// A mechanism.
    public struct Mechanism: Sendable {
      /// Its id.
      public let id: String
      /// How common it is.
      public let weight: Double
      /// What the card says.
      public let words: Words
      /// Origins of its patients; empty for all.
      public let origins: [String]
    }

    /// An injury.
    public struct Injury: Sendable {
      /// Its id.
      public let id: String
      /// How common it is.
      public let weight: Double
      /// Severities it is of.
      public let severity: ClosedRange<Int>
      /// Mechanisms it comes from; empty for all.
      public let mechanisms: [String]
      /// The injuries.
      public let injuries: Words
      /// Signs.
      public let signs: Words
      /// Treatment.
      public let treatment: Words
    }

    /// What every label begins with.
    public let label: String
    /// Triage categories.
    public let triage: [Triage]
    /// Mechanisms.
    public let mechanisms: [Mechanism]
    /// Injuries.
    public let injuries: [Injury]
  }

  /// What the exercise is called.
  public let title: Words
  /// Audiences.
  public let audiences: [Audience]
  /// Ids of the audiences that are trained unless others are asked for.
  public let trained: [String]
  /// Actors.
  public let actors: [Actor]
  /// Channels.
  public let channels: [Named]
  /// Storylines.
  public let storylines: [Named]
  /// Pacing.
  public let pacing: Pacing
  /// Kinds of inject.
  public let kinds: [Kind]
  /// Casualty cards; nil when the file has none.
  public let cards: Cards?
  /// The file it was read from.
  public let file: InputFile
}
