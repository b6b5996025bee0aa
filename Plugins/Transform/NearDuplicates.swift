import PressModel
import PressStage

/// Merges documents that say the same in almost the same words
///
/// Reads the text of every document, its sums, quantities and dates; a document that shares most of
/// its runs of words with an earlier one is merged into that. Leaves apart documents whose sums or
/// quantities differ, or most of whose dates do, however alike their words are.
struct NearDuplicates: Transformer {
  static let summary = "Merges documents that say the same in almost the same words"
  static let version = 3

  @Setting("Share of the runs of words of two documents that both must have")
  var similarity = Percentage(0.7)
  @Setting("Words of a run", range: 1...50) var words = 3

  static let examples = [
    StageExample(
      .finds, "a release that two offices send",
      .documents([
        ("a.txt", "PARIS - The two ministers signed the treaty on fishing in the north today."),
        ("b.txt", "The two ministers signed the treaty on fishing in the north today."),
        ("c.txt", "It rained in the north all day, and the two ministers stayed at home."),
      ]),
      gives: .documents(["a.txt", "c.txt"])),
    StageExample(
      .leavesAlone, "two releases on one subject",
      .documents([
        ("a.txt", "The two ministers signed the treaty on fishing in the north today."),
        ("b.txt", "A treaty on fishing was signed today by the ministers of both countries."),
      ]),
      gives: .documents(["a.txt", "b.txt"])),
    StageExample(
      .trap, "the same words with another sum",
      .documents([
        ("a.txt", "The ministry gives $5 million to the port of the northern island this year."),
        ("b.txt", "The ministry gives $6 million to the port of the northern island this year."),
      ]),
      gives: .documents(["a.txt", "b.txt"])),
  ]

  /// A document that stays, by what it is compared with.
  private struct Kept {
    let id: String
    let runs: [UInt64]
    let numbers: [String]
    let dates: [String]

    /// Where one form has a paragraph more, it may name more numbers; where each has one that the
    /// other has not, they are two announcements.
    func hasNumbers(of other: Kept) -> Bool {
      numbers == other.numbers
        || !numbers.isEmpty && !other.numbers.isEmpty
          && (Set(numbers).isSubset(of: other.numbers) || Set(other.numbers).isSubset(of: numbers))
    }

    /// Two forms of one announcement of dates share most of them; a release may have its day of
    /// issue in one form and not in the other.
    func hasDates(of other: Kept) -> Bool {
      guard min(dates.count, other.dates.count) >= 3 else { return true }
      let common = Set(dates).intersection(other.dates).count
      return common * 2 >= min(dates.count, other.dates.count)
    }
  }

  /// Words that more documents share are an office's own, and find no duplicate.
  private static let limit = 64

  func transform(_ pack: inout PackDraft) throws {
    var kept: [Kept] = []
    // The documents that hold a run, of one run in four where there are many.
    var holders: [UInt64: [Int]] = [:]
    for document in pack.documents {
      let candidate = Kept(
        id: document.id, runs: runs(of: document.text.bytes), numbers: numbers(of: document),
        dates: Set(document.facts(DateExpression.self).map(\.days)).sorted())
      if let other = original(of: candidate, among: kept, holders) {
        pack.merge(document.id, into: other.id)
        continue
      }
      for run in indexed(candidate.runs, few: 64) where holders[run, default: []].count < Self.limit
      { holders[run, default: []].append(kept.count) }
      kept.append(candidate)
    }
  }

  /// The document with the most runs in common, if they are enough; the earliest of equals.
  private func original(
    of candidate: Kept, among kept: [Kept], _ holders: [UInt64: [Int]]
  ) -> Kept? {
    var common: [Int: Int] = [:]
    // Twice as many of a shorter document's runs are kept as of one that is like it.
    for run in indexed(candidate.runs, few: 128) {
      for holder in holders[run] ?? [] { common[holder, default: 0] += 1 }
    }
    // The order of this list is that of the documents, whatever the order of the hashes.
    let likely = common.keys.sorted { (common[$0] ?? 0, $1) > (common[$1] ?? 0, $0) }
    var best: (kept: Kept, share: Double)?
    for other in likely.prefix(8)
    where kept[other].hasNumbers(of: candidate) && kept[other].hasDates(of: candidate) {
      let share = likeness(kept[other].runs, candidate.runs)
      if share >= similarity.fraction, share > best?.share ?? 0 { best = (kept[other], share) }
    }
    return best?.kept
  }

  /// All of few runs, else those whose hashes are multiples of four (Broder, "On the resemblance and
  /// containment of documents", 1997).
  private func indexed(_ runs: [UInt64], few: Int) -> [UInt64] {
    runs.count <= few ? runs : runs.filter { $0 % 4 == 0 }
  }

  /// The runs that both have, as a share of those that either has; both in order. A text that stands
  /// almost whole in one that is not much longer is as like it as it needs to be.
  private func likeness(_ left: [UInt64], _ right: [UInt64]) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        (i, j, common) = (i + 1, j + 1, common + 1)
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = left.count + right.count - common
    guard all > 0 else { return 0 }
    let share = Double(common) / Double(all)
    let (short, long) = (min(left.count, right.count), max(left.count, right.count))
    let isPart = Double(common) >= 0.9 * Double(short) && short * 2 >= long
    return isPart ? max(share, similarity.fraction) : share
  }

  /// The hashes of all runs of words, each once, in order; of a shorter text that of all its words.
  private func runs(of text: [UInt8]) -> [UInt64] {
    let hashes = wordHashes(of: text)
    guard !hashes.isEmpty else { return [] }
    let length = min(words, hashes.count)
    let runs = (0...hashes.count - length).map { start in
      hashes[start..<start + length].reduce(0) { Self.mixed($0 &* 31 &+ $1) }
    }
    return Set(runs).sorted()
  }

  /// A hash a word; capitals and marks make no difference.
  private func wordHashes(of text: [UInt8]) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash: UInt64 = 0
    for byte in text {
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small >= 0x61 && small <= 0x7A || small >= 0x30 && small <= 0x39 || small >= 0x80 {
        hash = (hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(small)
        hash = hash &* 0x100_0000_01B3
      } else if hash != 0 {
        hashes.append(hash)
        hash = 0
      }
    }
    if hash != 0 { hashes.append(hash) }
    return hashes
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return value ^ (value >> 29)
  }

  private func numbers(of document: Document) -> [String] {
    let amounts = document.facts(Amount.self).map { "\($0.currency) \($0.value)" }
    let quantities = document.facts(Quantity.self).map { "\($0.unit) \($0.value)" }
    return Set(amounts + quantities).sorted()
  }
}
