import ArgumentParser
import PressEngine
import PressStage
import PressState

/// `presswork quarantine`
struct Quarantine: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show, retry or drop what failed.",
    discussion: """
      An item that a stage fails on is kept with its bytes, the stage and the reason, and the run \
      goes on without it.

      Examples:
        presswork quarantine list
        presswork quarantine show 3 > item.html
        presswork quarantine retry 3 4     the next run takes them again
        presswork quarantine drop 3        later runs leave it out
      """,
    subcommands: [List.self, Show.self, Retry.self, Drop.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List what is in quarantine.")

    @Argument(help: "A pipeline's name; all of them without one.")
    var pipeline: String?
    @OptionGroup var state: StateOptions
    @Flag(help: "Print one JSON object a line.")
    var json = false

    func run() throws {
      let rows = try Quarantine.rows(of: pipeline, state)
      for row in rows {
        guard json else {
          Console.output(
            "\(row.id)  \(row.pipeline)  \(row.origin)  \(row.stage): \(row.reason)"
              + (row.status == .waiting ? "" : "  (\(row.status.rawValue))"))
          continue
        }
        var writer = JSONWriter()
        writer.object { writer in
          writer.key("number")
          writer.value(Int(row.id))
          for (key, value) in [
            ("pipeline", row.pipeline), ("origin", row.origin), ("document", row.document),
            ("sha256", row.sha256), ("stage", row.stage), ("reason", row.reason),
            ("status", row.status.rawValue),
          ] {
            writer.key(key)
            writer.value(value)
          }
          writer.key("firstRun")
          writer.value(Int(row.firstRun))
          writer.key("lastRun")
          writer.value(Int(row.lastRun))
        }
        Console.output(String(decoding: writer.bytes, as: UTF8.self))
      }
      if rows.isEmpty { Console.note("nothing is in quarantine") }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the bytes of an item in quarantine.")

    @Argument(help: "The item's number in the list.") var number: Int64
    @OptionGroup var state: StateOptions

    func run() throws {
      let row = try Quarantine.find([number], state)[0]
      do {
        Console.output(
          try QuarantineStore(folder: try StateAccess(state).folder).bytes(row.sha256))
      } catch {
        Console.note("presswork: error: \(error)")
        throw ExitStatus.inputOutput.code
      }
      Console.note("\(row.origin)\n\(row.stage): \(row.reason)\nsha256 \(row.sha256)")
    }
  }

  struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let the next run take items again.")

    @Argument(help: "The items' numbers in the list.") var numbers: [Int64]
    @OptionGroup var state: StateOptions

    func run() throws { try Quarantine.mark(numbers, .retry, state) }
  }

  struct Drop: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let later runs leave items out; they stay in the list.")

    @Argument(help: "The items' numbers in the list.") var numbers: [Int64]
    @OptionGroup var state: StateOptions

    func run() throws { try Quarantine.mark(numbers, .dropped, state) }
  }

  private static func rows(of pipeline: String?, _ state: StateOptions) throws -> [QuarantineRow] {
    do {
      return try StateAccess(state).ledger().quarantine(of: pipeline)
    } catch let error as StateError {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.inputOutput.code
    }
  }

  /// The rows of some numbers; says which is not there.
  private static func find(_ numbers: [Int64], _ state: StateOptions) throws -> [QuarantineRow] {
    let rows = try rows(of: nil, state)
    return try numbers.map { number in
      guard let row = rows.first(where: { $0.id == number }) else {
        Console.note("presswork: error: nothing in quarantine has the number \(number)")
        throw ExitStatus.noInput.code
      }
      return row
    }
  }

  private static func mark(
    _ numbers: [Int64], _ status: QuarantineRow.Status, _ state: StateOptions
  ) throws {
    let rows = try find(numbers, state)
    do {
      try StateAccess(state).ledger().mark(numbers, status)
    } catch let error as StateError {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.inputOutput.code
    }
    for row in rows {
      let what = status == .retry ? "the next run takes it again" : "later runs leave it out"
      Console.note("\(row.origin): \(what)")
    }
  }
}
