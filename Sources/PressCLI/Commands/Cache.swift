import ArgumentParser
import PressEngine
import PressState

/// `presswork cache`
struct Cache: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look into what earlier runs have kept, or clear it.",
    discussion: """
      The cache holds what documents became, by all that can change it. It may be cleared at any \
      time: the next run is slower and its pack the same.

      Examples:
        presswork cache size
        presswork cache why Inbox/release.txt     what the kept result rests on
        presswork cache clear
      """,
    subcommands: [Size.self, Why.self, Clear.self])

  struct Size: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Count the results and their bytes.")
    @OptionGroup var state: StateOptions

    func run() throws {
      try Cache.use(state) { cache in
        let size = try cache.size()
        Console.output(counted(size.results, "document") + ", " + counted(size.bytes, "byte"))
      }
    }
  }

  struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print all that the results kept of an item rest on.")
    @Argument(help: "The item's path or URL, as packs name it.") var origin: String
    @OptionGroup var state: StateOptions

    func run() throws {
      try Cache.use(state) { cache in
        let entries = try cache.entries(of: origin)
        guard !entries.isEmpty else {
          Console.note("presswork: error: nothing is kept of '\(origin)'")
          throw ExitStatus.noInput.code
        }
        for entry in entries {
          Console.output("\(entry.key)  \(entry.bytes) bytes")
          for line in entry.components { Console.output("  \(line)") }
        }
      }
    }
  }

  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove all results.")
    @OptionGroup var state: StateOptions

    func run() throws { try Cache.use(state) { try $0.clear() } }
  }

  private static func use(_ state: StateOptions, _ body: (ResultCache) throws -> Void) throws {
    let folder = try StateAccess(state).folder
    guard Disk.exists("\(folder)/cache.sqlite") else {
      Console.note("presswork: error: nothing is kept in '\(folder)' yet")
      throw ExitStatus.noInput.code
    }
    do {
      try body(ResultCache(folder: folder))
    } catch let error as StateError {
      Console.note("presswork: error: \(error)")
      throw ExitStatus.inputOutput.code
    }
  }
}
