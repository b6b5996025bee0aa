import PressModel
import PressPipeline
import PressStage

extension RunRecord {
  /// What a run of a pipeline leaves in its pack. `asOf`: where the pack names its moment.
  init(_ pipeline: Pipeline, version: String, asOf: String?) {
    var stages: [RunRecord.StageUse] = []
    func add<Role>(_ uses: [PressPipeline.StageUse<Role>], _ section: StageSection) {
      stages += uses.map {
        let extractor = ($0.stage as? any Extractor).map { type(of: $0) }
        return RunRecord.StageUse(
          section: section.rawValue, name: $0.name, version: $0.version,
          // The order of a source's patterns must not show, nor does it change the pack.
          settings: section == .sources ? "" : $0.recordedSettings,
          reads: extractor?.reads.map(\.name) ?? [],
          adds: extractor?.adds.map(\.name) ?? [])
      }
    }
    add(pipeline.sources, .sources)
    add(pipeline.readers, .extract)
    add(pipeline.extractors, .extract)
    add(pipeline.transformers, .transform)
    add(pipeline.renderers, .render)
    self.init(presswork: version, asOf: asOf, stages: stages)
  }
}
