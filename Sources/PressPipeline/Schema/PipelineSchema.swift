public import PressStage

/// The JSON Schema (draft 2020-12) of pipeline files, written from the stages' declarations, so
/// that an editor completes and checks what `presswork lint` checks.
public enum PipelineSchema {
  /// The same stages give the same bytes.
  public static func json(_ registry: StageRegistry) -> String {
    var writer = JSONWriter(pretty: true)
    writer.object { root in
      root.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      root.member("title", "Presswork pipeline")
      root.member("type", "object")
      root.key("properties")
      root.object { properties in
        for key in PipelineKey.allCases {
          properties.key(key.rawValue)
          properties.object { write(key, into: &$0) }
        }
      }
      root.key("required")
      root.strings(PipelineKey.allCases.filter(\.isRequired).map(\.rawValue))
      root.member("additionalProperties", false)
      root.key("$defs")
      root.object { writeDefinitions(registry, into: &$0) }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ key: PipelineKey, into writer: inout JSONWriter) {
    writer.member("description", key.help)
    switch key {
    case .presswork:
      writer.key("const")
      writer.value(PipelineChecker.version)
    case .pipeline:
      writer.member("type", "string")
      writer.member("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]*$")
    case .title, .description: writer.member("type", "string")
    case .tags:
      writer.member("type", "array")
      writer.key("items")
      writer.object { $0.member("type", "string") }
    case .vars:
      writer.member("type", "object")
      writer.key("patternProperties")
      writer.object { patterns in
        patterns.key("^[A-Za-z][A-Za-z0-9_]*$")
        patterns.object { writeSettings(VariableKeys.settingType, into: &$0) }
      }
      writer.member("additionalProperties", false)
    case .sources, .extract, .transform, .render:
      writer.member("type", "array")
      if key.isRequired {
        writer.key("minItems")
        writer.value(1)
      }
      writer.key("items")
      writer.object { $0.member("$ref", "#/$defs/\(key.rawValue)") }
    case .checks:
      writer.member("type", "array")
      writer.key("items")
      writer.object { writeSettings(CheckKeys.settingType, into: &$0) }
    case .embargo: writeSettings(EmbargoKeys.settingType, into: &writer)
    case .quarantine: writeSettings(QuarantineKeys.settingType, into: &writer)
    case .publish: writeSettings(PublishKeys.settingType, into: &writer)
    }
  }

  /// A definition for each section, and one for the settings of each stage.
  private static func writeDefinitions(_ registry: StageRegistry, into writer: inout JSONWriter) {
    for section in StageSection.allCases {
      let entries = registry.entries.filter { $0.role.section == section }
      writer.key(section.rawValue)
      writer.object { definition in
        definition.key("anyOf")
        definition.array { choices in
          choices.object { $0.member("$ref", "#/$defs/\(section.rawValue)-names") }
          choices.object { writeEntry(section, entries, into: &$0) }
        }
      }
      writer.key("\(section.rawValue)-names")
      writer.object { names in
        names.key(entries.isEmpty ? "enum" : "oneOf")
        names.array { choices in
          for entry in entries {
            choices.object { choice in
              choice.member("const", entry.name)
              choice.member("description", entry.type.summary)
            }
          }
        }
      }
    }
    for entry in registry.entries {
      writer.key(definition(entry))
      writer.object { writeSettings(.group(entry.type.settings), into: &$0) }
    }
  }

  /// Names are unique within a section only.
  private static func definition(_ entry: StageRegistry.Entry) -> String {
    "stage-\(entry.role.section.rawValue)-\(entry.name)"
  }

  /// A stage's entry, whose `with` depends on its `use`.
  private static func writeEntry(
    _ section: StageSection, _ entries: [StageRegistry.Entry], into writer: inout JSONWriter
  ) {
    writer.member("type", "object")
    writer.key("properties")
    writer.object { properties in
      for key in StageKey.allCases {
        properties.key(key.rawValue)
        properties.object { property in
          property.member("description", key.help)
          switch key {
          case .use: property.member("$ref", "#/$defs/\(section.rawValue)-names")
          case .with: property.member("type", "object")
          case .onError:
            property.key("enum")
            property.strings(
              ErrorPolicyWord.allCases.filter { section != .render || $0 == .fail }
                .map(\.rawValue))
          case .reason: property.member("type", "string")
          }
        }
      }
    }
    writer.key("required")
    writer.strings([StageKey.use.rawValue])
    writer.member("additionalProperties", false)
    writer.key("allOf")
    writer.array { rules in
      for entry in entries {
        rules.object { writeRule(entry, into: &$0) }
      }
      // A reason belongs to `drop` and to nothing else.
      rules.object { rule in
        rule.key("if")
        rule.object { condition in
          condition.constant(StageKey.onError.rawValue, ErrorPolicyWord.drop.rawValue)
        }
        rule.key("then")
        rule.object { then in
          then.key("required")
          then.strings([StageKey.reason.rawValue])
        }
        rule.key("else")
        rule.object { other in
          other.key("properties")
          other.object { properties in
            properties.member(StageKey.reason.rawValue, false)
          }
        }
      }
    }
  }

  private static func writeRule(_ entry: StageRegistry.Entry, into writer: inout JSONWriter) {
    writer.key("if")
    writer.object { $0.constant(StageKey.use.rawValue, entry.name) }
    writer.key("then")
    writer.object { then in
      then.key("properties")
      then.object { properties in
        properties.key(StageKey.with.rawValue)
        properties.object { $0.member("$ref", "#/$defs/\(definition(entry))") }
      }
      if entry.type.settings.contains(where: \.isRequired) {
        then.key("required")
        then.strings([StageKey.with.rawValue])
      }
    }
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ value: String) {
    key(name)
    self.value(value)
  }

  mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// The members of a schema for an object that has a property with one value.
  fileprivate mutating func constant(_ property: String, _ value: String) {
    key("properties")
    object { properties in
      properties.key(property)
      properties.object { $0.member("const", value) }
    }
    key("required")
    strings([property])
  }
}
