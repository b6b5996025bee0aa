import PressStage

/// `checks` and `publish`.
extension PipelineChecker {
  mutating func checks(_ node: SettingNode?, extract: [StageUse<any Stage>]) -> [Check] {
    guard let node, !node.isNull else { return [] }
    guard case .list(let elements) = node.content else {
      refuse(node, expected: "a list of checks", key: PipelineKey.checks.rawValue)
      return []
    }
    let kinds = factKinds(extract)
    return elements.compactMap { check($0, kinds: kinds) }
  }

  private mutating func check(_ node: SettingNode, kinds: [String]?) -> Check? {
    let node = filled(node, .settings)
    guard let keys = group(CheckKeys.self, node, .keys(of: "a check")),
      let metricNode = node["metric"], let metric = metric(metricNode, kinds: kinds)
    else { return nil }
    let whole = whole(keys, node, kinds: kinds)
    let check = Check(
      metric: metric, min: keys.min, max: keys.max, whole: whole, minRatio: keys.minRatio,
      maxRatio: keys.maxRatio, severity: keys.severity, place: metricNode.place)
    let name = metric.name
    let hasRatio = check.minRatio != nil || check.maxRatio != nil
    if hasRatio, keys.of == nil, keys.against == nil {
      problems.add(
        .check, at: (node["min_ratio"] ?? node["max_ratio"] ?? metricNode).place,
        "a share of '\(name)' needs a whole", hint: "add 'of: items' or 'against: last'")
    } else if !hasRatio, keys.of != nil || keys.against != nil {
      problems.add(
        .check, at: (node["of"] ?? node["against"] ?? metricNode).place,
        "the share of '\(name)' has no bound", hint: "add 'min_ratio' or 'max_ratio'")
    } else if let min = check.minRatio, let max = check.maxRatio, min > max {
      problems.add(
        .check, at: node["min_ratio"]?.place ?? metricNode.place,
        "no share is at least \(min) and at most \(max)")
    } else if check.min == nil, check.max == nil, !hasRatio {
      problems.add(
        .check, at: metricNode.place, "the check of '\(name)' has no bound",
        hint: "add 'min' or 'max'")
    } else if let min = check.min, let max = check.max, min > max {
      problems.add(
        .check, at: node["min"]?.place ?? metricNode.place,
        "no number of '\(name)' is at least \(min) and at most \(max)")
    } else if let max = check.max, max < 0 {
      problems.add(
        .check, at: node["max"]?.place ?? metricNode.place,
        "no number of '\(name)' is at most \(max)")
    }
    return check
  }

  /// What a share is a share of: another metric, or the past.
  private mutating func whole(
    _ keys: CheckKeys, _ node: SettingNode, kinds: [String]?
  ) -> Check.Whole? {
    if let reference = keys.against {
      if let of = node["of"] {
        problems.add(.check, at: of.place, "'of' and 'against' exclude each other")
      }
      return .reference(reference)
    }
    guard let of = node["of"], let metric = metric(of, kinds: kinds) else { return nil }
    return .metric(metric)
  }

  mutating func quarantine(_ node: SettingNode?) -> QuarantineLimits {
    guard let node else { return QuarantineLimits() }
    let keys = group(QuarantineKeys.self, filled(node, .settings), .keys(of: "quarantine"))
    return QuarantineLimits(max: keys?.max, maxRatio: keys?.maxRatio?.fraction)
  }

  mutating func embargo(_ node: SettingNode?) -> EmbargoRule {
    guard let node else { return EmbargoRule() }
    let filled = filled(node, .settings)
    guard let keys = group(EmbargoKeys.self, filled, .keys(of: "embargo")) else {
      return EmbargoRule()
    }
    guard let zone = keys.zone else { return EmbargoRule(holds: keys.hold) }
    guard let offset = UTCOffset.seconds(zone) else {
      problems.add(
        .valueType, at: (filled["zone"] ?? filled).place,
        "'\(shortened(zone))' is no offset from UTC", hint: "write '+01:00', '-05:00' or 'Z'")
      return EmbargoRule(holds: keys.hold)
    }
    return EmbargoRule(holds: keys.hold, defaultOffset: offset)
  }

  private mutating func metric(_ node: SettingNode, kinds: [String]?) -> Check.Metric? {
    guard let text = literal(node, "metric") else { return nil }
    if let metric = Check.Metric.simple.first(where: { $0.name == text }) { return metric }
    let prefix = "facts."
    if text.hasPrefix(prefix) {
      let kind = String(text.dropFirst(prefix.count))
      guard let kinds, !kinds.contains(kind) else { return .factsOfKind(kind) }
      problems.add(
        .check, at: node.place, "no extractor of this pipeline adds '\(shortened(kind))'",
        hint: nearest(to: kind, among: kinds).map { "did you mean 'facts.\($0)'?" },
        notes: [.init("kinds: " + (kinds.isEmpty ? "none" : kinds.joined(separator: ", ")))])
      return nil
    }
    let names = Check.Metric.simple.map(\.name)
    problems.add(
      .check, at: node.place, "there is no metric '\(shortened(text))'",
      hint: nearest(to: text, among: names + (kinds ?? []).map { prefix + $0 })
        .map { "did you mean '\($0)'?" },
      notes: [.init("metrics: " + (names + [prefix + "KIND"]).joined(separator: ", "))])
    return nil
  }

  /// The kinds of fact that the pipeline's extractors add, sorted; nil where one of them could not
  /// be understood.
  private func factKinds(_ extract: [StageUse<any Stage>]) -> [String]? {
    guard case .list(let elements)? = file.root?[StageSection.extract.rawValue]?.content,
      elements.count == extract.count
    else { return nil }
    var kinds: Set<String> = []
    for use in extract {
      guard let extractor = use.stage as? any Extractor else { continue }
      for case .facts(let kind) in type(of: extractor).adds { kinds.insert(kind) }
    }
    return kinds.sorted()
  }

  mutating func publication(_ node: SettingNode?, at start: Place) -> Publication {
    let node = node ?? SettingNode(.map([]), at: start)
    let filled = filled(node, .settings)
    let keys = group(PublishKeys.self, filled, .keys(of: "publish")) ?? PublishKeys()
    var folder = keys.dir
    if node["dir"] == nil, let name = references.pipeline {
      folder = StagePath("Reports/\(name)")
    }
    if keys.documents == .new, let dir = node["dir"], case .scalar(let text, _) = dir.content,
      !text.contains("${run.")
    {
      problems.add(
        .check, at: dir.place, "a pack of new documents needs a folder of its own",
        hint: "add '/${run.date}' to the folder")
    } else if keys.documents == .new, node["dir"] == nil {
      problems.add(
        .check, at: (filled["documents"] ?? node).place,
        "a pack of new documents needs a folder of its own",
        hint: "add 'dir: Reports/${pipeline}/${run.date}'")
    }
    return Publication(
      folder: folder, latest: keys.latest, keep: keys.keep == 0 ? nil : keys.keep,
      sources: keys.sources, documents: keys.documents,
      place: filled["dir"]?.place ?? node.place)
  }
}
