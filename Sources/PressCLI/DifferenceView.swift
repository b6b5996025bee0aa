import PressEngine
import PressPipeline
import PressText

/// What differs between two packs, as a person reads it in a terminal.
struct DifferenceView {
  private let difference: PackDifference
  private let isColored: Bool
  private let all: Bool
  private let isSummary: Bool

  init(_ difference: PackDifference, isColored: Bool, all: Bool = false, isSummary: Bool = false) {
    self.difference = difference
    self.isColored = isColored
    self.all = all
    self.isSummary = isSummary
  }

  func text(_ from: String, _ to: String) -> String {
    if difference.isEmpty { return "\(from) and \(to): the same" }
    var lines = [bold("\(from) → \(to)")]
    lines += difference.head.map { dim($0.name.padded(to: 11)) + visible($0.value) }
    if isSummary { return lines.joined(separator: "\n") }
    for document in difference.documents { lines += [""] + draw(document) }
    return lines.joined(separator: "\n")
  }

  private func draw(_ document: PackDifference.DocumentChange) -> [String] {
    let mark: String
    switch document.state {
    case .new: mark = green("+")
    case .gone: mark = red("-")
    default: mark = "~"
    }
    let title = (document.to ?? document.from)?.title.map { "  " + visible($0) } ?? ""
    var lines = ["\(mark) \(bold(visible(document.origin)))\(title)"]
    let was = document.from?.origin ?? ""
    let moved = document.state == .moved ? "moved, was \(was)" : document.cause.words
    lines.append("    " + dim(visible(moved)))
    if let redline = document.redline { lines += draw(redline) }
    if document.isOnlyCounted, !all {
      if !document.facts.isEmpty { lines.append("    " + document.kinds) }
      return lines
    }
    let width = document.facts.map(\.kind.count).max() ?? 0
    for fact in document.facts { lines += draw(fact, width, under: document.cause) }
    return lines
  }

  private func draw(
    _ fact: PackDifference.FactChange, _ width: Int, under cause: PackDifference.Cause
  ) -> [String] {
    let kind = fact.kind.padded(to: width)
    let why = fact.cause == cause ? "" : "  " + dim(visible(fact.cause.words))
    let fields = fact.fields.map { field in
      let (from, to) = (short(field.from), short(field.to))
      return "      \(dim(field.name + ":")) \(red(from.isEmpty ? "none" : from)) → "
        + green(to.isEmpty ? "none" : to)
    }
    switch fact.change {
    case .new: return ["    \(green("+")) \(kind)  \(short(fact.newWords))\(why)"]
    case .gone: return ["    \(red("-")) \(kind)  \(short(fact.oldWords))\(why)"]
    case .changed: return ["    ~ \(kind)  \(short(fact.newWords))\(why)"] + fields
    case .reworded:
      return [
        "    ~ \(kind)  \(red(short(fact.oldWords))) → \(green(short(fact.newWords)))\(why)"
      ] + fields.filter { !$0.isEmpty }
    }
  }

  private func draw(_ redline: Redline) -> [String] {
    guard !redline.changes.isEmpty else { return ["    " + dim("the same words, other bytes")] }
    let count = redline.changes.count
    let lines = redline.changes.map { change in
      "      "
        + change.pieces.enumerated().map { index, piece in
          let space = index > 0 && piece.spaceBefore ? " " : ""
          let words = visible(flat(piece.mention.text))
          return switch piece.kind {
          case .same: space + words
          case .removed: space + red("[-\(words)-]")
          case .added: space + green("{+\(words)+}")
          }
        }.joined()
    }
    let title = "Corrected since: \(count) \(count == 1 ? "sentence" : "sentences")"
    return ["    " + bold(title)] + lines
  }

  private func short(_ words: String?) -> String {
    let words = visible(flat(words ?? ""))
    return words.count > 90 ? words.prefix(89) + "…" : words
  }

  private func flat(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func bold(_ text: String) -> String { colored(text, "1") }
  private func dim(_ text: String) -> String { colored(text, "2") }
  private func red(_ text: String) -> String { colored(text, "31") }
  private func green(_ text: String) -> String { colored(text, "32") }

  private func colored(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
