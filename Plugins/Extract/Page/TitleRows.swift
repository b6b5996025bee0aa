import PressText

/// The candidates for a title as the numbers that the trees of `page-title-trees` ask for: their
/// features, and how far their words are those of the page's address.
struct TitleRows {
  /// The names of the numbers of a row.
  static let names =
    TitleCandidates.names + [
      "words", "characters", "address-held", "address-precision", "address-first", "address-last",
      "address-rank", "candidates",
    ]

  private static let trees = BoostedTrees("page-title-trees")

  private(set) var rows: [Int32] = []

  init(_ candidates: [HeadCandidate], address: [String]) {
    let overlaps = candidates.map { Overlap(Self.words(of: $0), address) }
    let most = max(1, overlaps.map(\.product).max() ?? 0)
    for (candidate, overlap) in zip(candidates, overlaps) {
      for bit in TitleCandidates.names.indices {
        rows.append(candidate.bits & (1 << UInt64(bit)) != 0 ? 1 : 0)
      }
      let text = candidate.best?.text ?? ""
      let spaces = text.utf8.count { $0 == 0x20 }
      let rank = address.count < 3 ? -1 : (overlap.product * 100 + most / 2) / most
      for number in [
        spaces + 1, text.utf8.count, overlap.held, overlap.precision, overlap.first, overlap.last,
        rank, candidates.count,
      ] {
        rows.append(Int32(clamping: number))
      }
    }
  }

  /// The place of the candidate with the highest score, the first of equals; nil where there is none.
  var best: Int? {
    let scores = Self.trees.scores(rows, stride: Self.names.count)
    return scores.indices.max { scores[$0] < scores[$1] || scores[$0] == scores[$1] && $0 > $1 }
  }

  /// In percent; -1 where the address says too little.
  private struct Overlap {
    var held = -1
    var precision = -1
    var first = -1
    var last = -1

    var product: Int { max(0, held) * max(0, precision) }

    init(_ words: [String], _ address: [String]) {
      guard address.count >= 3 else { return }
      let (mine, wanted) = (Set(words), Set(address))
      let common = mine.intersection(wanted).count
      held = common * 100 / max(1, wanted.count)
      precision = common * 100 / max(1, mine.count)
      first = words.first == address.first ? 1 : 0
      last = words.last == address.last ? 1 : 0
    }
  }

  private static func words(of candidate: HeadCandidate) -> [String] {
    words(Array((candidate.best?.text ?? "").utf8)[...])
  }

  /// The words of the part of an address that has most of them, without its ending: of
  /// "/news/2019/bridge-closed-for-repairs.html" those after the last stroke.
  static func words(ofAddress address: String) -> [String] {
    let path = address.utf8.prefix { $0 != 0x3F && $0 != 0x23 }
    let parts = Array(path).split(separator: 0x2F)
    let isWhole = parts.first?.last == 0x3A
    var best: [String] = []
    for part in parts.dropFirst(isWhole ? 2 : 0) {
      let stem = part.lastIndex(of: 0x2E).map { part[..<$0] } ?? part
      let words = words(stem)
      if words.count > best.count { best = words }
    }
    return best
  }

  /// The runs of ASCII letters or of digits that are longer than two, in lower case; an apostrophe
  /// parts no word.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      if word.count > 2 { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      offset += 1
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      let isLetter = small >= 0x61 && small <= 0x7A
      if isLetter || small >= 0x30 && small <= 0x39 {
        if let last = word.last, (last >= 0x61) != isLetter { close() }
        word.append(small)
      } else if byte == 0x27 {
        continue
      } else if byte == 0xE2, offset + 1 < bytes.endIndex, bytes[offset] == 0x80,
        bytes[offset + 1] == 0x98 || bytes[offset + 1] == 0x99
      {
        offset += 2
      } else {
        close()
      }
    }
    close()
    return words
  }
}
