import ArgumentParser
import PressEngine

/// Where the project keeps what earlier runs found out.
struct StateOptions: ParsableArguments {
  @Option(
    name: .customLong("state"),
    help: "The folder of the project's state; .presswork at the project's root by default.")
  var path: String?

  /// Absolute. `root`: the project's.
  func folder(root: String) -> String {
    guard let path else { return "\(root)/.presswork" }
    return Path.join(Disk.workingFolder, path)
  }
}
