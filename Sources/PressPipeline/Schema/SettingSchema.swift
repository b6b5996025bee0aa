import PressStage

extension PipelineSchema {
  /// The members of the schema of a value of a setting's type.
  static func writeSettings(_ type: SettingType, into writer: inout JSONWriter) {
    switch type {
    case .bool, .integer, .number, .percentage: writeScalar(type, nil, into: &writer)
    case .string, .path:
      // A plain scalar is a text to a setting of text, whatever YAML would type it as.
      writer.key("type")
      writer.strings(["string", "number", "boolean"])
    case .duration: writePattern("^[0-9]+(ms|s|m|h|d)$", into: &writer)
    case .size: writePattern("^[0-9]+(B|KB|MB|GB|KiB|MiB|GiB)$", into: &writer)
    case .day: writePattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", into: &writer)
    case .choice(let words):
      writer.key("anyOf")
      writer.array { choices in
        choices.object { choice in
          choice.key("enum")
          choice.strings(words)
        }
        choices.object { writeReference(into: &$0) }
      }
    case .list(let element):
      writer.member("type", "array")
      writer.key("items")
      writer.object { writeSettings(element, into: &$0) }
    case .group(let declarations):
      writer.member("type", "object")
      writer.key("properties")
      writer.object { properties in
        for declaration in declarations {
          properties.key(declaration.name)
          properties.object { write(declaration, into: &$0) }
        }
      }
      let required = declarations.filter(\.isRequired).map(\.name)
      if !required.isEmpty {
        writer.key("required")
        writer.strings(required)
      }
      writer.member("additionalProperties", false)
    }
  }

  private static func write(_ declaration: SettingDeclaration, into writer: inout JSONWriter) {
    writer.member("description", declaration.help)
    switch declaration.type {
    case .integer, .number, .percentage:
      writeScalar(declaration.type, declaration.range, into: &writer)
    default: writeSettings(declaration.type, into: &writer)
    }
    if let text = declaration.defaultText {
      writer.key("default")
      writeValue(text, declaration.type, into: &writer)
    }
    if let example = declaration.example {
      writer.key("examples")
      writer.array { writeValue(example, declaration.type, into: &$0) }
    }
  }

  /// A scalar, or a reference that stands for one.
  private static func writeScalar(
    _ type: SettingType, _ range: SettingDeclaration.ClosedRangeText?,
    into writer: inout JSONWriter
  ) {
    writer.key("anyOf")
    writer.array { choices in
      choices.object { choice in
        switch type {
        case .bool: choice.member("type", "boolean")
        case .integer: choice.member("type", "integer")
        default: choice.member("type", "number")
        }
        let isShare = type == .percentage
        if let low = range?.low ?? (isShare ? "0" : nil) {
          choice.key("minimum")
          writeValue(low, .number, into: &choice)
        }
        if let high = range?.high ?? (isShare ? "1" : nil) {
          choice.key("maximum")
          writeValue(high, .number, into: &choice)
        }
      }
      if type == .percentage {
        choices.object { writePattern("^[0-9]+([.][0-9]+)?%$", into: &$0) }
      }
      choices.object { writeReference(into: &$0) }
    }
  }

  private static func writeReference(into writer: inout JSONWriter) {
    writer.member("type", "string")
    writer.member("pattern", "^[$][{].+[}]$")
  }

  /// A text of a form, or a reference that stands for one.
  private static func writePattern(_ pattern: String, into writer: inout JSONWriter) {
    writer.member("type", "string")
    writer.member("pattern", "\(pattern)|^[$][{].+[}]$")
  }

  /// A value as JSON has it, from how it would be written in YAML.
  private static func writeValue(
    _ text: String, _ type: SettingType, into writer: inout JSONWriter
  ) {
    switch type {
    case .bool: writer.value(text == "true")
    case .integer: if let number = Int(text) { writer.value(number) } else { writer.value(text) }
    case .number, .percentage:
      if let number = Double(text) { writer.value(number) } else { writer.value(text) }
    case .list(let element):
      // As `Array.written` has it; a list whose elements hold commas is not taken apart.
      let body =
        text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
      writer.array { elements in
        for part in body.split(separator: ",") {
          writeValue(String(part.drop { $0 == " " }), element, into: &elements)
        }
      }
    default: writer.value(text)
    }
  }
}
