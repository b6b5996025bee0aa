import Foundation
import TestSupport
import Testing

/// The pack of the Bamako page: golden, the same everywhere, and a proof of itself.
@Suite(.serialized) struct PackTests {
  private let committed = packageRoot.appending(path: "Reports/bamako-ministerial")

  /// A project with the Bamako pipeline, in a folder of its own.
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "Pipelines"), to: folder.url.appending(path: "Pipelines"))
    return folder
  }

  private func pack(in folder: TemporaryFolder) -> URL {
    folder.url.appending(path: "Reports/bamako-ministerial")
  }

  @Test func aFreshRunIsTheCommittedPackToTheByte() throws {
    let folder = try project()
    let outcome = try presswork("run", "bamako-ministerial", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.notes)")
    let fresh = try files(below: pack(in: folder))
    let golden = try files(below: committed)
    #expect(fresh.keys.sorted() == golden.keys.sorted())
    for (name, bytes) in golden.sorted(by: { $0.key < $1.key }) {
      #expect(fresh[name] == bytes, "\(name) differs; look at it, then: make run, and commit it")
    }
  }

  @Test func nothingOfTheMachineShows() throws {
    let folder = try project()
    let settings: [(jobs: String, environment: [String: String], below: String)] = [
      ("1", ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"], ""),
      ("7", ["TZ": "America/Caracas", "LANG": "C", "LC_ALL": "C"], "Pipelines/Samples"),
      ("2", ["TZ": "UTC", "HOME": "/nonexistent", "COLUMNS": "20"], "Pipelines"),
    ]
    var packs: [[String: Data]] = []
    for (jobs, environment, below) in settings {
      let outcome = try presswork(
        "run", "bamako-ministerial", "--jobs", jobs, in: folder.url.appending(path: below),
        environment: environment)
      #expect(outcome.status == 0, "\(outcome.notes)")
      packs.append(try files(below: pack(in: folder)))
    }
    #expect(packs[0] == packs[1])
    #expect(packs[0] == packs[2])
  }

  @Test func aKindOfAnotherModuleIsInEveryFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "Pipelines/Inbox/a.txt", "The office designated Mr. Pavel Orlov pursuant to E.O. 13224.\n")
    try folder.write(
      "Pipelines/lists.yaml",
      """
      presswork: 1
      pipeline: lists
      title: Who was listed
      sources: [{use: files, with: {paths: ["Inbox/*.txt"]}}]
      extract: [plain-text, sentences, people, organizations, designations]
      render: [json, csv, markdown]
      checks: [{metric: facts.designations, min: 1, severity: fail}]
      publish: {dir: Reports/lists}

      """)
    let outcome = try presswork("run", "lists", in: folder.url)
    #expect(outcome.status == 0, "\(outcome.notes)")
    let pack = try files(below: folder.url.appending(path: "Reports/lists"))
    for (name, words) in [
      ("pack.json", #""designations""#), ("csv/designations.csv", "Pavel Orlov"),
      ("briefing.md", "Pavel Orlov (E.O. 13224)"),
    ] {
      #expect(String(decoding: pack[name] ?? Data(), as: UTF8.self).contains(words), "\(name)")
    }
  }

  @Test func theOrderOfTheInputDoesNotShow() throws {
    var packs: [[String: Data]] = []
    for paths in [#""In/*.txt", "More/*.txt""#, #""More/b.txt", "In/c.txt", "In/a.txt""#] {
      let folder = try TemporaryFolder()
      // Written in another order, so that the folder lists them in another one too.
      for name in paths.hasPrefix("\"In")
        ? ["In/a", "More/b", "In/c"] : ["In/c", "More/b", "In/a"]
      {
        try folder.write(
          "Pipelines/\(name).txt",
          "Note \(name)\n\nSenator Maria Lopez gave $\(name.utf8.count) million in May 2021.\n")
      }
      try folder.write(
        "Pipelines/order.yaml",
        """
        presswork: 1
        pipeline: order
        sources:
          - {use: files, with: {paths: [\(paths)]}}
        extract: [plain-text, metadata, sentences, people, dates, amounts]
        transform: [merge-people, timeline]
        render: [json, csv, markdown]
        publish: {dir: Reports/order}
        """)
      let outcome = try presswork("run", "order", in: folder.url)
      #expect(outcome.status == 0, "\(outcome.notes)")
      packs.append(try files(below: folder.url.appending(path: "Reports/order")))
    }
    #expect(packs[0].count > 5)
    #expect(packs[0] == packs[1])
  }

  @Test func thePackConformsToItsSchema() throws {
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      pack = json.load(open(sys.argv[2], encoding="utf-8"))
      for error in validator.iter_errors(pack):
          print("/".join(map(str, error.path)), error.message[:300])
      del pack["documents"][0]["facts"]["amounts"][0]["currency"]
      pack["surprise"] = 1
      print(len(list(validator.iter_errors(pack))), "faults planted and found")
      """
    let schema = packageRoot.appending(path: "Documentation/pack.schema.json").path()
    let outcome = try run(
      URL(filePath: "/usr/bin/python3"),
      ["-c", program, schema, committed.appending(path: "pack.json").path()])
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(outcome.output == "2 faults planted and found\n")
  }

  @Test func theTablesAreReadBack() throws {
    let program = """
      import csv, glob, json, os, sys
      folder = sys.argv[1]
      pack = json.load(open(folder + "/pack.json", encoding="utf-8"))
      described = json.load(open(folder + "/csv/datapackage.json", encoding="utf-8"))
      paths = {r["path"]: [f["name"] for f in r["schema"]["fields"]] for r in described["resources"]}
      found = {os.path.basename(p) for p in glob.glob(folder + "/csv/*.csv")}
      assert found == set(paths), (found, paths)
      facts = pack["documents"][0]["facts"]
      raw = open(glob.glob(folder + "/sources/*")[0], "rb").read()
      for path, fields in paths.items():
          with open(folder + "/csv/" + path, newline="", encoding="utf-8") as f:
              rows = list(csv.DictReader(f, strict=True))
          kind = path[:-4]
          if kind in facts:
              assert len(rows) == len(facts[kind]), path
              for row, fact in zip(rows, facts[kind]):
                  assert list(row) == fields
                  assert row["id"] == fact["id"]
          if kind == "mentions":
              text = pack["documents"][0]["text"]
              for row in rows:
                  assert text[int(row["start"]):int(row["end"])] == row["text"].lstrip("'") or \
                      text[int(row["start"]):int(row["end"])] == row["text"], row
                  part = raw[int(row["sourceStart"]):int(row["sourceEnd"])].decode("utf-8")
                  assert part.split() == text[int(row["start"]):int(row["end"])].split(), row
      print("as described")
      """
    let outcome = try run(URL(filePath: "/usr/bin/python3"), ["-c", program, committed.path()])
    #expect(outcome.output == "as described\n", "\(outcome.notes)")
  }

  // MARK: - Verification

  private func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: committed, to: folder.url.appending(path: "pack"))
    return folder
  }

  private func flip(_ words: String, in file: URL) throws {
    var bytes = try Data(contentsOf: file)
    let range = try #require(bytes.range(of: Data(words.utf8)))
    bytes[range.lowerBound + words.utf8.count / 2] ^= 0x01
    try bytes.write(to: file)
  }

  @Test func aFlippedByteOfTheTextIsFoundAndTheFactNamed() throws {
    let folder = try copy()
    try flip("$7.9 million donation", in: folder.url.appending(path: "pack/pack.json"))
    let outcome = try presswork("verify", "pack", in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("#amounts-1: "), "\(outcome.output)")
  }

  @Test func aFlippedByteOfTheSourceIsFoundAndTheFactNamed() throws {
    let folder = try copy()
    let sources = folder.url.appending(path: "pack/sources")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: sources.path()).first)
    try flip("$7.9 million", in: sources.appending(path: name))
    let outcome = try presswork("verify", "pack", in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("#amounts-1: "), "\(outcome.output)")
  }

  /// Any one bit of the text's part of pack.json, or of the source.
  @Test func anyFlippedBitIsFound() throws {
    var generator = SeededGenerator(seed: 17)
    let names = try files(below: committed).keys.sorted()
      .filter { $0 == "pack.json" || $0.hasPrefix("sources/") }
    for name in names {
      let original = try Data(contentsOf: committed.appending(path: name))
      for _ in 0..<15 {
        let folder = try copy()
        var bytes = original
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^=
          1
          << UInt8.random(
            in: 0...6, using: &generator)
        try bytes.write(to: folder.url.appending(path: "pack/\(name)"))
        let outcome = try presswork("verify", "pack", in: folder.url)
        #expect(outcome.status == 1, "\(outcome.output)\(outcome.notes)")
      }
    }
  }

  @Test func aMissingFileIsNamed() throws {
    let folder = try copy()
    try FileManager.default.removeItem(at: folder.url.appending(path: "pack/briefing.md"))
    let outcome = try presswork("verify", "pack", in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output == "pack: briefing.md: the file is missing\n")
  }

  @Test func aFileThatCameLaterIsNamed() throws {
    let folder = try copy()
    try folder.write("pack/csv/extra.csv", "a,b\r\n")
    let outcome = try presswork("verify", "pack", in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output == "pack: csv/extra.csv: the file is none of the pack's\n")
  }

  @Test func aFolderThatIsNoPackExitsWith66() throws {
    let folder = try TemporaryFolder()
    let outcome = try presswork("verify", "nowhere", in: folder.url)
    #expect(outcome.status == 66)
    #expect(outcome.notes.contains("nowhere/pack.json"))
  }
}
