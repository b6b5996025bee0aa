import PressEngine
import PressText

/// What differs between two packs as a page of Markdown.
struct DifferencePage {
  private let difference: PackDifference
  private let all: Bool
  private let isSummary: Bool

  init(_ difference: PackDifference, all: Bool = false, isSummary: Bool = false) {
    self.difference = difference
    self.all = all
    self.isSummary = isSummary
  }

  func text(_ from: String, _ to: String) -> String {
    var lines = ["# \(Self.escaped("\(from) → \(to)"))", ""]
    if difference.isEmpty { return (lines + ["The same.", ""]).joined(separator: "\n") }
    lines += ["| | |", "| --- | --- |"]
    lines += difference.head.map { "| **\($0.name)** | \(Self.escaped($0.value)) |" }
    lines.append("")
    if isSummary { return lines.joined(separator: "\n") }
    for document in difference.documents { lines += draw(document) }
    return lines.joined(separator: "\n")
  }

  private func draw(_ document: PackDifference.DocumentChange) -> [String] {
    let title = (document.to ?? document.from)?.title ?? document.origin
    var lines = ["## \(Self.escaped(title))", ""]
    lines += [
      "\(document.state == .kept ? "read otherwise" : document.state.rawValue) · "
        + Self.escaped("\(document.cause.words) · \(document.origin)"), "",
    ]
    if let redline = document.redline, !redline.changes.isEmpty {
      lines += ["### Corrected since", ""]
      lines += redline.changes.map { "- " + Self.markup($0) }
      lines.append("")
    }
    if document.isOnlyCounted, !all {
      return document.facts.isEmpty ? lines : lines + [document.kinds, ""]
    }
    guard !document.facts.isEmpty else { return lines }
    lines += ["| change | kind | was | is | values | cause |"]
    lines += ["| --- | --- | --- | --- | --- | --- |"]
    lines += document.facts.map { fact in
      let fields = fact.fields.map { "\($0.name): \($0.from) → \($0.to)" }.joined(separator: "; ")
      let cells = [
        fact.change == .reworded ? "re-worded" : fact.change.rawValue, fact.kind,
        fact.oldWords ?? "", fact.newWords ?? "", fields, fact.cause.words,
      ]
      return "| " + cells.map(Self.escaped).joined(separator: " | ") + " |"
    }
    return lines + [""]
  }

  /// A sentence with ~~what went~~ and **what came**.
  static func markup(_ change: Redline.Change) -> String {
    change.pieces.enumerated().map { index, piece in
      let space = index > 0 && piece.spaceBefore ? " " : ""
      let words = escaped(piece.mention.text)
      return switch piece.kind {
      case .same: space + words
      case .removed: "\(space)~~\(words)~~"
      case .added: "\(space)**\(words)**"
      }
    }.joined()
  }

  /// Words in which nothing is markup, on one line.
  static func escaped(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~":
        result += "\\\(scalar)"
      case "\n", "\r": result += " "
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
