import PressModel

/// What every stage is: a small value, made with its defaults, configured from a pipeline file,
/// and then only read. Conform to `Source`, `Reader`, `Extractor`, `Transformer` or `Renderer`.
public protocol Stage: Sendable {
  /// One sentence that says what it does, without a full stop; the first line of its doc comment.
  static var summary: String { get }

  /// Raised whenever the same input may give another output.
  static var version: Int { get }

  /// At least three: one that finds, one that leaves alone, one trap. Each is run as a test and
  /// shown by `presswork describe`.
  static var examples: [StageExample] { get }

  init()
}

extension Stage {
  public static var version: Int { 1 }

  /// The stage's YAML name: the type's name in kebab-case, so `NearDuplicates` is
  /// `near-duplicates`.
  public static var name: String { kebabCase(String(describing: Self.self)) }
}

/// The sections of a pipeline file that hold stages.
public enum StageSection: String, CaseIterable, Sendable {
  case sources, extract, transform, render
}

/// The kinds of stage, one for each protocol.
public enum StageRole: String, CaseIterable, Sendable {
  case source, reader, extractor, transformer, renderer

  /// The role of a stage type; nil for a type that conforms to none of the five protocols.
  public init?(of type: any Stage.Type) {
    if type is any Source.Type {
      self = .source
    } else if type is any Reader.Type {
      self = .reader
    } else if type is any Extractor.Type {
      self = .extractor
    } else if type is any Transformer.Type {
      self = .transformer
    } else if type is any Renderer.Type {
      self = .renderer
    } else {
      return nil
    }
  }

  /// Where a pipeline file lists stages of this role.
  public var section: StageSection {
    switch self {
    case .source: .sources
    case .reader, .extractor: .extract
    case .transformer: .transform
    case .renderer: .render
    }
  }
}

/// What went wrong in a stage, in a lower-case sentence without the stage's name: the engine adds
/// the stage, the document and the place.
public struct StageError: Error, Hashable, CustomStringConvertible {
  public var reason: String

  public init(_ reason: String) {
    self.reason = reason
  }

  public var description: String { reason }
}

/// `NearDuplicates` to `near-duplicates`, `HTML` to `html`, `JSONLines` to `json-lines`.
public func kebabCase(_ name: String) -> String { separated(name, by: "-") }

/// `minWords` to `min_words`.
public func snakeCase(_ name: String) -> String { separated(name, by: "_") }

private func separated(_ name: String, by separator: Character) -> String {
  let letters = Array(name)
  var result = ""
  for (index, letter) in letters.enumerated() {
    if letter.isUppercase, index > 0 {
      let followsLower = !letters[index - 1].isUppercase
      let opensWord = index + 1 < letters.count && letters[index + 1].isLowercase
      if followsLower || opensWord { result.append(separator) }
    }
    result += letter.lowercased()
  }
  return result
}
