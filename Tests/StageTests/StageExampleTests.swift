import PressEngine
import PressStage
import RegisteredStages
import Testing

extension StageRegistry.Entry: CustomTestStringConvertible {
  public var testDescription: String { "\(role.rawValue) \(name)" }
}

/// An example of a stage that is compiled in.
struct Case: CustomTestStringConvertible, Sendable {
  let entry: StageRegistry.Entry
  let example: StageExample

  var testDescription: String { "\(entry.name) \(example.purpose.rawValue): \(example.title)" }

  static let registry = (try? StageRegistry(registeredStages)) ?? .empty

  static let all = registry.entries.flatMap { entry in
    entry.type.examples.map { Case(entry: entry, example: $0) }
  }
}

@Suite struct StageExampleTests {
  @Test(arguments: Case.all) func itHolds(_ example: Case) async {
    let runner = ExampleRunner(registry: Case.registry)
    let faults = await runner.faults(of: example.example, for: example.entry)
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test func thereAreStagesOfEveryKind() {
    for role in StageRole.allCases { #expect(!Case.registry.entries(role).isEmpty) }
  }

  @Test(arguments: Case.registry.entries)
  func itHasOneOfEachPurpose(_ entry: StageRegistry.Entry) {
    let examples = entry.type.examples
    #expect(Set(examples.map(\.purpose)) == Set(StageExample.Purpose.allCases))
  }

  @Test func anExampleThatDoesNotHoldIsFound() async throws {
    let entry = try #require(Case.registry["json", .render])
    let runner = ExampleRunner(registry: Case.registry)
    let wrong = StageExample(
      .finds, "words that are not there", .documents([("a.txt", "Ministers met.")]),
      gives: .file("pack.json", contains: "Parliament"))
    let misplaced = StageExample(.finds, "an input for extractors", .text("x"), gives: .blocks([]))
    #expect(await runner.faults(of: wrong, for: entry).count == 1)
    #expect(await runner.faults(of: misplaced, for: entry).count == 1)
  }
}
