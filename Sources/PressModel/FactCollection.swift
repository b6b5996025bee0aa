/// The facts of a document, by kind, each kind in the order in which its facts were added.
public struct Facts: Sendable {
  private var byKind: [String: [any Fact]] = [:]
  private var declared: [String: FactKind] = [:]

  public init() {}

  /// The kinds that have been looked for, in the order of their names, found or not.
  public var kinds: [FactKind] {
    declared.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The number of facts of all kinds.
  public var count: Int { byKind.values.reduce(0) { $0 + $1.count } }

  /// Says that a kind has been looked for, so that an empty list shows it.
  public mutating func declare(_ kind: FactKind) {
    declared[kind.name] = kind
  }

  public mutating func append(_ fact: any Fact) {
    let kind = type(of: fact).kind
    declared[kind.name] = kind
    byKind[kind.name, default: []].append(fact)
  }

  /// The facts of one type.
  public func callAsFunction<F: Fact>(_ type: F.Type) -> [F] {
    (byKind[type.kind.name] ?? []).compactMap { $0 as? F }
  }

  /// The facts of a kind by its name; empty where there are none.
  public subscript(kind: String) -> [any Fact] { byKind[kind] ?? [] }

  /// Puts other facts in the place of all facts of a type.
  public mutating func replace<F: Fact>(_ type: F.Type, with facts: [F]) {
    declared[type.kind.name] = type.kind
    byKind[type.kind.name] = facts
  }
}
