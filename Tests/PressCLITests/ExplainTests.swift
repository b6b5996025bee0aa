import Foundation
import TestSupport
import Testing

/// `presswork explain` over the committed pack: every fact leads back to its bytes.
@Suite struct ExplainTests {
  private static let pack = "Reports/bamako-ministerial"

  private func explained(_ place: String) throws -> [String: Any] {
    let outcome = try presswork("explain", "--json", Self.pack, place)
    try #require(outcome.status == 0, "\(outcome.notes)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func facts(_ object: [String: Any]) -> [[String: Any]] {
    object["facts"] as? [[String: Any]] ?? []
  }

  private func lines(_ name: String) throws -> [String] {
    try String(
      contentsOf: packageRoot.appending(path: "\(Self.pack)/\(name)"), encoding: .utf8
    ).replacing("\r\n", with: "\n").components(separatedBy: "\n")
  }

  @Test func aLineOfTheBriefingLeadsToItsFact() throws {
    let page = try lines("briefing.md")
    for (words, kind, first) in [
      ("Danilovich, Ambassador", "people", "Danilovich"),
      ("Zimbabwe (ZW)", "places", "Zimbabwe"),
      ("**Amounts:** $7.9 million", "amounts", "$7.9 million"),
    ] {
      let index = try #require(page.firstIndex { $0.hasPrefix(words) })
      let found = facts(try explained("briefing.md:\(index + 1)"))
      #expect(found.map { $0["kind"] as? String } == [kind])
      let mentions = found.first?["mentions"] as? [[String: Any]]
      #expect(mentions?.first?["text"] as? String == first)
    }
  }

  /// The words stand in the source at the bytes, line and column that are told.
  @Test func everyRowOfEveryTableLeadsToTheSource() throws {
    let folder = packageRoot.appending(path: Self.pack)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "sources").path())
    let raw = try Data(
      contentsOf: folder.appending(path: "sources/\(try #require(names.first))"))
    for kind in ["people", "amounts", "dates", "works", "pack-timeline"] {
      let rows = try lines("csv/\(kind).csv")
      for line in 2..<rows.count {
        let found = facts(try explained("\(kind).csv:\(line)"))
        #expect(!found.isEmpty)
        for fact in found {
          #expect((fact["faults"] as? [String])?.isEmpty == true)
          for mention in fact["mentions"] as? [[String: Any]] ?? [] {
            let range = try #require(mention["source"] as? [Int])
            let before = raw[..<range[0]]
            let words = try #require(mention["text"] as? String)
            let bytes = String(decoding: raw[range[0]..<range[1]], as: UTF8.self)
            #expect(
              bytes.split(whereSeparator: \.isWhitespace)
                == words.split(whereSeparator: \.isWhitespace))
            #expect(mention["line"] as? Int == before.count { $0 == 0x0A } + 1)
          }
        }
      }
    }
  }

  @Test func theWordsAreMarkedInTheirContext() throws {
    let outcome = try presswork("explain", "\(Self.pack)/csv/amounts.csv:2")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("verified         every word, against the source"))
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let marks = try #require(lines.firstIndex { $0.contains("^^^") })
    let (line, carets) = (Array(lines[marks - 1]), Array(lines[marks]))
    let marked = zip(line, carets).filter { $0.1 == "^" }.map { String($0.0) }.joined()
    #expect(marked == "$7.9 million")
  }

  @Test func aRowOfATableLeadsToWhatItWasMadeOf() throws {
    let object = try explained("tables/timeline:5")
    let rows = object["rows"] as? [[String: Any]] ?? []
    #expect(rows.count == 1)
    #expect(
      facts(object).compactMap { $0["id"] as? String } == rows.first?["derivedFrom"] as? [String])
    let line = try #require(try lines("briefing.md").firstIndex { $0.hasPrefix("| 2008 |") }) + 1
    let other = try explained("briefing.md:\(line)")["rows"] as? [[String: Any]] ?? []
    #expect(other.first?["id"] as? String == "tables/timeline:5")
  }

  @Test func aFlippedByteOfTheSourceIsTold() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: Self.pack), to: folder.url.appending(path: "pack"))
    let sources = folder.url.appending(path: "pack/sources")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: sources.path()).first)
    var bytes = try Data(contentsOf: sources.appending(path: name))
    let range = try #require(bytes.range(of: Data("$7.9 million".utf8)))
    bytes[range.lowerBound + 1] = UInt8(ascii: "8")
    try bytes.write(to: sources.appending(path: name))
    let outcome = try presswork("explain", "pack", "amounts.csv:2", in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("fault"))
  }

  @Test(arguments: [
    "briefing.md:999", "briefing.md:2", "none.csv:1", "x#quotes-1", "tables/none:1",
    "tables/timeline:99", "nonsense", "amounts.csv:1",
  ])
  func aPlaceThatIsNotThereExitsWith66(place: String) throws {
    let outcome = try presswork("explain", Self.pack, place)
    #expect(outcome.status == 66)
    #expect(outcome.notes.hasPrefix("presswork: error: "))
    #expect(outcome.output.isEmpty)
  }

  /// The bytes of a PDF do not say its words: nothing claims that they were read there.
  @Test func wordsTakenOutOfAPDFAreShownInTheTextThatWasTaken() throws {
    let folder = try TemporaryFolder()
    let content = "BT /F1 12 Tf 72 700 Td (The quay cost $5 million, the mayor said.) Tj ET\n"
    try folder.write(
      "In/a.pdf",
      """
      %PDF-1.4
      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
      3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
      /Resources << /Font << /F1 5 0 R >> >> >> endobj
      4 0 obj << /Length \(content.utf8.count) >> stream
      \(content)endstream endobj
      5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
      trailer << /Root 1 0 R /Size 6 >>
      %%EOF

      """)
    try folder.write(
      "Pipelines/p.yaml",
      """
      presswork: 1
      pipeline: p
      sources: [{use: files, with: {paths: [../In/*.pdf]}}]
      extract: [pdf, sentences, amounts]
      render: [json, csv, markdown]
      publish: {dir: Reports/p, latest: false}
      """)
    let run = try presswork("run", "p", in: folder.url)
    try #require(run.status == 0, "\(run.notes)")
    let explained = try presswork("explain", "Reports/p", "amounts.csv:2", in: folder.url)
    #expect(explained.output.contains("against the text that was taken out of the source"))
    #expect(explained.output.contains("The quay cost $5 million, the mayor said."))
    let briefing = folder.url.appending(path: "Reports/p/briefing.md")
    #expect(try String(contentsOf: briefing, encoding: .utf8).contains("— a.pdf, as extracted"))
    let verified = try presswork("verify", "Reports/p", in: folder.url)
    #expect(verified.status == 0)
    #expect(verified.notes.contains("1 document with words taken out of a binary format"))
  }
}
