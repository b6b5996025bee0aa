import PressStage

/// Reads one document from standard input.
///
/// Adds one raw item with all bytes of standard input. Leaves an empty input alone: it is no item.
struct StandardInput: Source {
  static let summary = "Reads one document from standard input"

  @Setting("Internet media type of the input", example: "text/html")
  var mediaType = "text/plain"

  static let examples = [
    StageExample(
      .finds, "the bytes that are piped in", .raw("Hello.", as: "text/plain"),
      gives: .origins(["standard input"])),
    StageExample(
      .leavesAlone, "an empty input", .raw("", as: "text/plain"), gives: .origins([])),
    StageExample(
      .trap, "an input of another type needs its type said", with: ["media_type": "text/html"],
      .raw("<p>Hello.</p>", as: "text/html"), gives: .origins(["standard input"])),
  ]

  func items(_ context: SourceContext) async throws -> [RawItem] {
    let bytes = try context.standardInput()
    guard !bytes.isEmpty else { return [] }
    return [RawItem(mediaType: mediaType, content: .bytes(bytes))]
  }
}
