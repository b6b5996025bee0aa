import PressModel

/// Changes, merges, orders or drops what was found; never reads raw bytes. Implement one of the two
/// requirements: on each document by itself, or on the whole pack.
public protocol Transformer: Stage {
  /// What it cannot do without: a pipeline whose extractors do not add it is warned of.
  static var reads: [DocumentPart] { get }

  func transform(_ document: inout Document) throws

  func transform(_ pack: inout PackDraft) throws
}

extension Transformer {
  public static var reads: [DocumentPart] { [] }
  public func transform(_ document: inout Document) throws {}
  public func transform(_ pack: inout PackDraft) throws {}
}

/// A pack while transformers work on it. A document leaves it only with a fate, so that nothing
/// disappears.
public struct PackDraft: Sendable {
  /// In the order of the sources.
  public var documents: [Document]
  public var tables: [PackTable] = []
  /// The fates of the documents that transformers took out, by the document's identifier.
  public private(set) var fates: [String: Fate] = [:]

  public init(documents: [Document]) {
    self.documents = documents
  }

  /// Takes a document out because another one says the same.
  public mutating func merge(_ document: String, into other: String) {
    remove(document, as: .merged(into: other))
  }

  /// Takes a document out by a rule that `rule` names.
  public mutating func filter(_ document: String, rule: String) {
    remove(document, as: .filtered(rule: rule))
  }

  private mutating func remove(_ document: String, as fate: Fate) {
    guard let index = documents.firstIndex(where: { $0.id == document }) else { return }
    documents.remove(at: index)
    fates[document] = fate
  }
}
