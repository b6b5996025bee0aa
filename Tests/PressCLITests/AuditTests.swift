import TestSupport
import Testing

/// What the facts leave out, as a command and as a bound.
@Suite struct AuditTests {
  @Test func whatNoFactCoversIsListedWithItsSentence() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.txt", "Senator Maria Lopez read out 417 in Geneva. It cost $5 million in May 2021.\n")
    let outcome = try presswork("audit", "a.txt", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(
      outcome.output.hasPrefix(
        "a.txt: 417 (number)\n    Senator Maria Lopez read out 417 in Geneva.\na.txt: 1 not covered"
      ),
      "\(outcome.output)")
    #expect(try presswork("audit", "none.txt", in: folder.url).status == 66)
  }

  @Test func aCheckBoundsWhatNoFactCovers() throws {
    let folder = try TemporaryFolder()
    try folder.write("Pipelines/Inbox/a.txt", "Senator Maria Lopez read out 417 in Geneva.\n")
    try folder.write(
      "Pipelines/strict.yaml",
      """
      presswork: 1
      pipeline: strict
      title: Nothing missed
      sources: [{use: files, with: {paths: ["Inbox/*.txt"]}}]
      extract: [plain-text, sentences, people, places, audit]
      render: [json]
      checks: [{metric: facts.uncovered, max: 0, severity: fail}]
      publish: {dir: Reports/strict}

      """)
    let outcome = try presswork("run", "strict", in: folder.url)
    #expect(outcome.status == 4)
    #expect(outcome.notes.contains("facts.uncovered is 1"), "\(outcome.notes)")
  }
}
