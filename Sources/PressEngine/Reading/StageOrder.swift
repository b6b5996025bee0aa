public import PressStage

/// The order in which extractors must run where no pipeline says it: each after those that add
/// what it reads, the rest by name.
public enum StageOrder {
  /// All extractors of a registry that need no setting, in a working order, but for those that look
  /// back at all facts. Extractors that wait for one another come last, by name.
  public static func extractors(of registry: StageRegistry) -> [any Extractor] {
    var waiting: [any Extractor.Type] = registry.entries(.extractor).compactMap { entry in
      guard let type = entry.type as? any Extractor.Type else { return nil }
      let isLeftOut = type.reads.contains(.allFacts) || type.settings.contains(where: \.isRequired)
      return isLeftOut ? nil : type
    }
    var ordered: [any Extractor] = []
    while !waiting.isEmpty {
      let missing = waiting.reduce(into: Set<DocumentPart>()) { $0.formUnion($1.adds) }
      let index = waiting.firstIndex { type in
        type.reads.allSatisfy { !missing.contains($0) || type.adds.contains($0) }
      }
      ordered.append(waiting.remove(at: index ?? 0).init())
    }
    return ordered
  }

  /// The extractors that look back at all facts, by name; they run after all others.
  public static func extractorsOfAllFacts(in registry: StageRegistry) -> [any Extractor] {
    registry.entries(.extractor).compactMap { entry in
      guard let type = entry.type as? any Extractor.Type, type.reads.contains(.allFacts),
        !type.settings.contains(where: \.isRequired)
      else { return nil }
      return type.init()
    }
  }

  /// The extractors that an extractor's input rests on, directly or not, in a working order.
  static func extractors(
    of registry: StageRegistry, neededBy type: any Extractor.Type
  ) -> [any Extractor] {
    var needed = Set(type.reads)
    var chosen: [any Extractor] = []
    for extractor in extractors(of: registry).reversed() {
      let candidate = Swift.type(of: extractor)
      guard candidate.name != type.name,
        candidate.adds.contains(where: { part in needed.contains(where: part.gives) })
      else {
        continue
      }
      needed.formUnion(candidate.reads)
      chosen.append(extractor)
    }
    return chosen.reversed()
  }

  /// All readers of a registry that need no setting, by name.
  public static func readers(of registry: StageRegistry) -> [any Reader] {
    registry.entries(.reader).compactMap { entry in
      guard let type = entry.type as? any Reader.Type else { return nil }
      return type.settings.contains(where: \.isRequired) ? nil : type.init()
    }
  }
}
