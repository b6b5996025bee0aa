import PressHTML
import PressModel
import PressText

/// All names that may be those of a page's authors, with what speaks for each.
///
/// A name is one candidate however often the page gives it: as author of the article in JSON-LD, in
/// meta elements, in elements that are named after authors, behind "By" or a like label, or as a
/// link to an author's page. Persons are preferred to bodies and to the site's own name.
struct AuthorCandidates {
  enum Feature: Int, CaseIterable {
    case linkedPerson, linkedOther, metaAuthor, metaOther, relAuthor, itemAuthor, namedAuthor
    case namedByline, namedName, authorLink, labelBy, labelWritten, labelReviewed, reviewer, bio
    case meta, comment, teaser, furniture, firstName, surname, oneWord, twoWords, threeWords
    case moreWords, lowerCase, team, site, first, many, sources2, sources3, titled, heading
    case plainWords, printedNear, besideNear
  }
  static let names =
    Feature.allCases.map { "\($0)" } + HeadPlace.Feature.allCases.map { "\($0)" }
  static let weights = HeadWeights("author", names)

  private(set) var candidates = HeadCandidates()
  private let tree: HTMLTree
  private let site: String
  private let title: String

  init(_ tree: HTMLTree, site: String?, title: String?) {
    self.tree = tree
    self.site = site.map(HTMLWords.key) ?? ""
    self.title = title.map(HTMLWords.key) ?? ""
  }

  private mutating func add(
    _ field: HeadField, _ features: [Feature], _ places: [HeadPlace.Feature] = [], rank: Int
  ) {
    let byline = AuthorName.split(
      field.text, isField: places.isEmpty, isSorted: field.name == "meta citation_author")
    var features = features
    if let label = byline.label { features.append(label) }
    for name in byline.names {
      var place = field
      place.text = name
      place.rank = rank
      let shift = UInt64(Feature.allCases.count)
      let bits = features.reduce(0) { $0 | $1.bit } | places.reduce(0) { $0 | $1.bit << shift }
      candidates.add(HTMLWords.key(name), place, bits | shape(of: name))
    }
  }

  private func shape(of name: String) -> UInt64 {
    var features: [Feature] = []
    let known = PersonNameWords.known(in: name)
    if known.first { features.append(.firstName) }
    if known.last { features.append(.surname) }
    if known.isPlain { features.append(.plainWords) }
    let words = name.split(separator: " ")
    features.append(
      words.count == 1
        ? .oneWord : words.count == 2 ? .twoWords : words.count == 3 ? .threeWords : .moreWords)
    if name.utf8.first.map({ $0 >= 0x61 && $0 <= 0x7A }) ?? false { features.append(.lowerCase) }
    let small = words.map { $0.lowercased() }
    if small.contains(where: AuthorName.teams.contains) { features.append(.team) }
    let key = HTMLWords.key(name)
    if !site.isEmpty, site == key || HTMLWords.holds(site, key) || HTMLWords.holds(key, site) {
      features.append(.site)
    }
    if HTMLWords.holds(title, key) { features.append(.titled) }
    return features.reduce(0) { $0 | $1.bit }
  }

  mutating func add(_ linked: LinkedData, _ meta: HTMLMeta) {
    for author in linked.authors {
      add(author.field, [author.isPerson == true ? .linkedPerson : .linkedOther], rank: 4)
    }
    for name in ["author", "article:author", "dc.creator", "dcterms.creator"] {
      for field in meta.all(name) { add(field, [.metaAuthor], rank: 3) }
    }
    for name in [
      "parsely-author", "sailthru.author", "citation_author", "byl", "bt:author", "authors",
      "article:author_name", "cxenseparse:author", "rbauthors", "dc.contributor", "article.author",
    ] {
      for field in meta.all(name) { add(field, [.metaOther], rank: 3) }
    }
    for number in 1...2 {
      let label = meta["twitter:label\(number)"]?.text.lowercased() ?? ""
      if label.hasPrefix("written") || label.hasPrefix("author"),
        let field = meta["twitter:data\(number)"]
      {
        add(field, [.metaOther], rank: 3)
      }
    }
  }

  mutating func add(_ runs: [HeadRun], _ page: HTMLBlocks, _ place: HeadPlace) {
    var count = 0
    var isFirst = true
    var previous: (block: Int, label: Feature?) = (-2, nil)
    for run in runs where run.bytes.count <= 160 {
      let only = AuthorName.label(only: run.bytes)
      let label = previous.block >= run.block - 1 ? previous.label : nil
      previous = (run.block, only)
      guard only == nil else { continue }
      let marks = Self.features(of: run.marks)
      // "By" alone opens a line; within a sentence it is a word like any other.
      let opens = run.isFirst && AuthorName.label(of: run.bytes) != nil
      guard !marks.isEmpty || label != nil || opens else { continue }
      count += 1
      if count > 300 { break }
      var features = marks + [label].compactMap { $0 }
      if isFirst { features.append(.first) }
      if count > 12 { features.append(.many) }
      if page.blocks[run.block].type == .heading { features.append(.heading) }
      for (kind, feature) in [
        (HTMLMarks.Kind.comment, Feature.comment), (.teaser, .teaser), (.furniture, .furniture),
        (.bio, .bio), (.meta, .meta), (.reviewer, .reviewer),
      ] where run.marks.contains(kind) {
        features.append(feature)
      }
      let places = place.features(of: run.block)
      let against: [Feature] = [.comment, .teaser, .furniture, .reviewer, .many]
      if HeadPlace.isNear(places), !features.contains(where: against.contains) {
        features.append(.printedNear)
      }
      let before = candidates.all.count
      let range = tree.sourceRange(of: run.node)
      add(
        HeadField(
          text: run.text, name: "byline", source: Span(tree.offsets.originalRange(of: range))),
        features, places, rank: 2)
      if candidates.all.count > before { isFirst = false }
    }
  }

  private static func features(of marks: HTMLMarks.Kind) -> [Feature] {
    var features: [Feature] = []
    for (kind, feature) in [
      (HTMLMarks.Kind.author, Feature.namedAuthor), (.byline, .namedByline),
      (.relAuthor, .relAuthor), (.itemAuthor, .itemAuthor), (.authorLink, .authorLink),
    ] where marks.contains(kind) {
      features.append(feature)
    }
    if !features.isEmpty, marks.contains(.name) { features.append(.namedName) }
    return features
  }

  mutating func compare() {
    let kinds: [[Feature]] = [
      [.linkedPerson, .linkedOther], [.metaAuthor, .metaOther],
      [.relAuthor, .itemAuthor, .namedAuthor, .namedByline, .authorLink],
      [.labelBy, .labelWritten],
    ]
    let hasNear = candidates.all.contains { $0.bits & Feature.printedNear.bit != 0 }
    for (index, candidate) in candidates.all.enumerated() {
      if hasNear, candidate.bits & Feature.printedNear.bit == 0 {
        candidates.mark(index, Feature.besideNear.bit)
      }
      let sources = kinds.count { kind in
        candidate.bits & kind.reduce(0) { $0 | $1.bit } != 0
      }
      if sources >= 2 { candidates.mark(index, Feature.sources2.bit) }
      if sources >= 3 { candidates.mark(index, Feature.sources3.bit) }
    }
  }

  /// The best name, and those that stand beside it in the same list or line.
  func chosen() -> [HeadField] {
    guard let best = candidates.best(Self.weights, trusted: Feature.linkedPerson.bit),
      let first = best.best
    else { return [] }
    let from = Self.weights.none
    let others = candidates.all.compactMap { candidate -> HeadField? in
      guard candidate.key != best.key, Self.weights.score(candidate.bits) > from else { return nil }
      let isTeam = (Feature.team.bit | Feature.site.bit | Feature.reviewer.bit) & candidate.bits
      guard isTeam == 0 else { return nil }
      return candidate.places.first { place in
        best.places.contains { beside in
          place.name == beside.name
            && (place.name.hasPrefix("JSON-LD") || place.name.hasPrefix("meta ")
              || place.source == beside.source)
        }
      }
    }
    let chosen = [first] + others.prefix(19)
    // A list of one element for each author is in their order.
    guard chosen.allSatisfy({ $0.name == first.name && $0.source != nil }),
      first.name.hasPrefix("meta ")
    else { return chosen }
    let places = chosen.enumerated().sorted { one, two in
      let (left, right) = (one.element.source?.start ?? 0, two.element.source?.start ?? 0)
      return left == right ? one.offset < two.offset : left < right
    }
    return places.map(\.element)
  }
}
