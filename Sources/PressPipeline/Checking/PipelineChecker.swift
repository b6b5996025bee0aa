import PressStage

/// Checks the nodes of a pipeline file and makes the pipeline. It tells every problem and goes on:
/// what cannot be read is left out, and the pipeline is only used where nothing is wrong.
struct PipelineChecker {
  static let version = 1

  var file: ComposedFile
  let path: String
  let registry: StageRegistry
  let context: PipelineContext
  var problems: DiagnosticList
  var references: References

  init(
    file: ComposedFile, path: String, registry: StageRegistry, context: PipelineContext,
    problems: DiagnosticList
  ) {
    self.file = file
    self.path = path
    self.registry = registry
    self.context = context
    self.problems = problems
    references = References(environment: context.environment, run: context.run)
  }

  mutating func check() -> Pipeline? {
    let start = Place(line: 1, column: 1)
    guard let root = file.root, !root.isNull else {
      if file.isComplete {
        problems.add(
          .notAPipeline, at: start, "the file holds nothing", hint: "start with 'presswork: 1'")
      }
      return nil
    }
    guard case .map(let entries) = root.content else {
      problems.add(
        .notAPipeline, at: root.place, "the file holds \(root.shape), not a mapping of keys",
        hint: "start with 'presswork: 1'")
      return nil
    }
    guard hasKnownVersion(root) else { return nil }
    refuseUnknownKeys(entries, known: PipelineKey.allCases.map(\.rawValue), of: "a pipeline file")
    requireKeys(root)

    let name = name(root)
    references.pipeline = name
    let variables = variables(entries.first { $0.key == PipelineKey.vars.rawValue })
    let extract = stages(.extract, root)
    let (readers, extractors) = readersAndExtractors(extract)
    let transformers = stages(.transform, root).compactMap { $0.cast { $0 as? any Transformer } }
    warnOfNothingToRead(transformers, after: extractors)
    let embargo = embargo(node(.embargo, root))
    if embargo.holds { warnOfUnseenEmbargoes(extract, readers, extractors) }
    return Pipeline(
      name: name ?? "",
      title: words(node(.title, root), "title"),
      description: words(node(.description, root), "description"),
      tags: tags(node(.tags, root)),
      variables: variables,
      sources: stages(.sources, root).compactMap { $0.cast { $0 as? any Source } },
      readers: readers,
      extractors: extractors,
      transformers: transformers,
      renderers: stages(.render, root).compactMap { $0.cast { $0 as? any Renderer } },
      embargo: embargo,
      quarantine: quarantine(node(.quarantine, root)),
      checks: checks(node(.checks, root), extract: extract),
      publish: publication(node(.publish, root), at: root.place))
  }

  func node(_ key: PipelineKey, _ root: SettingNode) -> SettingNode? { root[key.rawValue] }

  /// Whether the rest of the file can be understood.
  private mutating func hasKnownVersion(_ root: SettingNode) -> Bool {
    guard let node = node(.presswork, root), case .scalar(let text, _) = node.content else {
      if let node = node(.presswork, root) {
        refuse(node, expected: "the version of the format, \(Self.version)", key: "presswork")
      }
      return true
    }
    guard text != String(Self.version) else { return true }
    problems.add(
      .formatVersion, at: node.place,
      "version '\(shortened(text))' of the format is not known",
      hint: "this program reads version \(Self.version)")
    return false
  }

  private mutating func requireKeys(_ root: SettingNode) {
    guard file.isComplete else { return }
    for key in PipelineKey.allCases where key.isRequired && root[key.rawValue] == nil {
      problems.add(
        .missingKey, at: Place(line: 1, column: 1), "the key '\(key.rawValue)' is missing",
        hint: key.help)
    }
  }

  /// The pipeline's name, if it is one that can name folders and files.
  private mutating func name(_ root: SettingNode) -> String? {
    guard let node = node(.pipeline, root), let text = literal(node, "pipeline") else {
      return nil
    }
    let first = text.utf8.first ?? 0
    let isName =
      (isASCIILetter(first) || isASCIIDigit(first))
      && text.utf8.allSatisfy {
        isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
      }
    guard isName else {
      problems.add(
        .pipelineName, at: node.place, "'\(shortened(text))' can't name a pipeline",
        hint: "use letters, digits and '-'")
      return nil
    }
    guard let stem = fileStem, stem != text else { return text }
    problems.add(
      .pipelineName, at: node.place, "the pipeline '\(text)' stands in the file of '\(stem)'",
      hint: "write '\(stem)', or rename the file to \(text).yaml")
    return text
  }

  /// The name of the file without its ending; nil where there is no file.
  private var fileStem: String? {
    guard let name = path.split(separator: "/").last, name != "-" else { return nil }
    for ending in [".yaml", ".yml"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return String(name)
  }

  private mutating func tags(_ node: SettingNode?) -> [String] {
    guard let node else { return [] }
    guard case .list(let elements) = node.content else {
      refuse(node, expected: "a list of words", key: "tags")
      return []
    }
    return elements.compactMap { literal($0, "tags") }
  }

  /// A text that may refer to what is the same in every run.
  mutating func words(_ node: SettingNode?, _ key: String) -> String? {
    guard let node, literalText(node, key) != nil else { return nil }
    guard case .scalar(let text, _) = filled(node, .words).content else { return nil }
    return text
  }
}
