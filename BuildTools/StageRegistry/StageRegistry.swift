import Foundation
import PackagePlugin

/// Writes one Swift file that lists the stages of every stage module that a target depends on.
///
/// A stage module is a module whose folder stands in a folder named `Plugins`, in this package or in
/// one that depends on it, and that declares `public let stages: [any Stage.Type]`.
@main
struct StageRegistry: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let modules = target.recursiveTargetDependencies
      .filter { $0.directoryURL.deletingLastPathComponent().lastPathComponent == "Plugins" }
      .compactMap { ($0 as? any SourceModuleTarget)?.moduleName }
      .sorted()
    try refuseUnseenFolders(in: target)

    let text = registry(of: modules)
    let draft = context.pluginWorkDirectoryURL.appending(path: "RegisteredStages.txt")
    let output = context.pluginWorkDirectoryURL.appending(path: "RegisteredStages.swift")
    if (try? String(contentsOf: draft, encoding: .utf8)) != text {
      try text.write(to: draft, atomically: true, encoding: .utf8)
    }
    return [
      .buildCommand(
        displayName: "Registering the stages of \(modules.joined(separator: ", "))",
        executable: URL(filePath: "/bin/cp"), arguments: [draft.path(), output.path()],
        inputFiles: [draft], outputFiles: [output])
    ]
  }

  private func registry(of modules: [String]) -> String {
    var lines = ["// Written by the build.", "public import PressStage"]
    lines += modules.map { "internal import \($0)" }
    lines += ["", "/// Every module of stages that is compiled into this program."]
    lines += ["public let registeredStages: [StageModule] = ["]
    // The module selector (SE-0491) holds where a module has a type of its own name.
    lines += modules.map { "  StageModule(\"\($0)\", \($0)::stages)," }
    return (lines + ["]", ""]).joined(separator: "\n")
  }

  /// Stops the build where a folder stands beside the modules that the package manager has not
  /// seen, or no longer stands there: it keeps what Package.swift said before.
  private func refuseUnseenFolders(in target: Target) throws {
    guard target.directoryURL.lastPathComponent == "Plugins" else { return }
    let known = Set(
      target.recursiveTargetDependencies
        .filter {
          $0.directoryURL.deletingLastPathComponent().standardizedFileURL
            == target.directoryURL.standardizedFileURL
        }
        .map { $0.directoryURL.lastPathComponent })
    let files = FileManager.default
    let folders = try files.contentsOfDirectory(atPath: target.directoryURL.path()).filter {
      let folder = target.directoryURL.appending(path: $0).path()
      let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
      return names.contains { $0.hasSuffix(".swift") }
    }
    guard let folder = folders.sorted().first(where: { !known.contains($0) }) else { return }
    Diagnostics.error(
      "Plugins/\(folder) is new and the package manager has not seen it: run 'make build'")
  }
}
