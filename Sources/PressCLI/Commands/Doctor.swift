import ArgumentParser
import PressEngine
import PressPipeline
import PressStage

/// `presswork doctor`
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is missing on this machine and in this project.",
    discussion: """
      Run it as the user and in the folder of the nightly run. The exit code is 1 where something \
      would stop a run.

      Examples:
        presswork doctor
        presswork doctor --state /var/lib/presswork --json
      """)

  @OptionGroup var state: StateOptions

  @Flag(help: "Print one JSON object a line.") var json = false

  func run() async throws {
    let finder = PipelineFinder()
    var findings = [
      clock(), root(finder), folder("packs", "\(finder.root ?? finder.workingFolder)/Reports"),
      folder("state", state.folder(root: finder.root ?? finder.workingFolder)),
    ]
    findings += OutsideProgram.allCases.map(program)
    for file in finder.files { findings += await pipeline(file, finder) }
    for finding in findings { show(finding) }
    guard !findings.contains(where: { $0.level == .error }) else { throw ExitStatus.findings.code }
  }

  private struct Finding {
    enum Level: String { case ok, warning, error }
    var what: String
    var level: Level
    var words: String
  }

  /// A clock that starts in 1970, as some do after a power cut, dates packs wrongly.
  private func clock() -> Finding {
    let now = Clock.now()
    let isRight = Clock.seconds(of: now) ?? 0 > 1_750_000_000
    return Finding(
      what: "clock", level: isRight ? .ok : .error,
      words: isRight ? "\(now.asOf)" : "\(now.asOf) is before this program was written; set it")
  }

  /// A program that only some pipelines need.
  private func program(_ program: OutsideProgram) -> Finding {
    let path = program.path
    return Finding(
      what: "program \(program.rawValue)", level: path == nil ? .warning : .ok,
      words: path ?? "it is not there; \(program.purpose)")
  }

  private func root(_ finder: PipelineFinder) -> Finding {
    guard let root = finder.root else {
      return Finding(
        what: "project", level: .error,
        words: "there is no folder 'Pipelines' here or above: presswork new pipeline NAME")
    }
    let count = finder.files.count
    return Finding(
      what: "project", level: count > 0 ? .ok : .warning,
      words: "\(root), \(count) pipeline\(count == 1 ? "" : "s")")
  }

  /// Whether a folder takes files, exchanges two names in one step, and has room.
  private func folder(_ what: String, _ path: String) -> Finding {
    do {
      let report = try Disk.probe(path)
      let room = report.free / 1_000_000
      guard room >= 100 else {
        return Finding(what: what, level: .error, words: "\(path): only \(room) MB are free")
      }
      guard report.exchanges else {
        return Finding(
          what: what, level: .warning,
          words: "\(path): its file system cannot exchange two folders in one step; a reader may "
            + "find no pack for a moment")
      }
      return Finding(what: what, level: .ok, words: "\(path): writable, \(room) MB free")
    } catch {
      return Finding(what: what, level: .error, words: "\(error)")
    }
  }

  /// What is wrong with a pipeline's file, and which folders of its sources are not there.
  private func pipeline(_ file: String, _ finder: PipelineFinder) async -> [Finding] {
    let name = "pipeline \(PipelineFinder.name(ofFile: file))"
    do {
      let (pipeline, diagnostics) = try finder.load(
        file, as: finder.shown(file), variables: [:], run: Clock.now())
      let errors = counted(diagnostics.count { $0.severity == .error }, "error")
      guard let pipeline else {
        let words = "\(errors): presswork lint \(finder.shown(file))"
        return [Finding(what: name, level: .error, words: words)]
      }
      let missing = await SourceFolders(pipeline, layout: ProjectLayout(file: file)).missing()
      return [Finding(what: name, level: .ok, words: "no errors")]
        + missing.map { source, folder in
          Finding(
            what: name, level: .error,
            words: "source '\(source)': there is no folder '\(finder.shown(folder))'")
        }
    } catch {
      return [Finding(what: name, level: .error, words: "\(error)")]
    }
  }

  private func show(_ finding: Finding) {
    guard json else {
      Console.output("\(finding.level.rawValue)  \(finding.what): \(finding.words)")
      return
    }
    var writer = JSONWriter()
    writer.object { writer in
      for (key, value) in [
        ("what", finding.what), ("level", finding.level.rawValue), ("words", finding.words),
      ] {
        writer.key(key)
        writer.value(value)
      }
    }
    Console.output(String(decoding: writer.bytes, as: UTF8.self))
  }
}
