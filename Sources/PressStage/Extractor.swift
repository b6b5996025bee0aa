import PressModel

/// A part of what is known of a document, that one extractor adds and another reads.
public enum DocumentPart: Hashable, Sendable {
  case metadata, sentences
  /// A kind of fact by its name.
  case facts(String)
  /// The facts of all kinds: what reads them runs after all that add some.
  case allFacts

  public static func facts<F: Fact>(_ type: F.Type) -> DocumentPart { .facts(type.kind.name) }

  /// The part's name in messages.
  public var name: String {
    switch self {
    case .metadata: "metadata"
    case .sentences: "sentences"
    case .facts(let kind): kind
    case .allFacts: "all facts"
    }
  }

  /// Whether an extractor that adds this part adds what `wanted` asks for.
  public func gives(_ wanted: DocumentPart) -> Bool {
    if case .facts = self, wanted == .allFacts { return true }
    return self == wanted
  }
}

/// Reads a document's text and adds facts, each with the span of its words. Documents run in
/// parallel; the extractors of one document run in the order of the pipeline file.
public protocol Extractor: Stage {
  /// What it makes use of where an earlier extractor has added it.
  static var reads: [DocumentPart] { get }

  /// What it adds.
  static var adds: [DocumentPart] { get }

  /// The kinds of fact that it adds, declared so that an empty list shows that it looked.
  static var kinds: [FactKind] { get }

  /// Throws `StageError` where the document must not be packed as it is.
  func extract(from document: Document, into findings: inout Findings) throws
}

extension Extractor {
  public static var reads: [DocumentPart] { [] }
  public static var adds: [DocumentPart] { kinds.map { .facts($0.name) } }
  public static var kinds: [FactKind] { [] }
}

/// What an extractor may add to a document.
public struct Findings {
  public private(set) var facts: [any Fact] = []
  /// Starts as the document's; set a field only where it is empty or yours is better founded.
  public var metadata: Metadata
  /// Starts as the document's.
  public var sentences: [Span]
  private let workspace: Workspace

  public init(for document: Document, workspace: Workspace) {
    metadata = document.metadata
    sentences = document.sentences
    self.workspace = workspace
  }

  public mutating func add(_ fact: some Fact) {
    facts.append(fact)
  }

  /// An analysis of the document that several extractors need, made once for a document: its
  /// tokens, say. It is kept by its type.
  public func shared<Analysis>(_ type: Analysis.Type, make: () -> Analysis) -> Analysis {
    workspace.value(type, make: make)
  }
}

/// Analyses of one document that its extractors share. It belongs to the one task that runs them.
public final class Workspace {
  private var values: [ObjectIdentifier: Any] = [:]

  public init() {}

  func value<Analysis>(_ type: Analysis.Type, make: () -> Analysis) -> Analysis {
    if let value = values[ObjectIdentifier(type)] as? Analysis { return value }
    let value = make()
    values[ObjectIdentifier(type)] = value
    return value
  }
}
