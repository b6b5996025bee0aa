import PressEngine
import PressPipeline

/// A pipeline that is to be run, as the command line names it.
struct RunRequest {
  let finder: PipelineFinder
  /// The pipeline's file, absolute.
  let file: String
  let moment: RunMoment
  /// Whether the caller gave the moment.
  let namesMoment: Bool
  var variables: [String: String] = [:]

  init(_ file: String, asOf: String?, variables: [String] = [], finder: PipelineFinder) {
    self.finder = finder
    self.file = file
    moment = asOf.flatMap(Clock.moment) ?? Clock.now()
    namesMoment = asOf != nil
    for text in variables {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      self.variables[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
  }

  var layout: ProjectLayout { ProjectLayout(file: file) }

  /// The pipeline, after its problems were told; nil where it cannot be run. Throws `DiskError`.
  func load(_ log: RunLog = .plain) throws -> Pipeline? {
    let (pipeline, diagnostics) = try finder.load(
      file, as: finder.shown(file), variables: variables, run: moment)
    log.problems(diagnostics)
    return pipeline
  }

  func run(
    _ pipeline: Pipeline, jobs: Int, state: StateOptions, isFresh: Bool,
    observer: (any RunObserver)? = nil
  ) -> PipelineRun {
    PipelineRun(
      pipeline, layout: layout, version: Program.version, moment: moment,
      namesMoment: namesMoment,
      options: PipelineRun.Options(
        jobs: jobs, state: state.folder(root: layout.root), isFresh: isFresh, observer: observer))
  }
}
