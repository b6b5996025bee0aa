import PressModel
import PressStage

/// A table of text cells, drawn as CSV (RFC 4180) and described as a tabular data resource.
struct CSVTable {
  struct Field {
    var name: String
    /// A type of Frictionless Table Schema.
    var type: String
    var help: String

    init(_ name: String, _ type: String, _ help: String) {
      self.name = name
      self.type = type
      self.help = help
    }
  }

  /// What stands in one row under one field.
  enum Cell {
    case empty
    case text(String)
    case number(Int)

    init(_ text: String?) {
      self = text.map { .text($0) } ?? .empty
    }

    init(_ value: FieldValue) {
      self =
        switch value {
        case .null: .empty
        case .integer(let number): .number(number)
        default: .text(value.cell)
        }
    }
  }

  let name: String
  let help: String
  let fields: [Field]
  private(set) var csv: [UInt8] = []
  /// Of every field, whether a cell under it may be text that a spreadsheet would run.
  private let areTexts: [Bool]

  init(_ name: String, help: String, fields: [Field]) {
    self.name = name
    self.help = help
    self.fields = fields
    areTexts = fields.map { $0.type != "integer" && $0.type != "number" }
    for (index, field) in fields.enumerated() { append(.text(field.name), index, isText: false) }
    endRow()
  }

  /// Adds a row, a cell for every field.
  mutating func append(_ cells: [Cell]) {
    for (index, (cell, isText)) in zip(cells, areTexts).enumerated() {
      append(cell, index, isText: isText)
    }
    endRow()
  }

  private mutating func append(_ cell: Cell, _ index: Int, isText: Bool) {
    if index > 0 { csv.append(0x2C) }
    switch cell {
    case .empty: break
    case .number(let number): csv.append(decimal: number)
    case .text(var text):
      guard !text.isEmpty else { return }
      text.withUTF8 { append($0, isDefused: isText && Self.runs($0)) }
    }
  }

  private mutating func endRow() {
    csv.append(0x0D)
    csv.append(0x0A)
  }

  private mutating func append(_ cell: UnsafeBufferPointer<UInt8>, isDefused: Bool) {
    let mustQuote =
      (cell.first == 0x20 && !isDefused) || cell.last == 0x20
      || cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if mustQuote { csv.append(0x22) }
    if isDefused { csv.append(UInt8(ascii: "'")) }
    if mustQuote, cell.contains(0x22) {
      for byte in cell {
        if byte == 0x22 { csv.append(0x22) }
        csv.append(byte)
      }
    } else {
      csv.append(contentsOf: cell)
    }
    if mustQuote { csv.append(0x22) }
  }

  /// Spreadsheets run a cell that starts with one of these as a formula.
  private static func runs(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }
}

extension ColumnType {
  /// The type of a column in a Frictionless Table Schema; lists are one text there.
  var tableType: String {
    switch self {
    case .bool: "boolean"
    case .integer: "integer"
    case .number: "number"
    // EDTF says more than the schema's type "date" can.
    case .string, .date, .choice, .strings, .mention, .mentions, .evidence: "string"
    }
  }
}

/// The description of a folder of CSV files: Frictionless Data Package, version 1.
struct DataPackage {
  let name: String
  let title: String
  let resources: [CSVTable]

  var json: [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.key("profile")
      json.value("tabular-data-package")
      json.key("name")
      json.value(name)
      json.key("title")
      json.value(title)
      json.key("resources")
      json.array { json in
        for resource in resources { write(resource, into: &json) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func write(_ resource: CSVTable, into json: inout JSONWriter) {
    json.object { json in
      json.key("profile")
      json.value("tabular-data-resource")
      json.key("name")
      // Names of resources are lower-case by the specification.
      json.value(kebabCase(resource.name))
      json.key("path")
      json.value("\(resource.name).csv")
      json.key("description")
      json.value(resource.help)
      json.key("encoding")
      json.value("utf-8")
      json.key("schema")
      json.object { json in
        json.key("fields")
        json.array { json in
          for field in resource.fields {
            json.object { json in
              json.key("name")
              json.value(field.name)
              json.key("type")
              json.value(field.type)
              json.key("description")
              json.value(field.help)
            }
          }
        }
      }
    }
  }
}
