import PressStage

/// Finds files under one or more patterns.
///
/// Adds one raw item a file, in the order of the patterns and, under a pattern, of the paths; a
/// file that several patterns match is taken once. Leaves out what `ignore` matches. Leaves out and
/// counts links that lead out of the pattern's folder, names that start with a full stop, and named
/// pipes, sockets and devices. Leaves the files' content to readers.
struct Files: Source {
  static let summary = "Finds files under one or more patterns"

  @Setting(
    "Patterns of the files to read: * and ? within a name, ** over folders", required: true,
    example: "[Samples/*.txt]")
  var paths: [String] = []

  @Setting("Patterns of files to leave out of those", example: "[Samples/draft-*.txt]")
  var ignore: [String] = []

  static let examples = [
    StageExample(
      .finds, "the files of a pattern, by path", with: ["paths": "[in/*.txt]"],
      .files([("in/b.txt", "B"), ("in/a.txt", "A")]),
      gives: .origins(["in/a.txt", "in/b.txt"])),
    StageExample(
      .leavesAlone, "files of another ending", with: ["paths": "[in/*.txt]"],
      .files([("in/a.txt", "A"), ("in/a.pdf", "B")]),
      gives: .origins(["in/a.txt"])),
    StageExample(
      .leavesAlone, "files that are to be ignored",
      with: ["paths": "[in/*.txt]", "ignore": "[in/draft*]"],
      .files([("in/a.txt", "A"), ("in/draft-b.txt", "B")]),
      gives: .origins(["in/a.txt"])),
    StageExample(
      .trap, "a file that two patterns match is read once",
      with: ["paths": "[in/a.txt, in/*.txt]"],
      .files([("in/a.txt", "A"), ("in/b.txt", "B")]),
      gives: .origins(["in/a.txt", "in/b.txt"])),
  ]

  func items(_ context: SourceContext) async throws -> [RawItem] {
    var seen: Set<String> = []
    for pattern in ignore { seen.formUnion(try context.files(pattern)) }
    var items: [RawItem] = []
    for pattern in paths {
      let files = try context.files(matching: pattern)
      for path in files where seen.insert(path).inserted {
        items.append(RawItem(path: path, content: .file(path: path)))
      }
    }
    return items
  }
}
