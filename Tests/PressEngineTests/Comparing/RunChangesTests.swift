import PressModel
import Testing

@testable import PressEngine

@Suite struct RunChangesTests {
  private func run(
    sentences: Int = 1, quotes: Int = 1, people: String = "", presswork: String = "1"
  ) -> RunRecord {
    RunRecord(
      presswork: presswork,
      stages: [
        RunRecord.StageUse(section: "extract", name: "plain-text", version: 1),
        RunRecord.StageUse(
          section: "extract", name: "sentences", version: sentences, adds: ["sentences"]),
        RunRecord.StageUse(
          section: "extract", name: "people", version: 1, settings: people, adds: ["people"]),
        RunRecord.StageUse(
          section: "extract", name: "quotes", version: quotes, reads: ["sentences"],
          adds: ["quotes"]),
      ])
  }

  private func cause(_ new: RunRecord, _ kind: String = "quotes") -> PackDifference.Cause {
    RunChanges(run(), new).cause(kind: kind, reader: "plain-text")
  }

  @Test func theStageOfTheKindComesFirst() {
    #expect(
      cause(run(sentences: 2, quotes: 3, presswork: "2"))
        == .stageVersion(stage: "quotes", from: 1, to: 3))
    #expect(
      cause(run(people: "{}"), "people") == .setting(stage: "people", from: "", to: "{}"))
  }

  @Test func thenWhatItReads() {
    #expect(
      cause(run(sentences: 2, people: "{}"))
        == .stageVersion(stage: "sentences", from: 1, to: 2))
  }

  @Test func thenTheProgram() {
    #expect(cause(run(presswork: "2")) == .engineVersion(from: "1", to: "2"))
    #expect(cause(run()) == .unrecorded)
  }
}
