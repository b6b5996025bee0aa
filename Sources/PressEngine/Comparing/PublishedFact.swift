import PressStage

/// A fact as `pack.json` has it, by what tells it from others: its kind, words and values. Where it
/// stands in the text is not compared, because every change before it moves it.
struct PublishedFact {
  let id: String
  let kind: String
  /// The verbatim words of a fact that stands in one place; of others the first value, as a rule a
  /// name, because the first mention may be any word for it.
  let words: String
  /// The columns as cells, in their order.
  let values: [(name: String, cell: String)]

  init(_ json: JSONValue, kind: String, id: String) {
    self.id = json["id"]?.string ?? id
    self.kind = kind
    var values: [(name: String, cell: String)] = []
    var mentions: [JSONValue] = []
    for member in json.members ?? [] {
      switch member.key {
      case "id", "start", "end", "source", "text", "derivedFrom": break
      case "mentions":
        mentions = member.value.array ?? []
        values.append(("mentions", String(mentions.count)))
      default: values.append((member.key, member.value.cell))
      }
    }
    self.values = values
    words =
      json["text"]?.string ?? values.first { $0.name != "mentions" && !$0.cell.isEmpty }?.cell
      ?? mentions.first?["text"]?.string ?? ""
  }

  /// Equal for facts that are the same.
  var signature: String {
    values.reduce(into: words) { $0 += "\u{0}\($1.name)\u{0}\($1.cell)" }
  }

  /// The facts of a document, by kind in the order of the kinds' names.
  static func facts(of document: JSONValue) -> [(kind: String, facts: [PublishedFact])] {
    let id = document["id"]?.string ?? ""
    return (document["facts"]?.members ?? []).map { member in
      let facts = (member.value.array ?? []).enumerated().map { index, fact in
        PublishedFact(fact, kind: member.key, id: "\(id)#\(member.key)-\(index + 1)")
      }
      return (member.key, facts)
    }
  }

  static func fields(_ old: PublishedFact, _ new: PublishedFact) -> [PackDifference.Field] {
    PackDifference.Field.differing(old.values, new.values)
  }
}

extension PackDifference.Field {
  /// The values that are not the same in two lists, in the order of the later one.
  static func differing(
    _ old: [(name: String, cell: String)], _ new: [(name: String, cell: String)]
  ) -> [PackDifference.Field] {
    let before = Dictionary(old.map { ($0.name, $0.cell) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.name, $0.cell) }, uniquingKeysWith: { first, _ in first })
    let names = new.map(\.name) + old.map(\.name).filter { after[$0] == nil }
    return names.compactMap { name in
      let (from, to) = (before[name] ?? "", after[name] ?? "")
      return from == to ? nil : PackDifference.Field(name: name, from: from, to: to)
    }
  }
}

extension JSONValue {
  /// The value in one cell: words for a mention, parts of a list joined with "; ".
  var cell: String {
    switch self {
    case .null: ""
    case .bool(let flag): flag ? "true" : "false"
    case .number(let text), .string(let text): text
    case .array(let values): values.map(\.cell).joined(separator: "; ")
    case .object(let members):
      self["text"]?.string ?? self["name"]?.string
        ?? members.map { $0.value.cell }.joined(separator: "; ")
    }
  }
}
