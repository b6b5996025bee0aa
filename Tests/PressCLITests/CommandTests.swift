import Foundation
import TestSupport
import Testing

/// The commands as a person or a script meets them.
@Suite struct CommandTests {
  private static let release = """
    Harbour Authority Opens Third Quay

    OSLO, 3 May 2021 – The Harbour Authority opened a third quay on Monday. It cost $7.9 million.

    “We are glad that it is done,” said Director Maria Lopez.

    """

  private static func pipeline(_ name: String, extra: String = "", checks: String = "") -> String {
    """
    presswork: 1
    pipeline: \(name)
    sources:
      - use: files
        with: {paths: ["Inbox/*.txt"]}
    extract:
      - plain-text
      - sentences
      - amounts\(extra)
    render:
      - json
      - csv
      - markdown
    \(checks)
    embargo: {hold: false}
    publish:
      dir: "Reports/${pipeline}"
    """
  }

  private func project(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(path, text) }
    return folder
  }

  private func standardProject() throws -> TemporaryFolder {
    try project([
      "Pipelines/nightly.yaml": Self.pipeline("nightly"),
      "Pipelines/Inbox/a.txt": Self.release,
      "Pipelines/Inbox/b.txt": "A second note.\n\nNothing of it costs 3 euros.\n",
    ])
  }

  @Test func withoutArgumentsItSaysWhatOneCanDo() throws {
    let outcome = try presswork()
    #expect(outcome.status == 0)
    for command in ["run", "read", "lint", "list", "stages", "describe", "verify", "new"] {
      #expect(outcome.output.contains("\n  \(command) "), "\(command)")
    }
    #expect(outcome.output.contains("Examples:"))
  }

  @Test(arguments: ["run", "read", "lint", "list", "stages", "describe", "verify", "schema"])
  func everyCommandHasHelpWithExamples(command: String) throws {
    let outcome = try presswork(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Example"))
    #expect(outcome.output.contains("presswork \(command)"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func thereAreCompletionScripts(shell: String) throws {
    let outcome = try presswork("--generate-completion-script", shell)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("bamako") || outcome.output.contains("presswork"))
  }

  @Test func wrongUsageExitsWith64() throws {
    #expect(try presswork("run").status == 64)
    #expect(try presswork("no-such-command").status == 64)
    #expect(try presswork("run", "x", "--as-of", "tomorrow").status == 64)
    #expect(try presswork("run", "x", "--jobs", "0").status == 64)
  }

  @Test func aRunFromAnywhereInTheProjectPublishes() throws {
    let folder = try standardProject()
    let inbox = folder.url.appending(path: "Pipelines/Inbox")
    let outcome = try presswork("run", "nightly", in: inbox)
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(outcome.output.hasPrefix("nightly: 2 in = 2 packed; 2 facts, each verified\n"))
    let verified = try presswork("verify", "Reports/nightly", in: folder.url)
    #expect(verified.status == 0, "\(verified.output)")
  }

  @Test func anUnknownPipelineIsNamedWithASuggestion() throws {
    let folder = try standardProject()
    let outcome = try presswork("run", "nightl", in: folder.url)
    #expect(outcome.status == 66)
    #expect(
      outcome.notes
        == "presswork: error: no pipeline is named 'nightl'; did you mean 'nightly'?\n")
  }

  @Test func aBrokenPipelineExitsWith78AndPublishesNothing() throws {
    let folder = try standardProject()
    try folder.write("Pipelines/broken.yaml", Self.pipeline("broken", extra: "\n  - peeple"))
    let outcome = try presswork("run", "broken", in: folder.url)
    #expect(outcome.status == 78)
    #expect(outcome.notes.contains("Pipelines/broken.yaml:10:5: error[PW"))
    #expect(try presswork("lint", in: folder.url).status == 1)
    let reports = folder.url.appending(path: "Reports").path()
    #expect(!FileManager.default.fileExists(atPath: reports))
  }

  @Test func aFailedCheckExitsWith4AndKeepsTheOldPack() throws {
    let folder = try standardProject()
    #expect(try presswork("run", "nightly", in: folder.url).status == 0)
    let pack = folder.url.appending(path: "Reports/nightly")
    let before = try files(below: pack)
    try folder.write(
      "Pipelines/nightly.yaml",
      Self.pipeline("nightly", checks: "checks:\n  - {metric: documents, min: 3}"))
    let outcome = try presswork("run", "nightly", in: folder.url)
    #expect(outcome.status == 4)
    #expect(
      outcome.notes == """
        presswork: nightly: error: check failed: documents is 2, expected at least 3
          nothing was published; the last pack is as it was

        """)
    #expect(try files(below: pack) == before)
  }

  @Test func anEmptyInboxExitsWith66() throws {
    let folder = try project(["Pipelines/nightly.yaml": Self.pipeline("nightly")])
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "Pipelines/Inbox"), withIntermediateDirectories: true)
    let outcome = try presswork("run", "nightly", in: folder.url)
    #expect(outcome.status == 66)
    #expect(outcome.notes.contains("the sources found nothing: files"))
    #expect(outcome.notes.contains("Inbox/*.txt"))
  }

  @Test func aVanishedInboxIsNamed() throws {
    let folder = try project(["Pipelines/nightly.yaml": Self.pipeline("nightly")])
    let outcome = try presswork("run", "nightly", in: folder.url)
    #expect(outcome.status == 66)
    #expect(outcome.notes.contains("Pipelines/Inbox"))
  }

  @Test func oneBadDocumentDoesNotStopTheRun() throws {
    let folder = try standardProject()
    try folder.write("Pipelines/Inbox/empty.txt", "")
    let outcome = try presswork("run", "nightly", in: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("3 in = 2 packed + 1 quarantined"))
    #expect(outcome.notes.contains("Pipelines/Inbox/empty.txt: quarantined: "))
    let briefing = folder.url.appending(path: "Reports/nightly/briefing.md")
    #expect(try String(contentsOf: briefing, encoding: .utf8).contains("## Not in this pack"))
  }

  @Test func readPrintsOneObjectALineInTheOrderOfTheFiles() throws {
    let folder = try standardProject()
    let outcome = try presswork(
      "read", "--json", "Pipelines/Inbox/b.txt", "gone.txt", "Pipelines/Inbox/a.txt",
      in: folder.url)
    #expect(outcome.status == 66)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("Pipelines/Inbox/b.txt") == true)
    #expect(lines.last?.contains("\"currency\":\"USD\"") == true)
    #expect(outcome.notes.contains("gone.txt: error: sources: cannot read 'gone.txt'"))
  }

  @Test func readExplainsWhatBecameOfEachBlock() throws {
    let folder = try standardProject()
    try folder.write("page.html", Self.page)
    let outcome = try presswork("read", "--explain", "page.html", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.notes)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("  metadata ") && $0.hasSuffix("(says title)") })
    #expect(lines.contains { $0.hasPrefix("  kept ") && $0.contains("The bridge over the Ny") })
    #expect(lines.contains { $0.hasPrefix("  dropped ") && $0.contains("All rights reserved") })
    #expect(lines.contains { $0.contains("title") && $0.contains("bytes ") })
    #expect(!outcome.output.contains("Key points"))
  }

  @Test func readWithoutFactsKeepsTextAndMetadata() throws {
    let folder = try standardProject()
    try folder.write("page.html", Self.page)
    let outcome = try presswork("read", "--json", "--without-facts", "page.html", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(outcome.output.contains("\"title\":\"Bridge Closed for Repairs\""))
    #expect(outcome.output.contains("\"facts\":{}"))
  }

  @Test func relatedDocumentsKeepTheAddressesThatTheyLinkTo() throws {
    let folder = try standardProject()
    let list = """
      <p><a href="/s?id=4&amp;x=1">May 4, 2020 - Remarks at the Bridge; Ann Roe, Mayor; Ny</a></p>
      <p>May 5, 2020 - Press Conference on the Bridge; Ny</p>
      <p>Buses
      """
    try folder.write("page.html", Self.page.replacing("<p>Buses", with: list))
    let outcome = try presswork("read", "--json", "page.html", in: folder.url)
    let link = "\"link\":{\"field\":\"href\",\"text\":\"/s?id=4&x=1\",\"source\":["
    #expect(outcome.output.contains(link))
    #expect(outcome.output.contains("\"link\":null"))
  }

  @Test func explanationsAreForPeople() throws {
    #expect(try presswork("read", "--json", "--explain", "-", input: "a").status == 64)
  }

  private static let page = """
    <!DOCTYPE html><html><head><title>Bridge Closed for Repairs</title></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
    <article><h1>Bridge Closed for Repairs</h1>
    <p>The bridge over the Ny will be closed from Monday, the city said, because two of its
    bearings have to be replaced before the winter.</p>
    <p>Buses will take the northern road, which adds about ten minutes to each trip, and
    pedestrians may still cross, the council wrote in a letter to all households.</p></article>
    <footer><p>All rights reserved. Privacy policy</p></footer></body></html>
    """

  @Test func badBytesExitWith65() throws {
    let folder = try standardProject()
    try folder.write("empty.txt", "")
    let outcome = try presswork("read", "gone.txt", "empty.txt", in: folder.url)
    #expect(outcome.status == 65)
    #expect(outcome.notes.contains("empty.txt: error: "))
  }

  @Test func oldPacksOfThePipelineAreRemovedAndNothingElse() throws {
    let folder = try standardProject()
    for name in ["nightly", "weekly"] {
      try folder.write(
        "Pipelines/\(name).yaml",
        Self.pipeline(name).replacing(
          "dir: \"Reports/${pipeline}\"", with: "dir: \"Reports/${run.date}-\(name)\"\n  keep: 2"))
    }
    let days = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"]
    #expect(try presswork("run", "weekly", "--as-of", days[0], in: folder.url).status == 0)
    for day in days {
      #expect(try presswork("run", "nightly", "--as-of", day, in: folder.url).status == 0)
      if day == days[1] { try folder.write("Reports/\(day)-nightly/notes.txt", "mine") }
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "Reports").path()
    ).sorted()
    #expect(
      left == [
        "2026-03-01-weekly", "2026-03-02-nightly", "2026-03-03-nightly", "2026-03-04-nightly",
      ])
  }

  @Test func aPackWithoutItsSourcesSaysWhatWasNotChecked() throws {
    let folder = try standardProject()
    let text = Self.pipeline("nightly").appending("\n  sources: false\n")
    try folder.write("Pipelines/nightly.yaml", text)
    #expect(try presswork("run", "nightly", in: folder.url).status == 0)
    let pack = folder.url.appending(path: "Reports/nightly")
    let files = try files(below: pack)
    #expect(!files.keys.contains { $0.hasPrefix("sources/") })
    let page = String(decoding: files["briefing.md"] ?? Data(), as: UTF8.self)
    #expect(page.contains("source: ") && !page.contains("](sources/"))
    let outcome = try presswork("verify", "Reports/nightly", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.notes.contains("2 documents without their raw bytes"))
  }

  @Test func readTakesStandardInput() throws {
    let outcome = try presswork("read", "-", input: Self.release)
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(outcome.output.contains("$7.9 million (USD)"))
  }

  @Test func newFilesAreNeverWrittenOver() throws {
    let folder = try standardProject()
    let outcome = try presswork("new", "pipeline", "nightly", in: folder.url)
    #expect(outcome.status == 73)
    #expect(outcome.notes.contains("'Pipelines/nightly.yaml' exists already"))
  }

  @Test func aNewPipelineLints() throws {
    let folder = try TemporaryFolder()
    #expect(try presswork("new", "pipeline", "weekly", in: folder.url).status == 0)
    let outcome = try presswork("lint", "weekly", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(outcome.output == "1 pipeline: 0 errors, 0 warnings\n", "\(outcome.notes)")
  }

  @Test func aStageNameThatIsTakenIsRefused() throws {
    let folder = try standardProject()
    try folder.write("Plugins/keep.txt", "")
    let outcome = try presswork("new", "stage", "markdown", "--kind", "renderer", in: folder.url)
    #expect(outcome.status == 73)
    #expect(outcome.notes.contains("module"))
    #expect(try presswork("new", "stage", "Bad_Name", "--kind", "reader").status == 64)
  }
}

/// Packs of pages in which the text is not the source's own bytes still prove themselves.
@Suite struct EncodingTests {
  private func verified(_ bytes: [UInt8], as name: String) throws -> (Outcome, Outcome, String) {
    let folder = try TemporaryFolder()
    let inbox = folder.url.appending(path: "Pipelines/Inbox")
    try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
    try Data(bytes).write(to: inbox.appending(path: name))
    try folder.write(
      "Pipelines/odd.yaml",
      """
      presswork: 1
      pipeline: odd
      sources:
        - {use: files, with: {paths: ["Inbox/*"]}}
      extract: [html, plain-text, metadata, sentences, people, amounts]
      render: [json]
      publish: {dir: Reports/odd}
      """)
    let ran = try presswork("run", "odd", in: folder.url)
    let pack = folder.url.appending(path: "Reports/odd/pack.json")
    let text = (try? String(contentsOf: pack, encoding: .utf8)) ?? ""
    return (ran, try presswork("verify", "Reports/odd", in: folder.url), text)
  }

  private static let page = """
    <!DOCTYPE html><html><head><title>Quay opened</title></head><body><article><h1>Quay opened</h1>
    <p>Senator Maria L&oacute;pez said that the quay cost &pound;3&nbsp;million &amp; more; it was
    opened on Monday, the harbour&#8217;s <b>birth</b>day, before three hundred guests.</p>
    <p>The second paragraph says what the first one left out: the number of ships, which is small,
    and the number of cranes, which is smaller still, as everyone could see.</p></article></body>
    </html>
    """

  @Test func characterReferencesLeadToTheirBytes() throws {
    let (ran, verified, text) = try verified(Array(Self.page.utf8), as: "page.html")
    #expect(ran.status == 0, "\(ran.notes)")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(text.contains("Maria López"))
    #expect(text.contains("\"£3 million\""))
  }

  @Test func windows1252LeadsToItsBytes() throws {
    var bytes: [UInt8] = Array("Quay opened\n\nSenator Maria L".utf8)
    bytes += [0xF3] + Array("pez said that the quay cost ".utf8)
    bytes += [0xA3] + Array("3 million. It was the harbour".utf8)
    bytes += [0x92] + Array("s birthday.\n".utf8)
    let (ran, verified, text) = try verified(bytes, as: "release.txt")
    #expect(ran.status == 0, "\(ran.notes)")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(text.contains("\"£3 million\""))
    #expect(text.contains("harbour’s birthday"))
  }
}
