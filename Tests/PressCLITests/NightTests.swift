import Foundation
import TestSupport
import Testing

/// Runs that remember the ones before them.
@Suite struct NightTests {
  private let project: TemporaryFolder

  init() throws {
    project = try TemporaryFolder()
    try project.write("Inbox/a.txt", release("Pier", "Anna Berg"))
    try project.write("Inbox/b.txt", release("Lock", "Carl Dahl"))
  }

  private func release(_ title: String, _ name: String, head: String = "") -> String {
    """
    \(head)FOR IMMEDIATE RELEASE

    March 2, 2026

    \(title) opens in Port Olsen

    The board opened it today. "It cost $5 million in all," said \(name), its chair.
    """
  }

  private func pipeline(publish: String = "{dir: Reports/night}", more: String = "") throws {
    try project.write(
      "Pipelines/night.yaml",
      """
      presswork: 1
      pipeline: night
      sources:
        - use: files
          with: {paths: ["../Inbox/*.txt"]}
      extract: [plain-text, metadata, sentences, people, organizations, quotes]
      render: [json, markdown]
      \(more)
      publish: \(publish)
      """)
  }

  private func run(_ arguments: String...) throws -> Outcome {
    try TestSupport.run(
      buildFolder.appending(path: "presswork"), ["run", "night"] + arguments, in: project.url)
  }

  private func call(_ arguments: String...) throws -> Outcome {
    try TestSupport.run(
      buildFolder.appending(path: "presswork"), arguments, in: project.url)
  }

  private func pack(_ path: String = "Reports/night") throws -> [String: Data] {
    try files(below: project.url.appending(path: path))
  }

  @Test func aRunOverTheSameSaysSoAndTouchesNothing() throws {
    try pipeline()
    let first = try run()
    #expect(first.output.contains("2 in = 2 packed"))
    #expect(!first.output.contains("nothing has changed"))
    let before = try pack()
    let second = try run()
    #expect(second.status == 0)
    #expect(second.output.contains("2 in = 2 packed"))
    #expect(second.output.contains("nothing has changed"))
    #expect(try pack() == before)
    #expect(try call("runs").output.contains("unchanged"))
  }

  @Test func whatEarlierRunsFoundOutGivesTheSameBytesAsAllAnew() throws {
    try pipeline()
    _ = try run()
    try project.write("Inbox/c.txt", release("Quay", "Eva Falk"))
    #expect(try run().output.contains("3 in = 3 packed"))
    let remembered = try pack()
    #expect(try run("--fresh").status == 0)
    #expect(try pack() == remembered)
  }

  @Test func anEditedFileAndASettingAreSeen() throws {
    try pipeline()
    _ = try run()
    try project.write("Inbox/a.txt", release("Pier", "Gerd Holm"))
    #expect(!(try run().output.contains("nothing has changed")))
    #expect(
      String(decoding: try pack()["pack.json"] ?? Data(), as: UTF8.self).contains("Gerd Holm"))
    try pipeline(more: "title: Another title")
    #expect(!(try run().output.contains("nothing has changed")))
  }

  @Test func aPackThatWasTakenAwayIsMadeAnew() throws {
    try pipeline()
    _ = try run()
    let before = try pack()
    try FileManager.default.removeItem(at: project.url.appending(path: "Reports/night/briefing.md"))
    #expect(try run().status == 0)
    #expect(try pack() == before)
  }

  @Test func aDamagedCacheCostsTimeAndNothingElse() throws {
    try pipeline()
    _ = try run()
    let before = try pack()
    try FileManager.default.removeItem(at: project.url.appending(path: "Reports"))
    try project.write(".presswork/cache.sqlite", "this is no database, whatever it was before")
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(
        at: project.url.appending(path: ".presswork/cache.sqlite\(ending)"))
    }
    let second = try run()
    #expect(second.status == 0)
    #expect(second.notes.contains("cache.sqlite"))
    #expect(try pack() == before)
  }

  @Test func aDocumentUnderEmbargoLeavesNoTraceUntilItsTime() throws {
    try pipeline()
    _ = try run("--as-of", "2026-03-01T08:00:00Z")
    let without = try pack()
    try FileManager.default.removeItem(at: project.url.appending(path: "Reports"))
    try project.write(
      "Inbox/c.txt",
      release("Quay", "Eva Falk", head: "EMBARGOED UNTIL 10:00 a.m. EST, March 3, 2026\n\n"))
    let held = try run("--as-of", "2026-03-01T08:00:00Z", "--fresh")
    #expect(held.output.contains("3 in = 2 packed + 1 held"))
    #expect(try pack() == without)
    #expect(try run("--as-of", "2026-03-03T14:59:59Z").output.contains("1 held"))
    #expect(try run("--as-of", "2026-03-03T15:00:00Z").output.contains("3 in = 3 packed"))
  }

  @Test func anEmbargoWithoutAZoneWaitsForTheLastPlaceOnEarth() throws {
    try pipeline()
    try project.write(
      "Inbox/c.txt", release("Quay", "Eva Falk", head: "EMBARGOED UNTIL 10:00, March 3, 2026\n\n"))
    #expect(try run("--as-of", "2026-03-03T21:59:59Z").output.contains("1 held"))
    #expect(try run("--as-of", "2026-03-03T22:00:00Z").output.contains("3 packed"))
    try pipeline(more: "embargo: {zone: \"+01:00\"}")
    #expect(try run("--as-of", "2026-03-03T08:59:59Z").output.contains("1 held"))
    #expect(try run("--as-of", "2026-03-03T09:00:00Z").output.contains("3 packed"))
  }

  @Test func whatFailsIsKeptShownRetriedAndDropped() throws {
    try pipeline()
    try project.write("Inbox/c.txt", "   \n")
    #expect(try run().output.contains("3 in = 2 packed + 1 quarantined"))
    let list = try call("quarantine")
    #expect(list.output.contains("Inbox/c.txt  plain-text: the file holds no text"))
    #expect(try call("quarantine", "show", "1").output == "   \n")
    #expect(try call("quarantine", "show", "9").status == 66)
    #expect(try run().output.contains("nothing has changed"))
    #expect(try call("quarantine", "retry", "1").status == 0)
    #expect(!(try run().output.contains("nothing has changed")))
    #expect(try call("quarantine", "drop", "1").status == 0)
    #expect(try run("--fresh").output.contains("3 in = 2 packed + 1 filtered"))
  }

  @Test func moreFailuresThanAllowedPublishNothing() throws {
    try pipeline(more: "quarantine: {max_ratio: 10%}")
    try project.write("Inbox/c.txt", "")
    let failed = try run()
    #expect(failed.status == 4)
    #expect(failed.notes.contains("1 of 3 items failed"))
    #expect(!FileManager.default.fileExists(atPath: project.url.appending(path: "Reports").path()))
    #expect(try call("quarantine").output.contains("Inbox/c.txt"))
    #expect(try call("runs").output.contains("failed"))
  }

  @Test func aPackOfNewDocumentsHoldsWhatNoOtherFolderHolds() throws {
    try pipeline(publish: "{dir: \"Reports/night/${run.date}\", documents: new, latest: true}")
    #expect(try run("--as-of", "2026-03-02").output.contains("2 in = 2 packed"))
    #expect(try run("--as-of", "2026-03-03").output.contains("nothing new"))
    try project.write("Inbox/c.txt", release("Quay", "Eva Falk"))
    #expect(try run("--as-of", "2026-03-03").output.contains("1 in = 1 packed"))
    let again = try run("--as-of", "2026-03-03")
    #expect(again.output.contains("1 in = 1 packed"))
    #expect(again.output.contains("nothing has changed"))
    let latest = project.url.appending(path: "Reports/night/latest").path()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: latest) == "2026-03-03")
  }

  @Test func checksHoldAPackAgainstTheLastOne() throws {
    let check = "checks: [{metric: documents, against: last, min_ratio: 0.6}]"
    try pipeline(publish: "{dir: \"Reports/${run.date}\"}", more: check)
    #expect(try run("--as-of", "2026-03-02").status == 0)
    try FileManager.default.removeItem(at: project.url.appending(path: "Inbox/a.txt"))
    let failed = try run("--as-of", "2026-03-03")
    #expect(failed.status == 4)
    #expect(failed.notes.contains("documents is 1, 0.5 of the last pack's 2"))
  }

  @Test func aSecondRunOfThePipelineIsTurnedAway() throws {
    try pipeline()
    _ = try run()
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/flock")
    holder.arguments = [
      project.url.appending(path: ".presswork/locks/night.lock").path(), "sleep", "30",
    ]
    try holder.run()
    defer { holder.terminate() }
    for _ in 0..<200 {
      if try run().status == 75 { break }
      usleep(20_000)
    }
    let refused = try run("--fresh")
    #expect(refused.status == 75)
    #expect(refused.notes.contains("another run of it is under way"))
  }

  @Test func aPlanSaysWhatWouldBeReadAndWhy() throws {
    try pipeline()
    #expect(
      try call("plan", "night").output.contains("Inbox/a.txt: read, because nothing is known"))
    _ = try run()
    let idle = try call("plan", "night")
    #expect(idle.output.isEmpty)
    #expect(idle.notes.contains("0 of 2 documents would be read"))
    #expect(idle.notes.contains("the pack would stay as it is"))
    try project.write("Inbox/a.txt", release("Pier", "Gerd Holm"))
    #expect(
      try call("plan", "night").output
        == "Inbox/a.txt: read, because its bytes have changed\n")
    let file = project.url.appending(path: "Pipelines/night.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try project.write(
      "Pipelines/night.yaml",
      text.replacing(
        "organizations, quotes]", with: "organizations, {use: quotes, with: {min_words: 9}}]"))
    let plan = try call("plan", "night")
    #expect(
      plan.output.contains(
        "Inbox/b.txt: read, because settings of stage 'quotes' changed: min_words default → 9\n"),
      "\(plan.output)")
    #expect(
      plan.notes.contains("by one of plain-text, then metadata, sentences, people, organizations"))
    #expect(plan.notes.contains("the pack would be made anew, because 1 item is new or edited"))
    #expect(plan.notes.contains("setting: quotes min_words default → 9"), "\(plan.notes)")
    #expect(try call("cache", "why", "Inbox/b.txt").output.contains("  extract people version"))
    #expect(try call("cache", "clear").status == 0)
    #expect(try call("plan", "night").output.contains("Inbox/b.txt: read, because it is new"))
  }

  @Test func aBatchGoesOnWhenOneFails() throws {
    try pipeline(more: "tags: [nightly]")
    try project.write(
      "Pipelines/other.yaml",
      """
      presswork: 1
      pipeline: other
      tags: [nightly]
      sources:
        - use: files
          with: {paths: ["../Nothing/*.txt"]}
      extract: [plain-text]
      render: [json]
      """)
    try project.write("Pipelines/broken.yaml", "presswork: 1\npipeline: broken\n")
    let outcome = try call(
      "batch", "--tag", "nightly", "--junit", "out/junit.xml", "--metrics", "out/p.prom")
    #expect(outcome.status == 5)
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.contains { $0.hasPrefix("night ") && $0.contains(" published ") }, "\(outcome.output)")
    #expect(lines.contains { $0.hasPrefix("other ") && $0.contains("source 'files'") })
    #expect(outcome.output.contains("3 pipelines, 2 failed"))
    let metrics = try String(
      contentsOf: project.url.appending(path: "out/p.prom"), encoding: .utf8)
    #expect(metrics.contains("presswork_pipeline_success{pipeline=\"night\"} 1\n"))
    #expect(metrics.contains("presswork_pipeline_success{pipeline=\"other\"} 0\n"))
    let junit = try XMLText(contentsOf: project.url.appending(path: "out/junit.xml"))
    #expect(junit.text.contains("tests=\"3\" failures=\"2\""))
    #expect(try call("batch", "night").status == 0)
    #expect(try call("batch", "--tag", "weekly").status == 5)
  }

  @Test func aLogForProgramsIsOneObjectALine() throws {
    try pipeline(more: "tags: [nightly]")
    try project.write("Inbox/bad.txt", "")
    let outcome = try call("batch", "--log-format", "json", "--report", "out/batch.json")
    #expect(outcome.status == 0, "\(outcome.notes)")
    let events = try outcome.notes.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(events.contains { $0["event"] as? String == "published" })
    #expect(
      events.contains {
        $0["level"] as? String == "warning" && $0["fate"] as? String == "quarantined"
      })
    let report = try Data(contentsOf: project.url.appending(path: "out/batch.json"))
    let object = try #require(JSONSerialization.jsonObject(with: report) as? [String: Any])
    #expect(object["failed"] as? Int == 0)
  }

  /// Port 9 of this machine takes no connection; a night that went well is no failure for that.
  @Test func aWatcherThatCannotBeReachedIsAWarning() throws {
    try pipeline(more: "tags: [nightly]")
    let outcome = try call("batch", "--ping", "http://127.0.0.1:9/secret")
    #expect(outcome.status == 0)
    #expect(outcome.notes.contains("http://127.0.0.1:9"))
    #expect(!outcome.notes.contains("secret"))
    #expect(try call("batch", "--ping", "ftp://example.org").status == 64)
  }

  private struct XMLText {
    let text: String
    init(contentsOf url: URL) throws { text = try String(contentsOf: url, encoding: .utf8) }
  }

  @Test func aClockBeforeTheLastRunIsRefused() throws {
    try pipeline()
    _ = try run()
    let ledger = project.url.appending(path: ".presswork/ledger.sqlite").path()
    let change = try TestSupport.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3", "-c",
        """
        import sqlite3, sys
        ledger = sqlite3.connect(sys.argv[1])
        ledger.execute("UPDATE runs SET started = '2999-01-01T00:00:00Z'")
        ledger.commit()
        """, ledger,
      ])
    #expect(change.status == 0)
    let refused = try run()
    #expect(refused.status == 4)
    #expect(refused.notes.contains("but the last run began at 2999-01-01T00:00:00Z"))
    #expect(try run("--as-of", "2026-03-02").status == 0)
  }

  @Test func anEmbargoThatIsNotUnderstoodLeavesNoTraceInAPack() throws {
    try pipeline()
    _ = try run()
    let without = try pack()
    try FileManager.default.removeItem(at: project.url.appending(path: "Reports"))
    try project.write(
      "Inbox/c.txt", release("Quay", "Eva Falk", head: "EMBARGOED UNTIL MONDAY MORNING\n\n"))
    #expect(try run("--fresh").output.contains("3 in = 2 packed + 1 quarantined"))
    #expect(try pack() == without)
    #expect(try call("quarantine").output.contains("the time of the embargo is not understood"))
    #expect(try call("runs", "--show", "2").output.contains("Inbox/c.txt"))
    let shown = try call("read", "Inbox/c.txt").output
    #expect(shown.contains("announced, and its time is not understood (printed as “EMBARGOED"))
    // What an operator drops from the quarantine stays unknown too.
    #expect(try call("quarantine", "drop", "1").status == 0)
    #expect(try run("--fresh").output.contains("3 in = 2 packed + 1 filtered"))
    #expect(try pack() == without)
  }

  @Test func aRetryTakesWhatFailedAgain() throws {
    try pipeline()
    _ = try run()
    #expect(try call("retry", "night").output == "night: nothing failed\n")
    try project.write("Inbox/c.txt", "")
    _ = try run()
    #expect(try call("retry", "night").output.contains("3 in = 2 packed + 1 quarantined"))
    #expect(try call("runs", "night").output.split(separator: "\n").count == 3)
  }

  @Test func theDoctorSeesWhatWouldStopARun() throws {
    try pipeline()
    let well = try call("doctor")
    #expect(well.status == 0, "\(well.output)")
    #expect(well.output.contains("ok  pipeline night: no errors"))
    try project.write("Pipelines/broken.yaml", "presswork: 1\npipeline: broken\n")
    let ill = try call("doctor")
    #expect(ill.status == 1)
    #expect(ill.output.contains("error  pipeline broken: "))
    let file = try project.write("state", "a file")
    #expect(try call("doctor", "--state", file.path()).status == 1)
  }

  /// What operators copy must name what the program has.
  @Test func deployNamesOptionsThatThereAre() throws {
    let help = try call("help", "batch").output
    let folder = packageRoot.appending(path: "Deploy")
    for name in ["presswork.service", "presswork.cron", "Containerfile", "cronjob.yaml"] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let words = text.split(whereSeparator: { " \n\"[],".contains($0) })
      let start = words.indices.dropLast().first {
        words[$0] == "batch" && words[$0 + 1].hasPrefix("--")
      }
      guard let start else {
        Issue.record("\(name) runs no batch")
        continue
      }
      let options = words[start...].prefix(8).filter { $0.hasPrefix("--") }
      #expect(!options.isEmpty)
      for option in options { #expect(help.contains(option), "\(name): \(option)") }
    }
  }

  /// The short form of `make faults`.
  @Test func whateverEndsARunTheNextOneMends() throws {
    let outcome = try TestSupport.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3", packageRoot.appending(path: "Tests/Faults/faults.py").path(), "--program",
        buildFolder.appending(path: "presswork").path(), "--kills", "10", "--failures", "6",
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.notes)")
    #expect(outcome.output.contains("10 kills, "))
  }
}
