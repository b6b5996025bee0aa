import PressEngine
import PressModel
import PressPipeline
import PressStage

/// Where facts come from, as a person reads it, or a program.
struct ExplanationView {
  private let explanation: Explanation
  private let isColored: Bool
  /// The most mentions of one fact that are shown in the source.
  private static let mentionLimit = 3

  init(_ explanation: Explanation, isColored: Bool) {
    self.explanation = explanation
    self.isColored = isColored
  }

  var text: String {
    var lines = [bold(visible(explanation.place))]
    if let line = explanation.line { lines.append("  " + visible(line)) }
    for row in explanation.rows { lines += [""] + draw(row) }
    for fact in explanation.facts { lines += [""] + draw(fact) }
    if explanation.unlisted > 0 {
      lines += ["", "… and " + counted(explanation.unlisted, "more fact")]
    }
    return lines.joined(separator: "\n")
  }

  private func draw(_ row: Explanation.Row) -> [String] {
    let names = row.stages.map { "\($0.name) (version \($0.version))" }.joined(separator: ", ")
    return [bold(row.id)] + draw(row.values) + [
      line("transforms", names.isEmpty ? "none" : names),
      line("made of", row.derivedFrom.isEmpty ? "nothing" : counted(row.derivedFrom.count, "fact")),
    ]
  }

  private func draw(_ fact: Explanation.FactOrigin) -> [String] {
    var lines = [bold(visible(fact.id)), line("kind", fact.kind)] + draw(fact.values)
    for stage in fact.stages {
      let settings = stage.settings.isEmpty ? "" : " \(stage.settings)"
      lines.append(
        line(
          stage.name == fact.document.reader ? "reader" : "stage",
          "\(stage.name) (version \(stage.version))\(settings)"))
    }
    if !fact.derivedFrom.isEmpty {
      lines.append(line("made of", fact.derivedFrom.joined(separator: ", ")))
    }
    lines.append(line("source", fact.document.origin))
    lines.append(line("sha256", fact.document.sha256))
    for fault in fact.faults { lines.append(line("fault", fault)) }
    if fact.faults.isEmpty { lines.append(line("verified", Self.proof(of: fact))) }
    for mention in fact.mentions.prefix(Self.mentionLimit) {
      let place = mention.line > 0 ? ":\(mention.line):\(mention.column)" : ""
      lines.append(
        "  \(visible(fact.document.origin))\(place)"
          + dim(
            mention.isExtracted
              ? " of the text taken out of it"
              : " bytes \(mention.source.start)–\(mention.source.end)"))
      lines += draw(mention.lines)
    }
    let more = fact.mentions.count - Self.mentionLimit
    if more > 0 { lines.append("  … and \(more) more mentions") }
    return lines
  }

  private static func proof(of fact: Explanation.FactOrigin) -> String {
    if fact.isExtracted { return "against the text that was taken out of the source" }
    return fact.isProven ? "every word, against the source" : "against the text only"
  }

  private func draw(_ lines: [Explanation.Excerpt.Line]) -> [String] {
    let width = lines.map { String($0.number).count }.max() ?? 1
    return lines.flatMap { line -> [String] in
      let number = String(line.number)
      let gutter = String(repeating: " ", count: 4 + width - number.count) + number + " | "
      let pieces = line.pieces.map { visible($0) }
      let words = pieces.enumerated().map { $0 % 2 == 1 ? marked($1) : $1 }.joined()
      guard pieces.count > 1, !isColored else { return [dim(gutter) + words] }
      let space = String(repeating: " ", count: displayWidth(pieces[0]))
      let caret = String(repeating: "^", count: max(1, displayWidth(pieces[1])))
      return [gutter + words, String(repeating: " ", count: 4 + width) + " | " + space + caret]
    }
  }

  private func draw(_ values: [PackDifference.Field]) -> [String] {
    values.filter { !$0.to.isEmpty }.map { line($0.name, $0.to) }
  }

  private func line(_ name: String, _ value: String) -> String {
    "  " + dim(name.padded(to: 16)) + " " + visible(value)
  }

  private func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  private func marked(_ text: String) -> String {
    isColored ? "\u{1B}[1;32m\(text)\u{1B}[0m" : text
  }

  // MARK: - JSON

  static func object(_ explanation: Explanation) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("place")
      json.value(explanation.place)
      json.key("line")
      json.value(explanation.line)
      json.key("rows")
      json.array { json in
        for row in explanation.rows {
          json.object { json in
            json.key("id")
            json.value(row.id)
            write(row.values, row.stages, row.derivedFrom, &json)
          }
        }
      }
      json.key("facts")
      json.array { json in
        for fact in explanation.facts { write(fact, &json) }
      }
      json.key("unlisted")
      json.value(explanation.unlisted)
    }
    return json.bytes
  }

  private static func write(
    _ values: [PackDifference.Field], _ stages: [RunRecord.StageUse], _ derivedFrom: [String],
    _ json: inout JSONWriter
  ) {
    json.key("values")
    json.object { json in
      for value in values {
        json.key(value.name)
        json.value(value.to)
      }
    }
    json.key("stages")
    json.array { json in
      for stage in stages {
        json.object { json in
          json.key("use")
          json.value(stage.name)
          json.key("version")
          json.value(stage.version)
          json.key("settings")
          json.value(stage.settings)
        }
      }
    }
    json.key("derivedFrom")
    json.strings(derivedFrom)
  }

  private static func write(_ fact: Explanation.FactOrigin, _ json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.value(fact.id)
      json.key("kind")
      json.value(fact.kind)
      write(fact.values, fact.stages, fact.derivedFrom, &json)
      json.key("origin")
      json.value(fact.document.origin)
      json.key("sha256")
      json.value(fact.document.sha256)
      json.key("faults")
      json.strings(fact.faults)
      json.key("proven")
      json.value(fact.isProven)
      json.key("mentions")
      json.array { json in
        for mention in fact.mentions {
          json.object { json in
            json.key("text")
            json.value(mention.text)
            json.key("source")
            json.line([mention.source.start, mention.source.end])
            json.key("extracted")
            json.value(mention.isExtracted)
            json.key("line")
            json.value(mention.line)
            json.key("column")
            json.value(mention.column)
          }
        }
      }
    }
  }
}
