public import PressStage

/// A pipeline's file.
public enum PipelineFile {
  /// The largest file that is read, in bytes. Read one byte more than this at most: a file that is
  /// larger is refused unread.
  public static let maximumSize = 16_000_000

  /// Reads and checks a pipeline's file. It touches nothing outside its arguments.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: the file's path, for messages and for the name that the pipeline must have; empty
  ///     or `-` where there is none.
  ///   - registry: the stages that there are.
  ///   - context: what the file may name that does not stand in it.
  /// - Returns: the pipeline, nil where there is an error; and all problems in the order of the
  ///   file, warnings too.
  public static func load(
    bytes: [UInt8], path: String, registry: StageRegistry, context: PipelineContext
  ) -> (pipeline: Pipeline?, diagnostics: [Diagnostic]) {
    guard bytes.count <= maximumSize else {
      let problem = Diagnostic(
        .fileTooLarge, file: path, at: Place(line: 1, column: 1),
        "the file is larger than \(maximumSize / 1_000_000) MB",
        suggestion: "a pipeline file names stages and settings; data belongs in files of its own")
      return (nil, [problem])
    }
    let source = SourceText(bytes)
    var problems = DiagnosticList(file: path, source: source)
    let scan = CharacterScan(source)
    guard scan.findings.isEmpty else {
      for finding in scan.findings {
        problems.add(
          finding.code, at: finding.place, finding.message, hint: finding.hint,
          notes: finding.note.map { [.init($0)] } ?? [])
      }
      return (nil, problems.sorted())
    }
    let file = NodeComposer.compose(source, problems: &problems)
    var checker = PipelineChecker(
      file: file, path: path, registry: registry, context: context, problems: problems)
    let pipeline = checker.check()
    let diagnostics = checker.problems.sorted(without: checker.file.unknown)
    let isRight = file.isComplete && !diagnostics.contains { $0.severity == .error }
    return (isRight ? pipeline : nil, diagnostics)
  }
}
