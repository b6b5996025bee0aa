import PressEngine
import PressStage
import PressText

/// What differs between two packs as one JSON object.
enum DifferenceObject {
  static func bytes(_ difference: PackDifference, _ from: String, _ to: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      members([("from", from), ("to", to)], &json)
      json.key("same")
      json.value(difference.isEmpty)
      json.key("counts")
      json.object { json in
        json.key("documents")
        json.object { json in
          for state in PackDifference.DocumentChange.State.allCases {
            json.key(state.rawValue)
            json.value(difference.count(state))
          }
          json.key("same")
          json.value(difference.unchangedDocuments)
        }
        json.key("facts")
        json.object { json in
          for change in PackDifference.Change.allCases {
            json.key(change.rawValue)
            json.value(difference.count(change))
          }
        }
      }
      json.key("run")
      json.array { json in
        for cause in difference.causes { write(cause, &json) }
      }
      json.key("documents")
      json.array { json in
        for document in difference.documents { write(document, &json) }
      }
      json.key("tables")
      json.array { json in
        for table in difference.tables {
          json.object { json in
            json.key("name")
            json.value(table.name)
            json.key("new")
            json.value(table.new)
            json.key("gone")
            json.value(table.gone)
          }
        }
      }
      json.key("files")
      json.strings(difference.files)
    }
    return json.bytes
  }

  private static func members(_ values: [(String, String?)], _ json: inout JSONWriter) {
    for (key, value) in values {
      json.key(key)
      json.value(value)
    }
  }

  private static func write(_ cause: PackDifference.Cause, _ json: inout JSONWriter) {
    json.object { json in
      members([("cause", cause.name), ("text", cause.words)], &json)
      switch cause {
      case .stageVersion(let stage, _, _), .setting(let stage, _, _), .stageAdded(let stage),
        .stageRemoved(let stage):
        members([("stage", stage)], &json)
      default: break
      }
    }
  }

  private static func write(
    _ document: PackDifference.DocumentChange, _ json: inout JSONWriter
  ) {
    json.object { json in
      members(
        [
          ("change", document.state.rawValue), ("from", document.from?.id),
          ("to", document.to?.id), ("origin", document.origin),
          ("title", (document.to ?? document.from)?.title),
        ], &json)
      json.key("cause")
      write(document.cause, &json)
      json.key("facts")
      json.array { json in
        for fact in document.facts { write(fact, &json) }
      }
      if let redline = document.redline {
        json.key("corrections")
        json.array { json in
          for change in redline.changes { write(change, &json) }
        }
      }
    }
  }

  private static func write(_ fact: PackDifference.FactChange, _ json: inout JSONWriter) {
    json.object { json in
      members(
        [
          ("change", fact.change.rawValue), ("kind", fact.kind), ("from", fact.from),
          ("to", fact.to), ("was", fact.oldWords), ("is", fact.newWords),
        ], &json)
      json.key("values")
      json.array { json in
        for field in fact.fields {
          json.object {
            members([("name", field.name), ("was", field.from), ("is", field.to)], &$0)
          }
        }
      }
      json.key("cause")
      write(fact.cause, &json)
    }
  }

  private static func write(_ change: Redline.Change, _ json: inout JSONWriter) {
    json.object { json in
      members([("was", change.old?.text), ("is", change.new?.text)], &json)
      json.key("pieces")
      json.array { json in
        for piece in change.pieces {
          json.object { json in
            members([("kind", piece.kind.rawValue), ("text", piece.mention.text)], &json)
            json.key("spaceBefore")
            json.value(piece.spaceBefore)
          }
        }
      }
    }
  }
}
