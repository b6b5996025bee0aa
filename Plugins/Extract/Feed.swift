import PressStage

struct Feed: Source {
  static let summary = "x"
  static let examples: [StageExample] = []
  func items(_ context: SourceContext) async throws -> [RawItem] { [] }
}
