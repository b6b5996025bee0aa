import PressPipeline

/// Stands for all that a pack rests on, so that a run can tell that nothing has changed.
struct Fingerprint {
  private let head: [String]

  /// `asOf`: where the pack names it.
  init(_ pipeline: Pipeline, version: String, asOf: String?) {
    var head = ["program \(version) \(BuildMark.text)", "as of \(asOf ?? "-")"]
    head.append("pipeline \(pipeline.name) \(pipeline.title ?? "")")
    func add<Role>(_ section: String, _ uses: [StageUse<Role>]) {
      head += uses.map {
        "\(section) \($0.name) version \($0.version) \($0.settings) \($0.errorPolicy)"
      }
    }
    add("source", pipeline.sources)
    add("reader", pipeline.readers)
    add("extract", pipeline.extractors)
    add("transform", pipeline.transformers)
    add("render", pipeline.renderers)
    head.append("embargo \(pipeline.embargo)")
    head.append("quarantine \(pipeline.quarantine)")
    head += pipeline.checks.map { check in
      let bounds = [
        check.min.map(Double.init), check.max.map(Double.init), check.minRatio, check.maxRatio,
      ]
      return "check \(check.metric.name) \(bounds) \(check.severity)"
    }
    let publish = pipeline.publish
    head.append(
      "publish \(publish.folder.text) \(publish.sources) \(publish.documents) \(publish.latest)")
    self.head = head
  }

  /// Over items given as `ORIGIN\nSHA256`, in the order of the run.
  func over(_ items: [String]) -> String {
    sha256(Array((head + items).joined(separator: "\u{0}").utf8))
  }
}
