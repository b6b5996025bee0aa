import PressModel
import PressPipeline
import PressStage
import PressState
import PressText

/// Finds the documents of a new pack that an earlier pack of the pipeline held with other bytes.
///
/// The pack in the folder that is about to be written is the earlier one, and what it says was
/// corrected stays; of documents that it does not hold, those of packs in other folders. So the same
/// items over the same earlier packs give the same corrections, however often they are run.
struct CorrectionFinder {
  private let pipeline: Pipeline
  private let target: String
  private let ledger: Ledger
  /// Packs that were opened, by their folders; nil for one that is not as it was published.
  private var packs: [String: PublishedPack?] = [:]
  private var found = Found()

  /// Corrections in the order of the documents, and the raw bytes that prove them, by their hash.
  struct Found {
    var corrections: [Correction] = []
    var sources: [String: [UInt8]] = [:]
  }

  init(_ pipeline: Pipeline, target: String, ledger: Ledger) {
    self.pipeline = pipeline
    self.target = target
    self.ledger = ledger
  }

  consuming func find(_ documents: [Document]) throws(StateError) -> Found {
    var earlier: [String: [(run: RunRow, item: ItemRow)]] = [:]
    var said: [String: [Correction]] = [:]
    if let sums = RunState.sums(of: target),
      let run = try ledger.run(of: pipeline.name, sums: sums)
    {
      for item in try ledger.items(of: run.id) where item.fate == "packed" {
        earlier[item.origin, default: []].append((run, item))
      }
      if run.metrics["corrected"] ?? 0 > 0, let pack = open(run) {
        said = Dictionary(grouping: pack.corrections, by: \.origin)
        for correction in pack.corrections { keepSource(of: correction, in: pack) }
      }
    }
    let rest = documents.compactMap(\.origin).filter { earlier[$0] == nil }
    if !rest.isEmpty {
      let rows = try ledger.packed(
        pipeline.name, origins: rest, outside: target, last: pipeline.publish.documents == .all)
      var runs: [Int64: RunRow] = [:]
      for row in rows {
        if runs[row.run] == nil { runs[row.run] = try ledger.run(row.run) }
        guard let run = runs[row.run] else { continue }
        earlier[row.item.origin, default: []].append((run, row.item))
      }
    }
    var seen: Set<String> = []
    for document in documents {
      guard let origin = document.origin, seen.insert(origin).inserted else { continue }
      found.corrections += (said[origin] ?? []).map { holding($0, document) }
      let editions = earlier[origin] ?? []
      guard let last = editions.first,
        !editions.contains(where: { $0.item.sha256 == document.source.sha256 })
      else { continue }
      found.corrections.append(correction(of: document, origin, since: last.item, last.run))
    }
    return found
  }

  /// What an earlier pack says, without sentences that do not stand in the text as it is read now.
  private func holding(_ correction: Correction, _ document: Document) -> Correction {
    var correction = correction
    guard correction.to.sha256 == document.source.sha256 else { return correction }
    let isThere = correction.sentences.allSatisfy { document.text.holds($0.new ?? "") }
    guard !isThere else { return correction }
    (correction.sentences, correction.unchanged) = ([], nil)
    return correction
  }

  private mutating func correction(
    of document: Document, _ origin: String, since item: ItemRow, _ run: RunRow
  ) -> Correction {
    var correction = Correction(
      origin: origin, title: document.metadata.title,
      from: Correction.Edition(document: item.document, sha256: item.sha256),
      to: Correction.Edition(document: document.id, sha256: document.source.sha256))
    guard let pack = open(run),
      let entry = pack.entries.first(where: { $0.origin == origin && $0.sha256 == item.sha256 }),
      let before = try? pack.document(entry)
    else { return correction }
    let redline = Redline(from: before, to: document)
    correction.unchanged = redline.unchanged
    correction.sentences = redline.changes.map(Correction.Sentence.init)
    if let encoding = before["source"]?["encoding"]?.string, let bytes = pack.source(entry) {
      let words = SourceWords(bytes, encoding: encoding)
      if correction.sentences.allSatisfy({ words.hold(Array(($0.old ?? "").utf8)) }) {
        correction.from.encoding = encoding
        keepSource(of: correction, in: pack)
      }
    }
    return correction
  }

  private mutating func keepSource(of correction: Correction, in pack: PublishedPack) {
    guard pipeline.publish.sources, correction.from.encoding != nil else { return }
    found.sources[correction.from.sha256] = pack.source(ofHash: correction.from.sha256)
  }

  /// The pack of a run; nil where its folder does not hold it any more, byte for byte.
  private mutating func open(_ run: RunRow) -> PublishedPack? {
    if let pack = packs[run.target] { return pack }
    var pack: PublishedPack?
    if run.sums != nil, run.sums == RunState.sums(of: run.target) {
      pack = try? PublishedPack(folder: run.target)
    }
    if let there = pack, there.hashes["pack.json"] != sha256(there.bytes) { pack = nil }
    packs[run.target] = pack
    return pack
  }
}

extension Document {
  /// The path or URL that names it to a person; nil for one from standard input.
  fileprivate var origin: String? { source.url ?? source.path }
}

extension Text {
  /// Whether words stand in it, to the byte.
  func holds(_ words: String) -> Bool { offset(of: words, from: 0, to: count) != nil }
}

extension Correction.Sentence {
  fileprivate init(_ change: Redline.Change) {
    let pieces = change.pieces.enumerated().map { index, piece in
      let space = index > 0 && piece.spaceBefore ? " " : ""
      return Correction.Piece(
        kind: Correction.Piece.Kind(piece.kind), text: space + piece.mention.text)
    }
    self.init(old: change.old?.text, new: change.new?.text, pieces: pieces)
  }
}

extension Correction.Piece.Kind {
  fileprivate init(_ kind: Redline.Piece.Kind) {
    switch kind {
    case .same: self = .same
    case .removed: self = .removed
    case .added: self = .added
    }
  }
}
