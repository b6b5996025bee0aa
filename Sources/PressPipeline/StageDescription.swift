public import PressStage

/// What there is to say of a stage, for `presswork describe` and the documentation, from the
/// stage's own declarations.
public struct StageDescription: Sendable {
  public let entry: StageRegistry.Entry

  public init(_ entry: StageRegistry.Entry) {
    self.entry = entry
  }

  /// The facts about the stage by their labels, in order.
  private var properties: [(label: String, text: String)] {
    var properties = [
      ("kind", "\(entry.role.rawValue), listed under '\(entry.role.section.rawValue)'"),
      ("module", entry.module), ("version", String(entry.type.version)),
    ]
    let extractor = entry.type as? any Extractor.Type
    if let reads = extractor?.reads ?? (entry.type as? any Transformer.Type)?.reads {
      let parts = [("reads", reads), ("adds", extractor?.adds ?? [])]
      for (label, parts) in parts where !parts.isEmpty {
        properties.append((label, parts.map(\.name).joined(separator: ", ")))
      }
    }
    return properties
  }

  /// As lines for a terminal, with a line feed at the end.
  public var text: String {
    var lines = [entry.name, "  \(entry.type.summary).", ""]
    for property in properties {
      lines.append("  " + padded(property.label, 9) + property.text)
    }
    let rows = SettingRow.rows(entry.type.settings)
    lines += ["", "Settings"]
    if rows.isEmpty { lines.append("  none") }
    let width = (rows.map { displayWidth($0.name) }.max() ?? 0) + 2
    for row in rows {
      lines.append("  " + padded(row.name, width) + row.values)
      lines.append("  " + padded("", width) + row.help)
    }
    lines += ["", "In a pipeline"] + usage.map { "  " + $0 }
    if !entry.type.examples.isEmpty { lines += ["", "Examples"] }
    for example in entry.type.examples {
      lines.append("  \(example.purpose.rawValue): \(example.title)")
      lines += ExampleText(example).lines.map { $0.isEmpty ? "" : "    " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// As a section of Markdown under a heading of level 2.
  public var markdown: String {
    var lines = ["## `\(entry.name)`", "", "\(entry.type.summary).", ""]
    for property in properties {
      lines.append("- \(property.label): \(property.text)")
    }
    let rows = SettingRow.rows(entry.type.settings)
    if !rows.isEmpty {
      lines += ["", "| setting | value | what it does |", "| --- | --- | --- |"]
      lines += rows.map { row in
        "| `\(row.name)` | \(markdownCell(row.values)) | \(markdownCell(row.help)) |"
      }
    }
    lines += ["", "```yaml"] + usage + ["```"]
    for example in entry.type.examples {
      lines += ["", "\(sentence(example.purpose.rawValue)): \(example.title).", "", "```text"]
      lines += ExampleText(example).lines + ["```"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How the stage stands in a pipeline file, with the settings that it needs.
  private var usage: [String] {
    var lines = ["\(entry.role.section.rawValue):", "  - use: \(entry.name)"]
    let shown = entry.type.settings.filter { $0.isRequired || $0.example != nil }
    if !shown.isEmpty { lines.append("    with:") }
    for setting in shown {
      let value = setting.example ?? setting.defaultText ?? "VALUE"
      lines.append("      \(setting.name): \(value)")
    }
    return lines
  }
}

/// One line of a table of settings; the settings of a group follow it, named after it.
private struct SettingRow {
  var name: String
  /// Type, range, default.
  var values: String
  var help: String

  static func rows(_ declarations: [SettingDeclaration], in prefix: String = "") -> [SettingRow] {
    declarations.flatMap { declaration in
      var values = [declaration.type.expectation]
      if let range = declaration.range { values.append("\(range.low) to \(range.high)") }
      if declaration.isRequired {
        values.append("required")
      } else if let text = declaration.defaultText {
        values.append("default \(text.isEmpty ? "''" : text)")
      }
      let row = SettingRow(
        name: prefix + declaration.name, values: values.joined(separator: "; "),
        help: declaration.help)
      return switch declaration.type {
      case .group(let members): [row] + rows(members, in: row.name + ".")
      case .list(.group(let members)): [row] + rows(members, in: row.name + "[].")
      default: [row]
      }
    }
  }
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}

private func sentence(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

/// Markdown's table takes a vertical bar for the end of a cell.
private func markdownCell(_ text: String) -> String {
  text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
}
