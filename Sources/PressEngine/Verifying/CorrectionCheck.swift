import PressModel
import PressStage

/// Checks what a pack says was corrected: the words that came stand in the document, those that went
/// in the raw bytes of the earlier one, where the pack keeps them, and the redline says both.
struct CorrectionCheck {
  typealias Fault = PackVerifier.Fault

  private let corrections: [Correction]
  private let isWhole: Bool

  /// `json`: the member `corrected` of `pack.json`; nil where it has none.
  init(_ json: JSONValue?) {
    let rows = json?.array ?? []
    corrections = rows.compactMap { Correction(json: $0) }
    isWhole = json == nil || (json?.array != nil && corrections.count == rows.count)
  }

  /// The faults of all, but for the words that came. `ids`: the documents of the pack; `source`: the
  /// bytes of a hash, nil where the pack does not have them.
  func faults(ids: Set<String>, source: (String) -> [UInt8]?) -> [Fault] {
    guard isWhole else {
      return [Fault(subject: "pack.json", reason: "its list of corrections cannot be read")]
    }
    let last = Dictionary(corrections.map { ($0.origin, $0) }) { $1 }
    var faults: [Fault] = []
    for correction in corrections {
      func fault(_ reason: String) {
        faults.append(Fault(subject: "correction of '\(correction.origin)'", reason: reason))
      }
      if last[correction.origin] == correction, !ids.contains(correction.to.document) {
        fault("it names '\(correction.to.document)', which is not in the pack")
      }
      for sentence in correction.sentences where !sentence.isConsistent {
        fault("its redline does not say '\(sentence.new ?? sentence.old ?? "")'")
      }
      guard let encoding = correction.from.encoding else { continue }
      guard let bytes = source(correction.from.sha256) else {
        fault("its earlier source 'sources/\(correction.from.sha256)' is missing from the pack")
        continue
      }
      let words = SourceWords(bytes, encoding: encoding)
      for old in correction.sentences.compactMap(\.old) where !words.hold(Array(old.utf8)) {
        fault("the earlier source does not say '\(old)'")
      }
    }
    return faults
  }

  /// The faults of the corrections that end in a document: what came must stand in its text.
  func faults(in text: Text, of id: String, sha256 hash: String) -> [Fault] {
    corrections.filter { $0.to.document == id && $0.to.sha256 == hash }.flatMap { correction in
      correction.sentences.compactMap(\.new).filter { !text.holds($0) }.map { words in
        Fault(
          subject: "correction of '\(correction.origin)'",
          reason: "its document does not say '\(words)'")
      }
    }
  }
}

extension Correction.Sentence {
  /// Whether the pieces of the redline give both sentences, white space aside.
  fileprivate var isConsistent: Bool {
    func words(without kind: Correction.Piece.Kind) -> [UInt8] {
      pieces.filter { $0.kind != kind }.flatMap { $0.text.utf8.filter { $0 > 0x20 } }
    }
    return words(without: .added) == (old ?? "").utf8.filter { $0 > 0x20 }
      && words(without: .removed) == (new ?? "").utf8.filter { $0 > 0x20 }
  }
}
