import PressStage

/// What is not as it was, of what two keys of a document stand for: a reason each, in words.
struct KeyDifference {
  private(set) var reasons: [String] = []

  /// The components of two keys, as `DocumentCache` writes them.
  init(_ old: [String], _ new: [String]) {
    let gone = old.filter { !new.contains($0) }
    let come = new.filter { !old.contains($0) }
    for line in come {
      let before = gone.first { Self.name($0) == Self.name(line) }
      reasons.append(Self.reason(line, before))
    }
    for line in gone where !come.contains(where: { Self.name($0) == Self.name(line) }) {
      reasons.append("\(Self.shown(line)) is gone")
    }
    if reasons.isEmpty { reasons.append("the stages stand in another order") }
  }

  /// What a line is about: a section and a stage, or a property of the item.
  private static func name(_ line: String) -> String {
    let words = line.split(separator: " ", maxSplits: 2)
    let isStage = ["reader", "extract"].contains(words.first)
    return words.prefix(isStage ? 2 : 1).joined(separator: " ")
  }

  private static func shown(_ line: String) -> String {
    let words = name(line).split(separator: " ")
    return words.count == 2 ? "stage '\(words[1])'" : "'\(line)'"
  }

  private static func reason(_ line: String, _ before: String?) -> String {
    let name = name(line)
    guard let before else { return "\(shown(line)) is new" }
    switch name {
    case "program": return "the program is another build"
    case "archive": return "results are kept in another form"
    case "bytes": return "its bytes have changed"
    default: break
    }
    guard let now = StageLine(line), let then = StageLine(before) else {
      return "'\(line)' was '\(before)'"
    }
    guard now.version == then.version else {
      return "\(shown(line)) is version \(now.version), was \(then.version)"
    }
    return "settings of \(shown(line)) changed: "
      + SettingsDifference(then.settings, now.settings).words
  }

  /// `extract quotes version 2 {"min_words": "4"}`
  private struct StageLine {
    var version: Substring
    var settings: String

    init?(_ line: String) {
      let words = line.split(separator: " ", maxSplits: 4)
      guard words.count >= 4, words[2] == "version" else { return nil }
      version = words[3]
      settings = words.count > 4 ? String(words[4]) : ""
    }
  }
}

/// Which settings of a stage differ, from the lines of text that pipelines make of them.
public struct SettingsDifference {
  public let words: String

  public init(_ old: String, _ new: String) {
    guard let before = Self.settings(old), let after = Self.settings(new) else {
      words = "\(old.isEmpty ? "none" : old) → \(new.isEmpty ? "none" : new)"
      return
    }
    let names = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    words = names.map { name in
      "\(name) \(before[name] ?? "default") → \(after[name] ?? "default")"
    }.joined(separator: ", ")
  }

  private static func settings(_ line: String) -> [String: String]? {
    guard !line.isEmpty else { return [:] }
    guard let members = try? JSONValue(parsing: Array(line.utf8)).members else { return nil }
    return Dictionary(members.map { ($0.key, shown($0.value)) }) { $1 }
  }

  private static func shown(_ value: JSONValue) -> String {
    if let values = value.array { return "[\(values.map(shown).joined(separator: ", "))]" }
    return value.members == nil ? value.cell : "{\(value.cell)}"
  }
}
