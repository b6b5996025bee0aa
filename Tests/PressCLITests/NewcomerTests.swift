import Foundation
import TestSupport
import Testing

/// What somebody meets who starts with an empty folder and mistypes a name.
@Suite struct NewcomerTests {
  private let project: TemporaryFolder

  init() throws { project = try TemporaryFolder() }

  private func call(_ arguments: String...) throws -> Outcome {
    try TestSupport.run(buildFolder.appending(path: "presswork"), arguments, in: project.url)
  }

  private func release(_ head: String = "") -> String {
    "\(head)FOR IMMEDIATE RELEASE\n\nMarch 2, 2026\n\nPier opens in Port Olsen\n\n"
      + "The board opened it today. \"It cost $5 million in all,\" said Anna Berg, its chair.\n"
  }

  @Test func aNewPipelineRunsOnceItsInboxHoldsSomething() throws {
    let made = try call("new", "pipeline", "nightly")
    #expect(made.output.contains("made Inbox\nnext: put documents into Inbox, then"))
    #expect(try call("lint").output == "1 pipeline: 0 errors, 0 warnings\n")
    let empty = try call("run", "nightly", "--as-of", "2026-03-01")
    #expect(empty.status == 66)
    #expect(empty.notes.contains("the sources found nothing: files"))
    try project.write("Inbox/a.md", release())
    try project.write("Inbox/b.eml", "Subject: Lock opens\n\n\(release())")
    let ran = try call("run", "nightly", "--as-of", "2026-03-01")
    #expect(ran.status == 0, "\(ran.notes)")
    #expect(ran.output.contains("2 in = "))
    let pack = project.url.appending(path: "Reports/nightly/2026-03-01/csv")
    #expect(try files(below: pack).keys.contains("people.csv"))
    #expect(try call("verify", "nightly").output.contains("Reports/nightly/2026-03-01: "))
  }

  @Test func doctorNamesTheFolderThatASourceLooksIntoInVain() throws {
    _ = try call("new", "pipeline", "nightly")
    #expect(!(try call("doctor").output.contains("there is no folder")))
    try FileManager.default.removeItem(at: project.url.appending(path: "Inbox"))
    let outcome = try call("doctor")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        "error  pipeline nightly: source 'files': there is no folder 'Inbox'"))
  }

  @Test func aNameThatNeverRanIsSaidToHaveNot() throws {
    _ = try call("new", "pipeline", "nightly")
    try project.write("Inbox/a.txt", release())
    #expect(try call("run", "nightly").status == 0)
    let near = try call("runs", "nigtly")
    #expect(near.status == 66)
    #expect(
      near.notes.hasSuffix("no pipeline 'nigtly' ever ran here; did you mean 'nightly'?\n"))
    let far = try call("runs", "desk")
    #expect(far.status == 66)
    #expect(far.notes.contains("'desk' ever ran here; there are runs of: nightly"))
    #expect(try call("runs", "nightly").output.contains("published  1 document\n"))
  }

  @Test(arguments: [
    (["runn", "x"], "presswork: error: 'presswork' has no command 'runn'; did you mean 'run'?"),
    (
      ["new", "pipelin", "x"],
      "presswork: error: 'presswork new' has no command 'pipelin'; did you mean 'pipeline'?"
    ),
    (
      ["xyzzy"], "presswork: error: 'presswork' has no command 'xyzzy': presswork --help lists all"
    ),
    (["run"], "presswork: error: Missing expected argument '<pipeline>'"),
    (["verify", "desk"], "presswork: error: "),
  ])
  func mistakesAreToldInOneForm(_ arguments: [String], _ start: String) throws {
    let outcome = try TestSupport.run(
      buildFolder.appending(path: "presswork"), arguments, in: project.url)
    #expect(outcome.notes.hasPrefix(start), "\(outcome.notes)")
    #expect(outcome.status == (arguments[0] == "verify" ? 66 : 64))
  }

  @Test func aPipelinesFileMayEndInYml() throws {
    _ = try call("new", "pipeline", "nightly")
    let pipelines = project.url.appending(path: "Pipelines")
    try FileManager.default.moveItem(
      at: pipelines.appending(path: "nightly.yaml"), to: pipelines.appending(path: "nightly.yml"))
    #expect(try call("list").output.hasPrefix("nightly"))
    #expect(try call("lint").output.hasPrefix("1 pipeline"))
    try project.write("Inbox/a.txt", release())
    #expect(try call("run", "nightly").status == 0)
  }

  /// The page shows what the program makes; that it builds and that its examples hold is tested with
  /// copies of the package.
  @Test func thePageOnStagesShowsWhatTheProgramMakes() throws {
    try project.write("Pipelines/keep.txt", "")
    try project.write("Plugins/keep.txt", "")
    let page = try String(
      contentsOf: packageRoot.appending(path: "Documentation/writing-a-stage.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```\n")[0] }
    let stages = [
      ("inbox-files", "source", "InboxFiles"), ("line-text", "reader", "LineText"),
      ("ticket-numbers", "extractor", "TicketNumbers"), ("most-named", "transformer", "MostNamed"),
      ("title-list", "renderer", "TitleList"),
    ]
    #expect(blocks.count == stages.count)
    for (block, (name, kind, type)) in zip(blocks, stages) {
      #expect(try call("new", "stage", name, "--kind", kind).status == 0)
      let made = project.url.appending(path: "Plugins/\(type)/\(type).swift")
      #expect(try String(contentsOf: made, encoding: .utf8) == block, "\(name)")
    }
  }
}
