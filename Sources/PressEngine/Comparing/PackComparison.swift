import PressModel
import PressStage
import PressText

/// Compares two published packs.
///
/// Documents whose bytes in `pack.json` are the same are not read at all, so the time is that of
/// what changed.
public struct PackComparison {
  private let old: PublishedPack
  private let new: PublishedPack
  private let run: RunChanges
  private var difference = PackDifference()

  public init(_ old: PublishedPack, _ new: PublishedPack) {
    self.old = old
    self.new = new
    run = RunChanges(old.run, new.run)
  }

  /// Throws where a document that changed cannot be read.
  public consuming func compare() throws(PublishedPack.Unreadable) -> PackDifference {
    difference.causes = run.all
    let pairing = DocumentPairing(old.entries, new.entries)
    for pair in pairing.pairs { try compare(pair.old, pair.new) }
    let fates = Dictionary(
      new.ledger.map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in pairing.gone {
      let line = fates[entry.origin].flatMap { $0.fate == "packed" ? nil : $0 }
      let fate = line.map { $0.fate + ($0.detail.map { ": \($0)" } ?? "") }
      try add(entry, .gone, .documentGone(fate: fate), in: old)
    }
    for entry in pairing.new { try add(entry, .new, .newDocument, in: new) }
    difference.documents.sort { left, right in
      (left.origin, left.to?.id ?? left.from?.id ?? "")
        < (right.origin, right.to?.id ?? right.from?.id ?? "")
    }
    compareTables()
    let names = Set(old.hashes.keys).union(new.hashes.keys).sorted()
    difference.files = names.filter {
      old.hashes[$0] != new.hashes[$0] && !$0.hasPrefix("sources/")
    }
    return difference
  }

  /// A document that only one pack has, with all its facts.
  private mutating func add(
    _ entry: PublishedPack.Entry, _ state: PackDifference.DocumentChange.State,
    _ cause: PackDifference.Cause, in pack: PublishedPack
  ) throws(PublishedPack.Unreadable) {
    let isNew = state == .new
    let document = try pack.document(entry)
    let facts = PublishedFact.facts(of: document).flatMap { kind in
      kind.facts.map { Self.change(isNew ? nil : $0, isNew ? $0 : nil, cause) }
    }
    difference.documents.append(
      PackDifference.DocumentChange(
        state: state, from: isNew ? nil : entry, to: isNew ? entry : nil, cause: cause,
        facts: facts))
  }

  private mutating func compare(
    _ from: PublishedPack.Entry, _ to: PublishedPack.Entry
  ) throws(PublishedPack.Unreadable) {
    if from.range.count == to.range.count,
      old.bytes[from.range].elementsEqual(new.bytes[to.range])
    {
      difference.unchangedDocuments += 1
      return
    }
    let (before, after) = (try old.document(from), try new.document(to))
    let isEdited = from.sha256 != to.sha256
    let isMoved = !isEdited && from.origin != to.origin
    func cause(_ kind: String) -> PackDifference.Cause {
      isEdited ? .editedDocument : run.cause(kind: kind, reader: to.reader)
    }
    var facts = Self.metadataChange(before, after, cause("metadata"), from.id, to.id)
    facts += Self.factChanges(before, after, cause)
    if facts.isEmpty, !isEdited, !isMoved {
      // Only layout or offsets differ.
      difference.unchangedDocuments += 1
      return
    }
    var change = PackDifference.DocumentChange(
      state: isEdited ? .edited : isMoved ? .moved : .kept, from: from, to: to,
      cause: isEdited ? .editedDocument : isMoved ? .newDocument : facts[0].cause, facts: facts)
    if isEdited { change.redline = Redline(from: before, to: after) }
    difference.documents.append(change)
  }

  private static let metadata = [
    "kind", "title", "subtitle", "published", "issuer", "breadcrumb", "authors", "place", "embargo",
    "language", "reader",
  ]

  private static func metadataChange(
    _ before: JSONValue, _ after: JSONValue, _ cause: PackDifference.Cause, _ from: String,
    _ to: String
  ) -> [PackDifference.FactChange] {
    func values(_ document: JSONValue) -> [(name: String, cell: String)] {
      metadata.map { ($0, document[$0]?.cell ?? "") }
    }
    let fields = PackDifference.Field.differing(values(before), values(after))
    guard !fields.isEmpty else { return [] }
    return [
      PackDifference.FactChange(
        change: .changed, kind: "document", from: from, to: to,
        oldWords: before["title"]?.string, newWords: after["title"]?.string, fields: fields,
        cause: cause)
    ]
  }

  private static func factChanges(
    _ before: JSONValue, _ after: JSONValue, _ cause: (String) -> PackDifference.Cause
  ) -> [PackDifference.FactChange] {
    let old = Dictionary(
      PublishedFact.facts(of: before).map { ($0.kind, $0.facts) }, uniquingKeysWith: +)
    let new = Dictionary(
      PublishedFact.facts(of: after).map { ($0.kind, $0.facts) }, uniquingKeysWith: +)
    var changes: [PackDifference.FactChange] = []
    for kind in Set(old.keys).union(new.keys).sorted() {
      let pairing = FactPairing(old[kind] ?? [], new[kind] ?? [])
      let cause = cause(kind)
      changes += pairing.changed.map { change($0.old, $0.new, cause) }
      changes += pairing.reworded.map { change($0.old, $0.new, cause) }
      changes += pairing.gone.map { change($0, nil, cause) }
      changes += pairing.new.map { change(nil, $0, cause) }
    }
    return changes
  }

  private static func change(
    _ old: PublishedFact?, _ new: PublishedFact?, _ cause: PackDifference.Cause
  ) -> PackDifference.FactChange {
    var fields: [PackDifference.Field] = []
    var change = old == nil ? PackDifference.Change.new : .gone
    if let old, let new {
      fields = PublishedFact.fields(old, new)
      change = old.words == new.words ? .changed : .reworded
    }
    return PackDifference.FactChange(
      change: change, kind: new?.kind ?? old?.kind ?? "", from: old?.id, to: new?.id,
      oldWords: old?.words, newWords: new?.words, fields: fields, cause: cause)
  }

  private mutating func compareTables() {
    func rows(_ pack: PublishedPack) -> [String: [JSONValue]] {
      Dictionary(
        (pack.tables.members ?? []).map { ($0.key, $0.value.array ?? []) },
        uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (rows(old), rows(new))
    for name in Set(before.keys).union(after.keys).sorted() {
      var counts: [String: Int] = [:]
      for row in after[name] ?? [] { counts[Self.cells(row), default: 0] += 1 }
      for row in before[name] ?? [] { counts[Self.cells(row), default: 0] -= 1 }
      let added = counts.values.reduce(0) { $0 + max(0, $1) }
      let removed = counts.values.reduce(0) { $0 + max(0, -$1) }
      guard added + removed > 0 else { continue }
      difference.tables.append(
        PackDifference.TableChange(name: name, new: added, gone: removed))
    }
  }

  /// A row without the identifiers of what it rests on, which change with every byte of a source.
  private static func cells(_ row: JSONValue) -> String {
    (row.members ?? []).filter { $0.key != "derivedFrom" }
      .map { "\($0.key)\u{0}\($0.value.cell)" }.joined(separator: "\u{0}")
  }
}

extension Redline {
  /// Between two documents as `pack.json` has them.
  init(from before: JSONValue, to after: JSONValue) {
    let (old, new) = (before.side, after.side)
    self.init(from: old.text, blocks: old.blocks, to: new.text, blocks: new.blocks)
  }

  init(from before: JSONValue, to document: Document) {
    let old = before.side
    self.init(
      from: old.text, blocks: old.blocks, to: document.text, blocks: document.blocks.map(\.span))
  }
}

extension JSONValue {
  /// A document's text and its blocks.
  fileprivate var side: (text: Text, blocks: [Span]) {
    let text = Text(self["text"]?.string ?? "")
    let offsets = ScalarOffsets(text)
    let blocks = (self["blocks"]?.array ?? []).compactMap { block -> Span? in
      guard let start = block["start"]?.integer.flatMap(offsets.byte),
        let end = block["end"]?.integer.flatMap(offsets.byte), start < end
      else { return nil }
      return Span(start, end)
    }
    return (text, blocks)
  }
}
