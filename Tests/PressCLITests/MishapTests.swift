import Foundation
import TestSupport
import Testing

/// What stops a night: one clear sentence each, and the exit code that tells a scheduler.
@Suite struct MishapTests {
  private let project: TemporaryFolder

  init() throws {
    project = try TemporaryFolder()
    try project.write("Inbox/a.txt", "Anna Berg opened the pier in Oslo on March 2, 2026.\n")
    try project.write(
      "Pipelines/night.yaml",
      """
      presswork: 1
      pipeline: night
      sources:
        - use: files
          with: {paths: ["../Inbox/*.txt"]}
      extract: [plain-text, sentences]
      render: [json, markdown]
      publish: {dir: Reports/night}
      embargo: {hold: false}
      """)
  }

  private func run(_ environment: [String: String] = [:]) throws -> Outcome {
    try presswork("run", "night", in: project.url, environment: environment)
  }

  /// The lines of standard error: one that says what, one that says what became of the pack.
  private func said(_ outcome: Outcome) -> [String] {
    outcome.notes.split(separator: "\n").map(String.init)
  }

  private static let asItWas = "  nothing was published; the last pack is as it was"

  @Test func aVanishedInbox() throws {
    #expect(try run().status == 0)
    let before = try files(below: project.url.appending(path: "Reports"))
    try FileManager.default.moveItem(
      at: project.url.appending(path: "Inbox"), to: project.url.appending(path: "Gone"))
    let gone = try run()
    #expect(gone.status == 66)
    let folder = project.url.appending(path: "Inbox").path()
    #expect(
      said(gone) == [
        "presswork: night: error: source 'files': cannot read the folder '\(folder)': "
          + "No such file or directory", Self.asItWas,
      ])
    #expect(try files(below: project.url.appending(path: "Reports")) == before)
  }

  @Test func anEmptyInbox() throws {
    try FileManager.default.removeItem(at: project.url.appending(path: "Inbox/a.txt"))
    let empty = try run()
    #expect(empty.status == 66)
    #expect(
      said(empty) == [
        "presswork: night: error: the sources found nothing: "
          + "files {\"paths\": [\"../Inbox/*.txt\"]}", Self.asItWas,
      ])
  }

  @Test func aDamagedLedger() throws {
    #expect(try run().status == 0)
    let before = try files(below: project.url.appending(path: "Reports"))
    try project.write(".presswork/ledger.sqlite", "this was a database")
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(
        at: project.url.appending(path: ".presswork/ledger.sqlite\(ending)"))
    }
    let file = project.url.appending(path: ".presswork/ledger.sqlite").path()
    let sentence =
      "cannot use the state in '\(file)': file is not a database; put back a copy of it, or move it "
      + "away: runs then begin without a memory"
    let damaged = try run()
    #expect(damaged.status == 73)
    #expect(said(damaged) == ["presswork: night: error: \(sentence)", Self.asItWas])
    #expect(try files(below: project.url.appending(path: "Reports")) == before)
    let list = try presswork("runs", in: project.url)
    #expect(list.status == 74)
    #expect(said(list) == ["presswork: error: \(sentence)"])
  }

  @Test func aDamagedResultIsDoneAnew() throws {
    #expect(try run().status == 0)
    let damage = try TestSupport.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3", "-c",
        """
        import sqlite3, sys
        cache = sqlite3.connect(sys.argv[1])
        for number, value in cache.execute("SELECT id, value FROM contents").fetchall():
            broken = bytearray(value)
            broken[len(broken) // 2] ^= 64
            cache.execute("UPDATE contents SET value = ? WHERE id = ?", (bytes(broken), number))
        cache.commit()
        """, project.url.appending(path: ".presswork/cache.sqlite").path(),
      ])
    #expect(damage.status == 0)
    try FileManager.default.removeItem(at: project.url.appending(path: "Reports"))
    let again = try run()
    #expect(again.status == 0)
    #expect(
      said(again) == [
        "warning: Inbox/a.txt: what the cache kept of it is damaged; done anew"
      ])
  }

  /// A disk without room, by a library that refuses writes from one call on, for every such call.
  @Test func aFullDisk() throws {
    #expect(try run().status == 0)
    let shim = project.url.appending(path: "faults.so").path()
    let source = packageRoot.appending(path: "Tests/Faults/faults.c").path()
    let built = try TestSupport.run(
      URL(filePath: "/usr/bin/env"), ["cc", "-shared", "-fPIC", "-o", shim, source, "-ldl"])
    try #require(built.status == 0, "\(built.notes)")
    var refused = 0
    for point in stride(from: 1, through: 90, by: 4) {
      try project.write("Inbox/b.txt", "Carl Dahl closed it on March \(point % 28 + 1), 2026.\n")
      let full = try run(
        ["LD_PRELOAD": shim, "FAULT_MODE": "full", "FAULT_AT": String(point)])
      // A cache without room costs time alone, and so do calls after the last one.
      guard full.status != 0 else { continue }
      refused += 1
      #expect(full.status == 73, "point \(point): \(full.notes)")
      let errors = said(full).filter { !$0.hasPrefix("warning: ") }
      #expect(errors.count == 2 && errors.last == Self.asItWas, "point \(point): \(full.notes)")
      #expect(
        ["No space left on device", "disk is full", "disk I/O error"].contains {
          errors.first?.contains($0) == true
        }, "point \(point): \(full.notes)")
      #expect(
        try presswork("verify", "Reports/night", in: project.url).status == 0, "point \(point)")
    }
    #expect(refused > 5)
    #expect(try run().status == 0)
    #expect(try presswork("verify", "Reports/night", in: project.url).status == 0)
  }
}
