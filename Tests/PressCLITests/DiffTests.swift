import Foundation
import TestSupport
import Testing

/// `presswork diff` over packs of small pipelines.
@Suite(.serialized) struct DiffTests {
  private static let release = """
    Senator Maria Lopez gave $5 million to the port of Oslo in May 2021.

    "We will rebuild the whole northern harbor," said Senator Maria Lopez.

    Senator Maria Lopez stressed that the work would be paid for by the state.

    """

  private func pipeline(quotes: String = "quotes") -> String {
    """
    presswork: 1
    pipeline: nightly
    sources: [{use: files, with: {paths: ["In/*.txt"]}}]
    extract: [plain-text, metadata, sentences, people, organizations, places, dates, amounts, \
    \(quotes)]
    transform: [timeline]
    render: [json, csv, markdown]
    publish: {dir: "Reports/${run.date}"}

    """
  }

  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("Pipelines/In/a.txt", Self.release)
    try folder.write("Pipelines/In/b.txt", "Ministers met in Geneva on 3 May 2021.\n")
    try folder.write("Pipelines/nightly.yaml", pipeline())
    try run(folder, "2026-03-01")
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ day: String) throws {
    let outcome = try presswork("run", "nightly", "--as-of", day, in: folder.url)
    try #require(outcome.status == 0, "\(outcome.notes)")
  }

  private func compared(_ arguments: String..., in folder: TemporaryFolder) throws -> [String: Any]
  {
    let outcome = try TestSupport.run(
      buildFolder.appending(path: "presswork"), ["diff", "--json"] + arguments, in: folder.url)
    #expect(outcome.notes == "")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func documents(_ object: [String: Any]) -> [[String: Any]] {
    object["documents"] as? [[String: Any]] ?? []
  }

  @Test func aPackIsTheSameAsItself() throws {
    let folder = try project()
    let pack = "Reports/2026-03-01"
    let outcome = try presswork("diff", pack, pack, in: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.output == "\(pack) and \(pack): the same\n")
  }

  @Test func anEditedReleaseIsShownWithItsCorrection() throws {
    let folder = try project()
    try folder.write(
      "Pipelines/In/a.txt", Self.release.replacing("$5 million", with: "$6 million"))
    try run(folder, "2026-03-02")
    let outcome = try presswork("diff", "nightly", in: folder.url)
    #expect(outcome.status == 1)
    for words in [
      "~ Pipelines/In/a.txt", "edited document", "Corrected since: 1 sentence",
      "gave $[-5-]{+6+} million to the port", "$5 million → $6 million",
    ] {
      #expect(outcome.output.contains(words), "\(words) in \(outcome.output)")
    }
    #expect(!outcome.output.contains("\u{1B}"))
    let page = try presswork("diff", "--format", "markdown", "nightly", in: folder.url)
    #expect(page.output.contains("gave $~~5~~**6** million"), "\(page.output)")
  }

  @Test func newInOneDirectionIsGoneInTheOther() throws {
    let folder = try project()
    try FileManager.default.removeItem(at: folder.url.appending(path: "Pipelines/In/b.txt"))
    try folder.write("Pipelines/In/c.txt", "The EU gave $9 million to Mali in June 2022.\n")
    try folder.write(
      "Pipelines/In/a.txt", Self.release + "Senator Juan Perez was in Lima in July 2023.\n")
    try run(folder, "2026-03-02")
    let there = documents(
      try compared("Reports/2026-03-01", "Reports/2026-03-02", in: folder))
    let back = documents(try compared("Reports/2026-03-02", "Reports/2026-03-01", in: folder))
    #expect(there.compactMap { $0["change"] as? String }.sorted() == ["edited", "gone", "new"])
    func facts(_ documents: [[String: Any]], _ change: String, _ words: String) -> [String] {
      documents.flatMap { $0["facts"] as? [[String: Any]] ?? [] }
        .filter { $0["change"] as? String == change }
        .map { "\($0["kind"] ?? "") \($0[words] ?? "")" }.sorted()
    }
    #expect(facts(there, "new", "is").contains("people Juan Perez"))
    #expect(facts(there, "new", "is") == facts(back, "gone", "was"))
    #expect(facts(there, "gone", "was") == facts(back, "new", "is"))
  }

  @Test func aSettingIsTheCauseOfWhatItChanges() throws {
    let folder = try project()
    try folder.write(
      "Pipelines/nightly.yaml", pipeline(quotes: "{use: quotes, with: {indirect: true}}"))
    try run(folder, "2026-03-02")
    let object = try compared("nightly", in: folder)
    let facts = documents(object).flatMap { $0["facts"] as? [[String: Any]] ?? [] }
    #expect(facts.count == 1)
    let cause = facts.first?["cause"] as? [String: Any]
    #expect(cause?["cause"] as? String == "setting")
    #expect(cause?["stage"] as? String == "quotes")
  }

  @Test func whatTheEnvironmentFillsInStandsInNoPack() throws {
    let folder = try project()
    try folder.write(
      "Pipelines/nightly.yaml",
      pipeline(quotes: "{use: quotes, with: {min_words: \"${vars.least}\"}}")
        .replacing(
          "sources:",
          with: """
            vars:
              least: {type: integer, default: 3}
              inbox: {type: path, default: "${env:SECRET_PLACE}"}
            sources:
            """
        ).replacing("In/*.txt", with: "${vars.inbox}/*.txt"))
    let outcome = try presswork(
      "run", "nightly", "--as-of", "2026-03-02", in: folder.url,
      environment: ["SECRET_PLACE": "./../Pipelines/In"])
    #expect(outcome.status == 0, "\(outcome.notes)")
    let pack = try String(
      contentsOf: folder.url.appending(path: "Reports/2026-03-02/pack.json"), encoding: .utf8)
    #expect(pack.contains(#""{\"min_words\": \"3\"}""#))
    #expect(!pack.contains("./../Pipelines"))
  }

  @Test func noPackExitsWith66() throws {
    let folder = try project()
    for arguments in [["nowhere"], ["nightly"], ["Reports/2026-03-01"]] {
      let outcome = try TestSupport.run(
        buildFolder.appending(path: "presswork"), ["diff"] + arguments, in: folder.url)
      #expect(outcome.status == 66)
      #expect(outcome.notes.hasPrefix("presswork: error: "), "\(outcome.notes)")
    }
  }
}
