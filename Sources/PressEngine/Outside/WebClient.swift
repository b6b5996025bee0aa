import PressStage

actor WebClient {
  init(store: String?) {}
  func fetch(_ request: WebRequest) async throws -> WebAnswer { throw StageError("") }
}
