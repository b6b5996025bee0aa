/// A place in a file that a person wrote.
public struct Place: Hashable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  /// The number of Unicode scalars that a caret line should mark, at least 1.
  public var length: Int

  public init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = max(1, length)
  }
}

/// A value of a configuration file with its place. Scalars are text until a setting types them.
public struct SettingNode: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var keyPlace: Place
    public var value: SettingNode

    public init(key: String, keyPlace: Place, value: SettingNode) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }

  public indirect enum Content: Hashable, Sendable {
    /// `isPlain`: written without quotation marks, so that a type may be read into it.
    case scalar(String, isPlain: Bool)
    case list([SettingNode])
    case map([Entry])
  }

  public var content: Content
  public var place: Place

  public init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  /// A plain scalar that YAML 1.2's core schema (section 10.3.2) reads as null.
  public var isNull: Bool {
    if case .scalar(let text, isPlain: true) = content {
      return ["", "~", "null", "Null", "NULL"].contains(text)
    }
    return false
  }

  /// What the value is, in a message's words.
  public var shape: String {
    switch content {
    case .scalar(_, let isPlain): isNull ? "nothing" : isPlain ? "a value" : "a quoted text"
    case .list: "a list"
    case .map: "a mapping"
    }
  }

  public subscript(key: String) -> SettingNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
