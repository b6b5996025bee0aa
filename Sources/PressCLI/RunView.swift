import PressEngine
import PressModel
import PressStage

/// What a person, or a program, is told at the end of a run.
struct RunView {
  private let name: String
  private let folder: String
  private let result: RunResult

  init(name: String, folder: String, _ result: RunResult) {
    self.name = name
    self.folder = folder
    self.result = result
  }

  /// All that is no result: what the operator should know, and the items that are not packed.
  func showNotes(_ log: RunLog) {
    for note in result.notes { log.warning(name, note) }
    for warning in result.warnings { log.warning(name, "\(warning)") }
    for entry in result.ledger where entry.fate != .packed { log.item(name, entry) }
    for origin in result.corrected {
      log.remark("corrected", name, "\(origin): corrected since an earlier pack")
    }
    for rest in result.leftOut {
      log.remark("left-out", name, "source '\(rest.source)' left out \(rest.reason): \(rest.count)")
    }
  }

  func show(json: Bool) {
    if json {
      Console.output(String(decoding: object, as: UTF8.self))
    } else {
      Console.output(sentence)
    }
  }

  private var sentence: String {
    if !result.isNew, result.ledger.isEmpty {
      return "\(name): nothing new; the last pack is as it was\n\(folder)"
    }
    return """
      \(name): \(result.ledger.balance); \
      \(counted(result.facts, "fact")), each verified\(result.isNew ? "" : "; nothing has changed")
      \(folder)
      """
  }

  private var object: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("pipeline")
      json.value(name)
      json.key("folder")
      json.value(folder)
      json.key("changed")
      json.value(result.isNew)
      json.key("items")
      json.value(result.ledger.count)
      for fate in Fate.names {
        json.key(fate)
        json.value(result.count(fate))
      }
      json.key("facts")
      json.value(result.facts)
      json.key("corrected")
      json.strings(result.corrected)
      json.key("leftOut")
      json.array { json in
        for rest in result.leftOut {
          json.object { json in
            json.key("source")
            json.value(rest.source)
            json.key("reason")
            json.value(rest.reason)
            json.key("count")
            json.value(rest.count)
          }
        }
      }
      json.key("warnings")
      json.strings(result.warnings.map(\.description))
    }
    return json.bytes
  }
}
