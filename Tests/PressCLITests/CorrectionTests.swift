import Foundation
import TestSupport
import Testing

/// Releases that come back with other bytes, and what the next pack says of them.
@Suite struct CorrectionTests {
  private let project: TemporaryFolder

  init() throws {
    project = try TemporaryFolder()
    try write(1)
    try project.write("Inbox/b.txt", release("Lock", "$3 million"))
  }

  private func release(_ title: String, _ sum: String, more: String = "") -> String {
    """
    FOR IMMEDIATE RELEASE

    March 2, 2026

    \(title) opens in Port Olsen

    The board opened it today. It cost \(sum) in all. Ships may use it from Friday.\(more)
    """
  }

  private func write(_ millions: Int, more: String = "") throws {
    try project.write("Inbox/a.txt", release("Pier", "$\(millions) million", more: more))
  }

  private func pipeline(_ publish: String) throws {
    try project.write(
      "Pipelines/night.yaml",
      """
      presswork: 1
      pipeline: night
      sources:
        - use: files
          with: {paths: ["../Inbox/*.txt"]}
      extract: [plain-text, metadata, sentences, amounts]
      render: [json, markdown]
      publish: \(publish)
      """)
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> Outcome {
    let outcome = try TestSupport.run(
      buildFolder.appending(path: "presswork"), ["run", "night"] + arguments, in: project.url)
    try #require(outcome.status == 0, "\(outcome.notes)")
    return outcome
  }

  private func pack(_ name: String = "night") throws -> [String: Data] {
    try files(below: project.url.appending(path: "Reports/\(name)"))
  }

  private func corrected(_ pack: [String: Data]) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: try #require(pack["pack.json"]))
    return (object as? [String: Any])?["corrected"] as? [[String: Any]] ?? []
  }

  private func verify(_ name: String = "night") throws -> Outcome {
    try presswork("verify", "Reports/\(name)", in: project.url)
  }

  @Test func aReleaseThatCameBackIsRedlined() throws {
    try pipeline("{dir: Reports/night}")
    #expect(try corrected(try pack(after: { try run() })).isEmpty)
    try write(4, more: " A second one follows.")
    let second = try run()
    #expect(second.notes.contains("Inbox/a.txt: corrected since an earlier pack"))
    let page = String(decoding: try pack()["briefing.md"] ?? Data(), as: UTF8.self)
    #expect(
      page.contains(
        "## Corrected since\n\n**Pier opens in Port Olsen** · Inbox/a.txt · 2 sentences"))
    #expect(page.contains("- It cost $~~1~~**4** million in all.\n"), "\(page.prefix(900))")
    #expect(page.contains("- **A second one follows.**\n"))
    let corrections = try corrected(try pack())
    #expect(corrections.count == 1)
    let sentences = try #require(corrections[0]["sentences"] as? [[String: Any]])
    #expect(sentences.map { $0["old"] as? String } == ["It cost $1 million in all.", nil])
    #expect(try verify().status == 0)
  }

  private func pack(after work: () throws -> Void) throws -> [String: Data] {
    try work()
    return try pack()
  }

  @Test func itSaysTheSameHoweverOftenItIsRun() throws {
    try pipeline("{dir: Reports/night}")
    try run()
    try write(4)
    try run()
    let second = try pack()
    try run("--fresh")
    #expect(try pack() == second)
    // What was corrected stays while the document does, and later corrections follow it.
    try write(5)
    try run()
    #expect(try corrected(try pack()).count == 2)
    let third = try pack()
    try run("--fresh")
    #expect(try pack() == third)
    #expect(try verify().status == 0)
    // A document that goes takes its corrections with it.
    try FileManager.default.removeItem(at: project.url.appending(path: "Inbox/a.txt"))
    try run()
    #expect(try corrected(try pack()).isEmpty)
  }

  @Test(arguments: ["all", "new"])
  func inAFolderADayItIsSaidOnce(documents: String) throws {
    try pipeline("{dir: \"Reports/${run.date}\", documents: \(documents)}")
    try run("--as-of", "2026-03-02")
    try write(4)
    try run("--as-of", "2026-03-03")
    #expect(try corrected(try pack("2026-03-03")).count == 1)
    let second = try pack("2026-03-03")
    try run("--as-of", "2026-03-03", "--fresh")
    #expect(try pack("2026-03-03") == second)
    try project.write("Inbox/c.txt", release("Quay", "$7 million"))
    try run("--as-of", "2026-03-04")
    #expect(try corrected(try pack("2026-03-04")).isEmpty)
    #expect(try verify("2026-03-03").status == 0)
  }

  @Test func anEarlierPackThatIsGoneOrChangedIsNotQuoted() throws {
    try pipeline("{dir: \"Reports/${run.date}\"}")
    try run("--as-of", "2026-03-02")
    try write(4)
    let file = project.url.appending(path: "Reports/2026-03-02/pack.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("It cost $1 million", with: "It cost $9 million")
      .write(to: file, atomically: false, encoding: .utf8)
    try run("--as-of", "2026-03-03")
    let corrections = try corrected(try pack("2026-03-03"))
    #expect(corrections.count == 1)
    #expect((corrections[0]["sentences"] as? [Any])?.isEmpty == true)
    let page = String(decoding: try pack("2026-03-03")["briefing.md"] ?? Data(), as: UTF8.self)
    #expect(page.contains("its earlier text is not at hand"))
  }

  /// A word changed in any part of a correction is found, even where all checksums are made anew.
  @Test func aCorrectionThatSaysSomethingElseDoesNotVerify() throws {
    try pipeline("{dir: Reports/night}")
    try run()
    try write(4)
    try run()
    let folder = project.url.appending(path: "Reports/night")
    let file = folder.appending(path: "pack.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in [
      ("\"old\": \"It cost $1", "\"old\": \"It cost $2"),
      ("\"new\": \"It cost $4", "\"new\": \"It cost $5"), ("\"removed\": \"1", "\"removed\": \"2"),
      ("\"origin\": \"Inbox/a.txt\",\n      \"title\"", "\"origin\": 7,\n      \"title\""),
    ] {
      let changed = text.replacing(old, with: new)
      #expect(changed != text, "\(old)")
      try changed.write(to: file, atomically: false, encoding: .utf8)
      let sums = try TestSupport.run(
        URL(filePath: "/bin/sh"),
        ["-c", "sha256sum $(cut -c67- SHA256SUMS) > new && mv new SHA256SUMS"], in: folder)
      #expect(sums.status == 0)
      let outcome = try verify()
      #expect(outcome.status == 1, "\(old)")
      #expect(outcome.output.contains("correction"), "\(outcome.output)")
    }
  }

  @Test func aCorrectionUnderEmbargoLeavesNoTrace() throws {
    try pipeline("{dir: \"Reports/${run.date}\"}")
    try run("--as-of", "2026-03-02")
    try project.write(
      "Inbox/a.txt",
      "EMBARGOED UNTIL 10:00 GMT, March 5, 2026\n\n" + release("Pier", "$4 million"))
    let held = try run("--as-of", "2026-03-03")
    #expect(held.output.contains("1 held"))
    #expect(try corrected(try pack("2026-03-03")).isEmpty)
    try run("--as-of", "2026-03-05T10:00:00Z")
    #expect(!(try pack("2026-03-05").isEmpty))
  }
}
