public import PressModel

/// The JSON Schema (2020-12) of `pack.json` and of what `presswork read --json` prints, from the
/// declarations of the kinds of fact.
public enum PackSchema {
  /// `kinds`: those that the schema spells out; others are allowed with their mentions only.
  public static func json(kinds: [FactKind]) -> String {
    let members: [(String, Schema)] = [
      ("format", .raw(["const": .integer(1)])), ("pipeline", .string), ("title", .string),
      ("run", .reference("run")), ("documents", .array(.reference("document"))),
      ("tables", .map(.array(.reference("row")))), ("ledger", .array(.reference("entry"))),
    ]
    let pack = Schema.object(
      members + [("corrected", .array(.reference("correction")))], required: members.map(\.0),
      others: nil)
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.key("$schema")
      json.value("https://json-schema.org/draft/2020-12/schema")
      json.key("title")
      json.value("A briefing pack of Presswork")
      pack.writeMembers(into: &json)
      json.key("$defs")
      json.object { json in
        for (name, schema) in definitions + kinds.sorted(by: { $0.name < $1.name }).map(definition)
        {
          json.key(name)
          json.object { schema.writeMembers(into: &$0) }
        }
        json.key("facts")
        json.object { json in
          let known = kinds.sorted { $0.name < $1.name }.map { kind in
            (kind.name, Schema.array(.reference(kind.name)))
          }
          Schema.object(known, required: [], others: .array(.reference("fact")))
            .writeMembers(into: &json)
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func object(_ members: [(String, Schema)]) -> Schema {
    .object(members, required: members.map(\.0), others: nil)
  }

  private static let offsets: [(String, Schema)] = [
    ("start", .offset("First Unicode scalar of the words in the text.")),
    ("end", .offset("The scalar after the last.")),
  ]

  private static let mentionMembers: [(String, Schema)] =
    offsets + [
      ("text", .described(.string, "The verbatim words.")),
      (
        "source",
        .described(.array(.offset(nil)), "First byte in the raw source, and past the last.")
      ),
    ]

  private static func definition(of kind: FactKind) -> (String, Schema) {
    var members: [(String, Schema)] = [("id", .string)]
    members += kind.columns.map { ($0.name, .described(schema(of: $0.type), $0.help)) }
    switch kind.form {
    case .span: members += mentionMembers
    case .mentions: members.append(("mentions", .array(.reference("mention"))))
    }
    let required = members.map(\.0)
    members.append(("derivedFrom", .array(.string)))
    return (kind.name, .described(.object(members, required: required, others: nil), kind.help))
  }

  private static func schema(of type: ColumnType) -> Schema {
    switch type {
    case .bool: .raw(["type": .string("boolean")])
    case .integer: .raw(["type": .string("integer")])
    case .number: .raw(["type": .string("number")])
    case .string, .date: .nullable(.string)
    case .choice(let words): .nullable(.choice(words))
    case .strings: .array(.string)
    case .mention: .nullable(.reference("mention"))
    case .mentions: .array(.reference("mention"))
    case .evidence: .nullable(.reference("evidence"))
    }
  }

  private static var definitions: [(String, Schema)] {
    [
      (
        "run",
        object([
          ("presswork", .string), ("asOf", .nullable(.string)),
          (
            "stages",
            .array(.reference("stage"))
          ),
        ])
      ),
      (
        "stage",
        .object(
          [
            ("section", .string), ("use", .string),
            ("version", .raw(["type": .string("integer")])),
            ("settings", .described(.string, "What the pipeline gives, without secrets.")),
            ("reads", .described(.array(.string), "Kinds of fact and parts it makes use of.")),
            ("adds", .described(.array(.string), "Kinds of fact and parts it adds.")),
          ], required: ["section", "use", "version"], others: nil)
      ),
      ("document", object(documentMembers)),
      ("mention", object(mentionMembers)),
      (
        "evidence",
        .object(
          [("field", .string)] + mentionMembers, required: ["text"], others: nil)
      ),
      ("fact", .raw(["type": .string("object"), "required": .strings(["id"])])),
      (
        "row",
        .object(
          [("derivedFrom", .array(.string))], required: ["derivedFrom"], others: .raw([:]))
      ),
      (
        "entry",
        .object(
          [
            ("document", .string), ("origin", .string), ("sha256", .string),
            ("fate", .choice(["packed", "merged", "filtered", "held", "quarantined"])),
            ("detail", .string),
          ], required: ["document", "origin", "sha256", "fate"], others: nil)
      ),
      ("correction", correction),
    ]
  }

  private static var correction: Schema {
    let text = Schema.nullable(.string)
    let edition = Schema.object(
      [("document", .string), ("sha256", .string), ("encoding", .string)],
      required: ["document", "sha256"], others: nil)
    let words = Correction.Piece.Kind.allCases.map { ($0.rawValue, Schema.string) }
    let piece = Schema.object(words, required: [], others: nil)
    return object([
      ("origin", .string), ("title", text), ("from", edition), ("to", edition),
      ("unchanged", .nullable(.offset("Sentences that both have."))),
      ("sentences", .array(object([("old", text), ("new", text), ("pieces", .array(piece))]))),
    ])
  }

  private static var documentMembers: [(String, Schema)] {
    let text = Schema.nullable(.string)
    let place = object([("text", .string), ("country", text)])
    let issuer = object([("name", .string), ("parents", .array(.string))])
    let section = object(
      [("heading", text), ("level", .offset(nil))] + offsets)
    let block = object(
      [("type", .choice(BlockType.allCases.map(\.rawValue)))] + offsets
        + [("level", .nullable(.offset(nil)))])
    return [
      ("id", .string),
      (
        "source",
        object([
          ("path", text), ("url", text), ("mediaType", .string), ("encoding", .string),
          ("sha256", .string), ("bytes", .offset(nil)),
        ])
      ),
      ("reader", .string), ("kind", .choice(DocumentKind.allCases.map(\.rawValue))),
      ("title", text), ("subtitle", text), ("published", text), ("issuer", .nullable(issuer)),
      ("breadcrumb", .array(.string)), ("authors", .array(.string)), ("place", .nullable(place)),
      ("embargo", text), ("language", text), ("evidence", .map(.reference("evidence"))),
      ("publishedEvidence", .nullable(.reference("evidence"))),
      ("text", .described(.string, "The canonical text.")), ("sections", .array(section)),
      ("blocks", .array(block)), ("sentences", .array(object(offsets))),
      ("facts", .reference("facts")),
      (
        "sourceMap",
        .described(
          .array(.array(.offset(nil))),
          "For every stretch of the text: start and end in Unicode scalars, start and end in bytes "
            + "of the source, and how one became the other: 0 the same bytes, 1 white space, "
            + "2 a character reference, 3 another encoding.")
      ),
    ]
  }
}

/// A schema under construction.
private indirect enum Schema: Sendable {
  case string
  case choice([String])
  case offset(String?)
  case array(Schema)
  /// An object whose values are all of one schema.
  case map(Schema)
  /// `others`: the schema of members that are not named; nil where there may be none.
  case object([(String, Schema)], required: [String], others: Schema?)
  case reference(String)
  case nullable(Schema)
  case described(Schema, String)
  case raw([String: Word])

  enum Word: Sendable {
    case string(String)
    case strings([String])
    case integer(Int)
  }

  func write(into json: inout JSONWriter) {
    json.object { writeMembers(into: &$0) }
  }

  func writeMembers(into json: inout JSONWriter) {
    switch self {
    case .string:
      member("type", "string", &json)
    case .choice(let words):
      json.key("enum")
      json.strings(words)
    case .offset(let help):
      if let help { member("description", help, &json) }
      member("type", "integer", &json)
      json.key("minimum")
      json.value(0)
    case .array(let element):
      member("type", "array", &json)
      json.key("items")
      element.write(into: &json)
    case .map(let value):
      member("type", "object", &json)
      json.key("additionalProperties")
      value.write(into: &json)
    case .object(let members, let required, let others):
      member("type", "object", &json)
      json.key("required")
      json.strings(required)
      json.key("properties")
      json.object { json in
        for (name, schema) in members {
          json.key(name)
          schema.write(into: &json)
        }
      }
      json.key("additionalProperties")
      if let others { others.write(into: &json) } else { json.value(false) }
    case .reference(let name):
      member("$ref", "#/$defs/\(name)", &json)
    case .nullable(let schema):
      json.key("anyOf")
      json.array { json in
        schema.write(into: &json)
        json.object { member("type", "null", &$0) }
      }
    case .described(let schema, let help):
      member("description", help, &json)
      schema.writeMembers(into: &json)
    case .raw(let words):
      for (key, word) in words.sorted(by: { $0.key < $1.key }) {
        json.key(key)
        switch word {
        case .string(let text): json.value(text)
        case .strings(let texts): json.strings(texts)
        case .integer(let number): json.value(number)
        }
      }
    }
  }

  private func member(_ key: String, _ value: String, _ json: inout JSONWriter) {
    json.key(key)
    json.value(value)
  }
}
