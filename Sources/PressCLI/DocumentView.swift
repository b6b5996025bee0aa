import PressModel
import PressStage

/// A document as a person reads it in a terminal.
struct DocumentView {
  private let document: Document
  private let isColored: Bool

  init(_ document: Document, isColored: Bool) {
    self.document = document
    self.isColored = isColored
  }

  var text: String {
    ([head, body] + document.facts.kinds.sorted { $0.rank < $1.rank }.compactMap(list))
      .joined(separator: "\n\n") + "\n"
  }

  /// The head, where each of its values was found, and what became of each block of the source.
  func explained(by decisions: [BlockDecision]) -> String {
    let found = document.metadata.evidence.sorted { $0.key < $1.key }.map { name, evidence in
      let place = evidence.field.map { " in \($0)" } ?? ""
      let bytes = evidence.source.map { ", bytes \($0.start) to \($0.end)" } ?? ""
      return dim(name.padded(to: 12)) + "“\(Self.short(evidence.text, 60))”\(place)\(bytes)"
    }
    let evidence = ([bold("Found")] + found.map { "  " + $0 }).joined(separator: "\n")
    let kept = decisions.filter { $0.fate == .kept }.count
    let title = bold("Blocks (\(kept) of \(decisions.count) kept)")
    let blocks = ([title] + decisions.map(Self.line)).joined(separator: "\n")
    return [head, evidence, blocks].joined(separator: "\n\n") + "\n"
  }

  private static func line(_ decision: BlockDecision) -> String {
    let why = decision.reasons.isEmpty ? "" : " (\(decision.reasons.joined(separator: ", ")))"
    let score = decision.fate == .metadata ? "" : decision.score.map(signed) ?? ""
    let pad = String(repeating: " ", count: max(0, 6 - score.count))
    return "  \(decision.fate.rawValue.padded(to: 9))\(pad)\(score)  "
      + "\(decision.type.rawValue.padded(to: 13)) \(short(decision.words, 60))\(why)"
  }

  /// With its sign and one decimal.
  private static func signed(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return "\(value < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
  }

  private static func short(_ words: String, _ count: Int) -> String {
    words.count > count ? words.prefix(count - 1) + "…" : words
  }

  private var head: String {
    let metadata = document.metadata
    var rows: [(String, String?)] = [
      ("file", document.source.path), ("kind", metadata.kind.rawValue),
      ("published", metadata.published.map { $0 + evidence("published") }),
      (
        "issuer",
        metadata.issuer.map { ([$0.name] + $0.parents.reversed()).joined(separator: ", ") }
      ),
      ("place", metadata.place.map { $0.text + ($0.country.map { " (\($0))" } ?? "") }),
    ]
    rows += [
      ("authors", metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: "; ")),
      ("embargo", embargo), ("language", metadata.language), ("reader", document.reader),
    ]
    let lines = rows.map { name, value in
      dim(name.padded(to: 10)) + (value ?? dim("not given"))
    }
    return ([bold(metadata.title ?? "(no title)")] + lines).joined(separator: "\n")
  }

  private var embargo: String? {
    let metadata = document.metadata
    guard metadata.embargo == nil, metadata.evidence["embargo"] != nil else {
      return metadata.embargo.map { $0 + evidence("embargo") }
    }
    return "announced, and its time is not understood" + evidence("embargo")
  }

  private func evidence(_ field: String) -> String {
    guard let evidence = document.metadata.evidence[field] else { return "" }
    let place = evidence.field.map { " in \($0)" } ?? ""
    return dim(" (printed as “\(evidence.text)”\(place))")
  }

  private var body: String {
    document.blocks.map { block in
      let words = document.text[block.span]
      return switch block.type {
      case .heading: bold(words)
      case .listItem: "• " + words
      default: words
      }
    }.joined(separator: "\n\n")
  }

  private func list(_ kind: FactKind) -> String? {
    let facts = document.facts[kind.name]
    guard !facts.isEmpty else { return nil }
    let lines = facts.map { "  " + kind.reading(of: $0) }
    return ([bold("\(kind.title) (\(facts.count))")] + lines).joined(separator: "\n")
  }

  private func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

extension String {
  /// The text with spaces behind it up to a width; unchanged where it is longer.
  func padded(to width: Int) -> String {
    count < width ? self + String(repeating: " ", count: width - count) : self
  }
}
