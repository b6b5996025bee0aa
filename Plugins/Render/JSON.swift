import PressModel
import PressStage

/// Writes the whole pack as one JSON file.
///
/// Reads everything; adds `pack.json`, which the schema in Documentation/pack.schema.json describes
/// and `presswork verify` checks. Documents stand in it as `presswork read --json` prints them.
struct JSON: Renderer {
  static let summary = "Writes the whole pack as one JSON file"

  @Setting("Name of the file in the pack; 'presswork verify' reads pack.json", example: "pack.json")
  var file = "pack.json"
  @Setting("One member a line, for people and for diffs; false for the smallest file")
  var pretty = true

  static let examples = [
    StageExample(
      .finds, "a document with its text", .documents([("a.txt", "Ministers met in Oslo.")]),
      gives: .file("pack.json", contains: "\"text\": \"Ministers met in Oslo.\"")),
    StageExample(
      .leavesAlone, "characters that JSON need not escape", with: ["pretty": "false"],
      .documents([("a.txt", "“Né à Bamako” – 3/4")]),
      gives: .file("pack.json", contains: "\"text\":\"“Né à Bamako” – 3/4\"")),
    StageExample(
      .trap, "quotation marks and backslashes in the source",
      .documents([("a.txt", "A \"path\" is C:\\temp.")]),
      gives: .file("pack.json", contains: #""A \"path\" is C:\\temp.""#)),
  ]

  func render(_ pack: Pack, into folder: inout OutputFolder) throws {
    var json = JSONWriter(pretty: pretty)
    json.object { json in
      json.key("format")
      json.value(1)
      json.key("pipeline")
      json.value(pack.pipeline)
      json.key("title")
      json.value(pack.title)
      write(pack.run, into: &json)
      json.key("documents")
      json.array { json in
        for (index, document) in pack.documents.enumerated() {
          DocumentJSON(document).write(into: &json)
          // The first ones tell how much room the rest will take, about.
          if index == 63 { json.reserve(json.bytes.count / 64 * (pack.documents.count - 64)) }
        }
      }
      json.key("tables")
      json.object { json in
        for table in pack.tables { write(table, into: &json) }
      }
      json.key("ledger")
      json.array { json in
        for entry in pack.ledger { write(entry, into: &json) }
      }
      if !pack.corrections.isEmpty {
        json.key("corrected")
        json.array { json in
          for correction in pack.corrections { CorrectionJSON(correction).write(into: &json) }
        }
      }
    }
    json.endLine()
    try folder.write(file, json.bytes)
  }

  private func write(_ run: RunRecord, into json: inout JSONWriter) {
    json.key("run")
    json.object { json in
      json.key("presswork")
      json.value(run.presswork)
      json.key("asOf")
      json.value(run.asOf)
      json.key("stages")
      json.array { json in
        for stage in run.stages {
          json.object { json in
            json.key("section")
            json.value(stage.section)
            json.key("use")
            json.value(stage.name)
            json.key("version")
            json.value(stage.version)
            if !stage.settings.isEmpty {
              json.key("settings")
              json.value(stage.settings)
            }
            for (key, parts) in [("reads", stage.reads), ("adds", stage.adds)]
            where !parts.isEmpty {
              json.key(key)
              json.strings(parts)
            }
          }
        }
      }
    }
  }

  private func write(_ table: PackTable, into json: inout JSONWriter) {
    json.key(table.name)
    json.array { json in
      for row in table.rows {
        json.object { json in
          for (header, cell) in zip(table.headers, row.cells) {
            json.key(header.name)
            write(cell, into: &json)
          }
          json.key("derivedFrom")
          json.strings(row.derivedFrom)
        }
      }
    }
  }

  /// A cell over several documents: words without offsets, which `derivedFrom` leads to.
  private func write(_ value: FieldValue, into json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .bool(let flag): json.value(flag)
    case .integer(let number): json.value(number)
    case .number(let number): json.value(number)
    case .string, .mention, .evidence: json.value(value.cell)
    case .list(let values):
      json.array { json in
        for value in values { write(value, into: &json) }
      }
    }
  }

  private func write(_ entry: LedgerEntry, into json: inout JSONWriter) {
    json.object { json in
      json.key("document")
      json.value(entry.document)
      json.key("origin")
      json.value(entry.origin)
      json.key("sha256")
      json.value(entry.sha256)
      json.key("fate")
      json.value(entry.fate.name)
      if let detail = entry.fate.detail {
        json.key("detail")
        json.value(detail)
      }
    }
  }
}
