/// What a stage does to a small input: its test, and its documentation.
public struct StageExample: Sendable {
  public enum Purpose: String, CaseIterable, Sendable {
    case finds
    case leavesAlone = "leaves alone"
    /// Something that looks like what it finds and is not, or the other way round.
    case trap
  }

  public enum Input: Sendable {
    /// The canonical text of one document; paragraphs are parted by empty lines and a line that
    /// starts with `# ` is a heading. For extractors.
    case text(String)
    /// Raw text of a media type. For readers, and for sources as standard input.
    case raw(String, as: String)
    /// Canonical texts by name. For transformers and renderers; extractors run on them first.
    case documents([(name: String, text: String)])
    /// Files by path, under one folder. For sources.
    case files([(path: String, content: String)])
  }

  public enum Expectation: Sendable {
    /// All facts of a kind, in order, each with the fields that matter: the field's name and its
    /// cell. `text` is the first mention's words, `mentions` the number of mentions.
    case facts(String, [[String: String]])
    /// The blocks that the document has, each as its type and words.
    case blocks([(type: String, text: String)])
    /// A metadata field by its JSON name; nil for one that must stay empty.
    case metadata(String, String?)
    case sentences([String])
    /// The documents that stay in the pack.
    case documents([String])
    /// The first cell of every row of a table.
    case table(String, [String])
    /// A file that is rendered, and words that it holds.
    case file(String, contains: String)
    /// The origins that are found, in order.
    case origins([String])
    /// The bytes are refused: by `suitability`, or for a reason that holds these words.
    case refused(String)
  }

  public let purpose: Purpose
  /// What it shows, in a few words.
  public let title: String
  /// Settings as in a pipeline file, where the defaults would not show it.
  public let settings: [String: String]
  public let input: Input
  public let expected: [Expectation]

  public init(
    _ purpose: Purpose, _ title: String, with settings: [String: String] = [:], _ input: Input,
    gives expected: Expectation...
  ) {
    self.purpose = purpose
    self.title = title
    self.settings = settings
    self.input = input
    self.expected = expected
  }
}
