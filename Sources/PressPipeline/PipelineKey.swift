/// The keys of a pipeline file, in the order in which they are best written.
enum PipelineKey: String, CaseIterable {
  case presswork, pipeline, title, description, tags, vars
  case sources, extract, transform, render, embargo, quarantine, checks, publish

  var isRequired: Bool {
    switch self {
    case .presswork, .pipeline, .sources, .extract, .render: true
    default: false
    }
  }

  var help: String {
    switch self {
    case .presswork: "Version of the format: 1"
    case .pipeline: "Name on the command line; also the file's name"
    case .title: "Title of the packs"
    case .description: "What the pipeline is for"
    case .tags: "Words to find the pipeline by"
    case .vars: "Values that the file names and that a caller may override"
    case .sources: "Stages that find raw items"
    case .extract: "Readers, then extractors: what to find in the text"
    case .transform: "Stages that merge, order and drop what was found"
    case .render: "Stages that make files"
    case .embargo: "When a document under embargo may be packed"
    case .quarantine: "How many items may fail before nothing is published"
    case .checks: "Bounds that a pack must keep to be published"
    case .publish: "Where packs go, and which are kept"
    }
  }
}

/// The keys of a stage's entry in a section.
enum StageKey: String, CaseIterable {
  case use, with
  case onError = "on_error"
  case reason

  var help: String {
    switch self {
    case .use: "The stage's name"
    case .with: "The stage's settings"
    case .onError: "What happens when the stage fails: fail, quarantine or drop"
    case .reason: "Why items are dropped; only with 'on_error: drop'"
    }
  }
}

/// The words of `on_error`.
enum ErrorPolicyWord: String, CaseIterable {
  case fail, quarantine, drop
}
