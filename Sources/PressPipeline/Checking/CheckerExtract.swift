import PressStage

/// The order of the stages under `extract`.
extension PipelineChecker {
  mutating func readersAndExtractors(_ uses: [StageUse<any Stage>])
    -> ([StageUse<any Reader>], [StageUse<any Extractor>])
  {
    let readers = uses.compactMap { $0.cast { $0 as? any Reader } }
    let extractors = uses.compactMap { $0.cast { $0 as? any Extractor } }
    if let first = extractors.first {
      for reader in readers where reader.place > first.place {
        problems.add(
          .readerAfterExtractor, at: reader.place,
          "the reader '\(reader.name)' is listed after the extractor '\(first.name)'",
          hint: "list readers first")
      }
      requireReader(uses, readers, at: first.place)
    }
    warnOfNothingToRead(extractors)
    return (readers, extractors)
  }

  private mutating func requireReader(
    _ uses: [StageUse<any Stage>], _ readers: [StageUse<any Reader>], at place: Place
  ) {
    guard readers.isEmpty, isUnderstood(uses) else { return }
    let names = registry.entries(.reader).map(\.name)
    problems.add(
      .emptySection, at: place, "'extract' has no reader, so no item can be read",
      hint: "list one before the extractors",
      notes: [.init("readers: " + names.joined(separator: ", "), command: "presswork stages")])
  }

  /// Whether all entries of 'extract' are known: one that is not may be what seems to be missing.
  private func isUnderstood(_ uses: [StageUse<any Stage>]) -> Bool {
    guard case .list(let elements) = file.root?[StageSection.extract.rawValue]?.content else {
      return false
    }
    return elements.count == uses.count
  }

  /// Tells what extractors read that no earlier one adds. Metadata may come from the reader, so it
  /// only counts where an extractor adds it too late.
  private mutating func warnOfNothingToRead(_ extractors: [StageUse<any Extractor>]) {
    for (index, use) in extractors.enumerated() {
      let type = type(of: use.stage)
      for part in type.reads {
        let earlier = extractors[..<index].contains { adds($0, part) }
        guard !earlier, !type.adds.contains(part) else { continue }
        let later = extractors[(index + 1)...].first { adds($0, part) }
        if let later {
          problems.add(
            .nothingToRead, at: use.place,
            "'\(use.name)' reads \(part.name), which '\(later.name)' adds only after it",
            hint: "list '\(later.name)' before it")
        } else if part != .metadata {
          tellNothingAdds(part, to: use.name, at: use.place, where: "before it")
        }
      }
    }
  }

  /// The same of transformers, which run after all extractors.
  mutating func warnOfNothingToRead(
    _ transformers: [StageUse<any Transformer>], after extractors: [StageUse<any Extractor>]
  ) {
    for use in transformers {
      for part in type(of: use.stage).reads
      where part != .metadata && !extractors.contains(where: { adds($0, part) }) {
        tellNothingAdds(part, to: use.name, at: use.place, where: "under 'extract'")
      }
    }
  }

  /// An embargo is metadata, which readers hardly know: most announcements stand in the text.
  mutating func warnOfUnseenEmbargoes(
    _ uses: [StageUse<any Stage>], _ readers: [StageUse<any Reader>],
    _ extractors: [StageUse<any Extractor>]
  ) {
    let names = namesOfExtractors(adding: .metadata)
    guard !names.isEmpty, let reader = readers.last,
      !extractors.contains(where: { adds($0, .metadata) }), isUnderstood(uses)
    else { return }
    problems.add(
      .embargoUnseen, at: reader.place,
      "no extractor of this pipeline adds metadata, so a document under embargo may be packed early",
      hint: "list \(names.joined(separator: " or ")) after it, or write 'embargo: {hold: false}'")
  }

  private mutating func tellNothingAdds(
    _ part: DocumentPart, to name: String, at place: Place, where section: String
  ) {
    let names = namesOfExtractors(adding: part)
    problems.add(
      .nothingToRead, at: place,
      "'\(name)' reads \(part.name), which no extractor of this pipeline adds",
      hint: names.isEmpty ? nil : "list \(names.joined(separator: " or ")) \(section)")
  }

  private func namesOfExtractors(adding part: DocumentPart) -> [String] {
    registry.entries(.extractor)
      .filter { ($0.type as? any Extractor.Type)?.adds.contains(part) == true }
      .map(\.name)
  }

  private func adds(_ use: StageUse<any Extractor>, _ part: DocumentPart) -> Bool {
    type(of: use.stage).adds.contains { $0.gives(part) }
  }
}

extension Place {
  static func > (left: Place, right: Place) -> Bool {
    (left.line, left.column) > (right.line, right.column)
  }
}
