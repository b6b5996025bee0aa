import Foundation
import TestSupport
import Testing

/// A night's briefing as its readers see it, and back from it to the facts.
@Suite struct BriefingTests {
  private static let releases = [
    "Inbox/a.txt": """
    May 6, 2026

    City commits £1.2 billion to the harbour bridge

    PORT OLSEN, May 6, 2026 – The Department of Ports today announced a £1.2 billion programme to \
    rebuild the harbour bridge.

    "People have waited long enough," said Port Secretary Helen Marsh. "Work starts on 1 June and \
    ends in 2028."

    Of the £1.2 billion, £850 million comes from the state.

    1. The bridge opened in 1931.

    """,
    "Inbox/c.md": """
    # Olsen Foods reports a record half

    Port Olsen, 7 May 2026 — Olsen Foods plc today reported revenue of £512.6 million.

    | £ million | H1 2026 | H1 2025 |
    | --- | --- | --- |
    | Revenue | 512.6 | 457.7 |

    “We have the strongest order book in our history,” said Priya Nair, chief executive of Olsen Foods.

    © 2026 Olsen Foods plc.

    """,
  ]

  private let folder: TemporaryFolder
  private let page: String

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.releases { try folder.write("project/\(name)", text) }
    let first = Self.releases["Inbox/a.txt"] ?? ""
    try folder.write("project/Inbox/b.txt", first.replacing("May 6, 2026\n\nCity", with: "City"))
    try folder.write(
      "desk/d.txt",
      "Mayor opens the library\n\nThe mayor will open the library on 9 May 2026 at 10 a.m.\n")
    try folder.write(
      "project/Pipelines/night.yaml",
      """
      presswork: 1
      pipeline: night
      title: Morning briefing
      sources:
        - {use: files, with: {paths: [../Inbox/*, ../../desk/*.txt]}}
      extract: [markdown, plain-text, metadata, sentences, people, organizations, dates, amounts,
        quotes, commitments, key-points, reconcile]
      transform: [near-duplicates, merge-people, merge-organizations, timeline, statements,
        rank-documents]
      render: [json, markdown, {use: csv, with: {bom: true}}]
      publish: {dir: Reports/night}
      """)
    let run = try presswork("run", "night", in: folder.url.appending(path: "project"))
    try #require(run.status == 0, "\(run.notes)")
    page = try String(
      contentsOf: folder.url.appending(path: "project/Reports/night/briefing.md"), encoding: .utf8)
  }

  private var lines: [String] { page.components(separatedBy: "\n") }

  @Test func theTopIsShortAndLeadsOn() throws {
    let top = try #require(page.components(separatedBy: "\n<span").first)
    #expect(top.hasPrefix("# Morning briefing\n\n3 documents · issued 6–7 May 2026 · "))
    #expect(top.contains("**[City commits £1.2 billion to the harbour bridge](#document-"))
    #expect(top.contains("\\\n   The Department of Ports today announced a £1.2 billion programme"))
    #expect(top.contains("[Timeline](#table-timeline)"))
    for link in page.components(separatedBy: "](#").dropFirst() {
      let name = link.prefix { $0 != ")" }
      #expect(page.contains("\n<span id=\"\(name)\"></span>\n\n## "), "\(name)")
    }
    let heads = lines.filter { $0.hasPrefix("## ") }
    #expect(heads.first == "## Documents" && heads.last == "## Not in this pack")
    let people = try #require(heads.firstIndex(of: "## People across the documents"))
    #expect(people > (heads.firstIndex(of: "## Olsen Foods reports a record half") ?? heads.count))
  }

  @Test func quotationsReadAsTheyWereSpoken() {
    #expect(
      page.contains(
        #"- “People have waited long enough” \[…\] “Work starts on 1 June and ends in 2028.” — "#
          + "Helen Marsh[^"))
    #expect(page.contains("- “We have the strongest order book in our history” — Priya Nair[^"))
    #expect(page.contains(#"| Helen Marsh | “People have waited long enough” \[…\] “Work starts"#))
  }

  @Test func equalValuesShareALineAndMachineValuesAreNone() {
    #expect(lines.filter { $0.contains("£1.2 billion[^") }.count == 1)
    #expect(page.contains("**Amounts:** £1.2 billion[^"))
    #expect(!page.contains("1200000000") && !page.contains("2026-05-0"))
    #expect(page.contains(" amounts; 1 commitment × 3 |"))
    #expect(!page.contains("roles dated") && !page.contains("none found."))
    #expect(page.contains("*None found: Numbers that do not add up.*"))
  }

  @Test func theTimelineTellsSomething() throws {
    let start = try #require(lines.firstIndex(of: "## Timeline"))
    let rows = lines[(start + 4)...].prefix { $0.hasPrefix("| ") }
    #expect(
      rows.contains { $0.hasPrefix("| 6 May 2026 | The Department of Ports today announced") })
    #expect(rows.contains { $0.hasPrefix("| 9 May 2026, 10:00 | The mayor will open") })
    #expect(
      !rows.contains { $0.contains("H1 2026") || $0.contains("©") || $0.contains("PORT OLSEN") })
  }

  @Test func theSourceIsLinkedAndNoFolderOfTheMachineShows() throws {
    #expect(page.contains("source: [Inbox/c.md](sources/"))
    #expect(page.contains("source: [../desk/d.txt](sources/"))
    #expect(page.contains("- Inbox/b.txt – merged: the same as [Inbox/a.txt](#document-"))
    let pack = folder.url.appending(path: "project/Reports/night")
    let name = folder.url.lastPathComponent
    for (file, data) in try files(below: pack) where !file.hasPrefix("sources/") {
      #expect(!String(decoding: data, as: UTF8.self).contains(name), "\(file)")
    }
    for link in page.components(separatedBy: "](sources/").dropFirst() {
      let hash = String(link.prefix { $0 != ")" })
      #expect(
        FileManager.default.fileExists(atPath: pack.appending(path: "sources/\(hash)").path()))
    }
  }

  /// What a line shows leads back to facts whose every word is verified.
  @Test func everyLineWithANoteOrInATableLeadsBack() throws {
    let project = folder.url.appending(path: "project")
    #expect(try presswork("verify", "Reports/night", in: project).status == 0)
    var asked = 0
    var isTable = false
    for (index, line) in lines.enumerated() {
      isTable = line.hasPrefix("| ") && (isTable || lines[index - 1].hasPrefix("| ---"))
      let isRow = isTable && !line.hasPrefix("| **") && !line.hasPrefix("| ---")
      guard isRow || line.contains("[^") else { continue }
      let found = try presswork(
        "explain", "--json", "Reports/night", "briefing.md:\(index + 1)", in: project)
      #expect(found.status == 0, "\(line): \(found.notes)")
      asked += 1
    }
    #expect(asked > 40)
    let quote = try #require(lines.firstIndex { $0.contains("] “Work starts on 1 June") }) + 1
    let told = try presswork("explain", "Reports/night", "briefing.md:\(quote)", in: project)
    #expect(told.output.contains("#quotes-1"))
    let row = try #require(lines.firstIndex { $0.contains("| Helen Marsh | “People") }) + 1
    let rows = try presswork("explain", "Reports/night", "briefing.md:\(row)", in: project)
    #expect(rows.output.contains("tables/statements:1"))
  }

  /// A turn of a transcript may be a speech: its line is cut, its note has every word.
  @Test func aLongTurnIsCutAndItsNoteIsWhole() throws {
    let words = (1...90).map { "We mended pier number \($0)." }.joined(separator: " ")
    try folder.write(
      "talk/Inbox/a.txt",
      """
      Press Briefing by Spokesperson Karen Holt

      Department of Ports

      MS. HOLT: \(words)

      QUESTION: Will there be more?

      MS. HOLT: We will see.

      """)
    try folder.write(
      "talk/Pipelines/talk.yaml",
      """
      presswork: 1
      pipeline: talk
      sources: [{use: files, with: {paths: [../Inbox/*]}}]
      extract: [plain-text, metadata, sentences, people, turns]
      render: [json, markdown]
      publish: {dir: Reports/talk}
      """)
    let talk = folder.url.appending(path: "talk")
    try #require(try presswork("run", "talk", in: talk).status == 0)
    let page = try String(
      contentsOf: talk.appending(path: "Reports/talk/briefing.md"), encoding: .utf8)
    let lines = page.components(separatedBy: "\n")
    let cut = try #require(lines.firstIndex { $0.contains(": We mended pier number 1.") })
    #expect(lines[cut].contains(#" \[…\][^"#) && lines[cut].utf8.count < 640)
    #expect(lines.contains { $0.hasPrefix("[^") && $0.contains("number 1.") && $0.contains("90.") })
    let told = try presswork("explain", "Reports/talk", "briefing.md:\(cut + 1)", in: talk)
    #expect(told.output.contains("#turns-1"), "\(told.notes)")
    #expect(page.contains("\n\nNothing: the one item that came in is packed.\n"))
  }

  @Test func spreadsheetsGetAMarkAndTitles() throws {
    let csv = folder.url.appending(path: "project/Reports/night/csv")
    let bytes = try Data(contentsOf: csv.appending(path: "quotes.csv"))
    let quotes = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.starts(with: "\u{FEFF}document,documentTitle,id,speaker,".utf8))
    #expect(quotes.contains(",City commits £1.2 billion to the harbour bridge,"))
    let line = try presswork(
      "explain", "Reports/night", "quotes.csv:2", in: folder.url.appending(path: "project"))
    #expect(line.status == 0 && line.output.contains("quotes-1"))
  }
}
