/// A run's result: the documents that were packed, tables over them, and the fate of every item.
public struct Pack: Sendable {
  /// The pipeline's name and title.
  public var pipeline: String
  public var title: String
  public var run: RunRecord
  /// In the order of the sources.
  public var documents: [Document]
  public var tables: [PackTable] = []
  public var ledger: [LedgerEntry] = []
  /// What was corrected in documents that earlier packs held, in the order of the documents, the
  /// oldest of a document first.
  public var corrections: [Correction] = []
  /// Whether the raw bytes lie in the pack, each as `sources/SHA256`.
  public var hasSources = true

  public init(pipeline: String, title: String, run: RunRecord, documents: [Document] = []) {
    self.pipeline = pipeline
    self.title = title
    self.run = run
    self.documents = documents
  }
}

/// What made a pack. It holds nothing that differs between two runs on the same input.
public struct RunRecord: Hashable, Sendable {
  public struct StageUse: Hashable, Sendable {
    /// The section of the pipeline file: `sources`, `extract`, `transform`, `render`.
    public var section: String
    public var name: String
    public var version: Int
    /// The settings that the pipeline gives, as one line; empty where it gives none, and for
    /// sources: their order would show. It holds nothing of the environment, the clock or the
    /// machine.
    public var settings: String
    /// What an extractor makes use of and what it adds: kinds of fact, `metadata`, `sentences`.
    public var reads: [String]
    public var adds: [String]

    public init(
      section: String, name: String, version: Int, settings: String = "", reads: [String] = [],
      adds: [String] = []
    ) {
      self.section = section
      self.name = name
      self.version = version
      self.settings = settings
      self.reads = reads
      self.adds = adds
    }
  }

  /// Presswork's version.
  public var presswork: String
  /// The moment given with `--as-of`; nil where none was given, because the clock's time would
  /// make two runs differ.
  public var asOf: String?
  public var stages: [StageUse]

  public init(presswork: String, asOf: String? = nil, stages: [StageUse] = []) {
    self.presswork = presswork
    self.asOf = asOf
    self.stages = stages
  }
}

/// A table over the documents of a pack; each row names the facts that it rests on.
public struct PackTable: Hashable, Sendable {
  public struct Header: Hashable, Sendable {
    public var name: String
    public var type: ColumnType
    public var help: String
    /// Whether tables for people show the column; files for programs have every one.
    public var isShown: Bool

    public init(_ name: String, _ type: ColumnType, _ help: String, isShown: Bool = true) {
      self.name = name
      self.type = type
      self.help = help
      self.isShown = isShown
    }
  }

  public struct Row: Hashable, Sendable {
    public var cells: [FieldValue]
    /// Identifiers of facts, `DOCUMENT#KIND-NUMBER`; never empty.
    public var derivedFrom: [String]
    /// How cells read for people, by the column's number from 0, where that is not as they are. It
    /// has the same letters and digits as the cell, so that a line leads back to its row.
    public var readings: [Int: String]

    public init(cells: [FieldValue], derivedFrom: [String], readings: [Int: String] = [:]) {
      self.cells = cells
      self.derivedFrom = derivedFrom
      self.readings = readings
    }
  }

  /// The key in JSON and the name of the CSV file.
  public var name: String
  public var title: String
  public var help: String
  public var headers: [Header]
  public var rows: [Row]

  public init(name: String, title: String, help: String, headers: [Header], rows: [Row]) {
    self.name = name
    self.title = title
    self.help = help
    self.headers = headers
    self.rows = rows
  }
}

/// How one raw item ended. Every item has exactly one.
public enum Fate: Hashable, Sendable {
  case packed
  /// Into the document with this identifier.
  case merged(into: String)
  /// By this rule.
  case filtered(rule: String)
  /// Until this moment.
  case held(until: String)
  /// At this stage, for this reason.
  case quarantined(stage: String, reason: String)

  /// The words of all fates, in the order of summaries.
  public static let names = ["packed", "merged", "filtered", "held", "quarantined"]

  /// The word that packs and summaries use.
  public var name: String {
    switch self {
    case .packed: "packed"
    case .merged: "merged"
    case .filtered: "filtered"
    case .held: "held"
    case .quarantined: "quarantined"
    }
  }

  /// Why or where to, for a fate that has more to say.
  public var detail: String? {
    switch self {
    case .packed: nil
    case .merged(let document): document
    case .filtered(let rule): rule
    case .held(let moment): moment
    case .quarantined(let stage, let reason): "\(stage): \(reason)"
    }
  }
}

/// One raw item and its fate.
public struct LedgerEntry: Hashable, Sendable {
  /// The document's identifier.
  public var document: String
  /// The item's path or URL.
  public var origin: String
  public var sha256: String
  public var fate: Fate

  public init(document: String, origin: String, sha256: String, fate: Fate) {
    self.document = document
    self.origin = origin
    self.sha256 = sha256
    self.fate = fate
  }
}

extension [LedgerEntry] {
  /// What came in and what became of it: "4 in = 3 packed + 1 quarantined".
  public var balance: String {
    let fates = Fate.names.compactMap { name in
      let count = count { $0.fate.name == name }
      return count > 0 || name == "packed" ? "\(count) \(name)" : nil
    }
    return "\(count) in = \(fates.joined(separator: " + "))"
  }
}
