public import PressStage

/// A pipeline whose file was checked: every stage is configured, every name is filled in.
public struct Pipeline: Sendable {
  /// The name on the command line.
  public var name: String
  public var title: String?
  public var description: String?
  public var tags: [String]
  /// In the order of the file.
  public var variables: [Variable]
  public var sources: [StageUse<any Source>]
  /// In the order of the file: the first that suits an item's bytes reads it.
  public var readers: [StageUse<any Reader>]
  public var extractors: [StageUse<any Extractor>]
  public var transformers: [StageUse<any Transformer>]
  public var renderers: [StageUse<any Renderer>]
  public var embargo = EmbargoRule()
  public var quarantine = QuarantineLimits()
  public var checks: [Check]
  public var publish: Publication
}

/// A stage as a pipeline uses it. `Role` is `any Source`, `any Reader` and so on.
public struct StageUse<Role: Sendable>: Sendable {
  /// The stage's YAML name.
  public let name: String
  /// With its settings filled in.
  public let stage: Role
  /// Of the stage's type.
  public let version: Int
  public let errorPolicy: ErrorPolicy
  /// The settings that the file gives, names filled in, as one line of text: equal for equal
  /// settings in any order. Empty where the file gives none.
  public let settings: String
  /// The same for a pack to keep: what the environment, the clock and the command line fill in
  /// stands as the file refers to it, but for variables that are numbers, flags or days. So no
  /// secret and no moment of a run gets into a pack.
  public let recordedSettings: String
  /// Where the file names the stage.
  public let place: Place
}

/// What happens when a stage fails on an item or a document.
public enum ErrorPolicy: Hashable, Sendable {
  /// The run ends and publishes nothing.
  case fail
  /// The item is kept aside with the stage and the reason; the run goes on.
  case quarantine
  /// The item leaves the pack for the reason that the pipeline's author gives; the run goes on.
  case drop(reason: String)
}

/// A bound that a pack must keep to be published.
public struct Check: Hashable, Sendable {
  public enum Metric: Hashable, Sendable {
    /// Raw items that the sources found.
    case items
    /// Documents that are packed.
    case documents
    case merged, filtered, held, quarantined
    /// All facts of all packed documents.
    case facts
    /// The facts of one kind.
    case factsOfKind(String)

    /// As it stands in a pipeline file: `documents`, `facts.quotes`.
    public var name: String {
      switch self {
      case .items: "items"
      case .documents: "documents"
      case .merged: "merged"
      case .filtered: "filtered"
      case .held: "held"
      case .quarantined: "quarantined"
      case .facts: "facts"
      case .factsOfKind(let kind): "facts.\(kind)"
      }
    }

    /// Those that need no kind.
    public static let simple: [Metric] = [
      .items, .documents, .facts, .quarantined, .merged, .filtered, .held,
    ]
  }

  public enum Severity: String, CaseIterable, SettingValue {
    /// The pack is not published.
    case fail
    /// The pack is published and the run says so.
    case warn
  }

  /// A value from earlier runs of the pipeline.
  public enum Reference: String, CaseIterable, SettingValue {
    /// Of the last pack that was published.
    case last
    /// The median of the last packs of the same weekday, eight at most.
    case weekday
  }

  /// What a share is a share of.
  public enum Whole: Hashable, Sendable {
    case metric(Metric)
    case reference(Reference)
  }

  public var metric: Metric
  /// Inclusive bounds of the value; at least one of these or of the ratios is given.
  public var min: Int?
  public var max: Int?
  /// What the bounds of a share are about; given where they are.
  public var whole: Whole?
  /// Inclusive bounds of the value divided by `whole`.
  public var minRatio: Double?
  public var maxRatio: Double?
  public var severity: Severity
  public var place: Place

  /// Whether a measured value keeps the bounds. `whole`: what it is divided by; nil where there is
  /// nothing to compare with yet, which no bound of a share refuses.
  public func accepts(_ value: Int, of whole: Double? = nil) -> Bool {
    guard value >= min ?? .min, value <= max ?? .max else { return false }
    guard let whole else { return true }
    // Of nothing, nothing is a fair share.
    guard whole > 0 else { return value == 0 || maxRatio == nil }
    let ratio = Double(value) / whole
    return ratio >= minRatio ?? -.infinity && ratio <= maxRatio ?? .infinity
  }
}

/// What is done with documents under embargo.
public struct EmbargoRule: Hashable, Sendable {
  public var holds: Bool
  /// Seconds east of UTC of a time that names no zone. The default is the last place on earth where
  /// that time comes.
  public var defaultOffset: Int

  public init(holds: Bool = true, defaultOffset: Int = -12 * 3600) {
    self.holds = holds
    self.defaultOffset = defaultOffset
  }
}

/// How much may fail before nothing is published.
public struct QuarantineLimits: Hashable, Sendable {
  public var max: Int?
  /// Of all items, between 0 and 1.
  public var maxRatio: Double?

  public init(max: Int? = nil, maxRatio: Double? = nil) {
    self.max = max
    self.maxRatio = maxRatio
  }

  public func accept(_ quarantined: Int, of items: Int) -> Bool {
    quarantined <= max ?? .max && Double(quarantined) <= (maxRatio ?? 1) * Double(items)
  }
}

/// Where packs go and which are kept.
public struct Publication: Hashable, Sendable {
  /// Which documents a pack holds.
  public enum Documents: String, CaseIterable, SettingValue {
    /// All that the sources give.
    case all
    /// Those that no pack in another folder was made of.
    case new
  }

  /// A folder with names filled in, as written: relative to the project's root.
  public var folder: StagePath
  /// Whether a link named `latest` beside the packs leads to the newest.
  public var latest: Bool
  /// How many packs to keep; nil for all.
  public var keep: Int?
  /// Whether the raw bytes of the items are kept in the pack.
  public var sources: Bool
  public var documents = Documents.all
  public var place: Place
}

/// A value that a pipeline's file names and a caller may override.
public struct Variable: Hashable, Sendable {
  public var name: String
  public var type: VariableType
  /// What `${vars.NAME}` stands for; nil for a required one in a check without values.
  public var value: String?
  public var help: String?
  public var isRequired: Bool
  public var place: Place
}

/// The type of a variable.
public enum VariableType: String, CaseIterable, SettingValue {
  case text, path, integer, number, bool, day
}
