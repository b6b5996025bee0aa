import PressHTML
import PressModel
import PressText

/// All days that a page may have been issued on, with what speaks for each.
///
/// A day is one candidate however often the page gives it. What it says is weighed by where it
/// stands: machine-readable fields of the article, then of the page; elements that are named after
/// dates; days printed near the title or behind a label. Of the places that print a day only the
/// best one counts (`DatePlaces`). A day that only stands among related stories, comments or events
/// speaks for nothing, and a page where no day has enough for it has no day of issue.
struct DateCandidates {
  enum Feature: Int, CaseIterable {
    case linkedPublished, linkedCreated, linkedModified, pagePublished, pageModified
    case metaPublished, metaDate, metaModified, itemPublished, itemModified, timeElement
    case address, visible, namedDate, namedPublished, namedUpdated, labelPublished, labelUpdated
    case labelEvent, bare, prose, comment, teaser, furniture, event, byline, firstVisible
    case firstBelowTitle, many, latest, earliest, only, sources2, sources3
    // The one day that is printed by the title; and of pages without JSON-LD, whose meta elements
    // say more.
    case soleNear, plainPublished, plainNear
    // A line that is a label and a day; the one day of a page, called a revision; days that only
    // programs see.
    case labelled, onlyUpdated, hiddenMeta, hiddenPage
  }
  /// What speaks for and against a page's having a day of issue.
  enum PageFeature: Int, CaseIterable {
    case pageNamesAuthor, pageIsShort, pageHasManyDays, noSoleNear
  }
  static let names =
    Feature.allCases.map { "\($0)" } + HeadPlace.Feature.allCases.map { "\($0)" }
  static let weights = HeadWeights("date", names)
  static let pageNames = PageFeature.allCases.map { "\($0)" }
  private static let pageWeights = HeadWeights("date", pageNames)

  private(set) var candidates = HeadCandidates()
  private(set) var pageBits: UInt64 = 0
  private var places = DatePlaces()
  private var months = DateMonths()
  private var isNews = false
  private var hasLinked = false

  /// The day that most speaks for; at the least, the only day of a page whose JSON-LD says that its
  /// article is news and was published then, else the month that the page prints as its issue's.
  var best: HeadCandidate? {
    candidates.best(
      Self.weights, none: Self.weights.none + Self.pageWeights.score(pageBits),
      trusted: isNews ? Feature.linkedPublished.bit | Feature.only.bit : .max) ?? months.only
  }
  private let tree: HTMLTree
  private let monthFirst: Bool

  init(_ tree: HTMLTree, language: String?) {
    self.tree = tree
    // Of the languages that write "03/05/2019", that of the United States puts the month first.
    let isEnglish = language.map { $0.lowercased().hasPrefix("en") } ?? true
    monthFirst = isEnglish && (language?.utf8.count == 2 || language?.hasSuffix("US") ?? true)
  }

  mutating func add(_ field: HeadField, _ features: [Feature], rank: Int) {
    guard let date = MachineDate(field.text) else { return }
    var field = field
    field.rank = rank + (date.moment == nil ? 0 : 10)
    candidates.add(date.day, field, bits(features))
  }

  /// A day that stands in the body.
  private mutating func add(
    _ day: String, _ field: HeadField, _ features: [Feature], at block: Int?, _ place: HeadPlace
  ) {
    guard let index = candidates.add(day, field, bits(features)) else { return }
    let around = block.map { Self.bits(place.features(of: $0)) } ?? 0
    places.add(index, at: block, bits(features) | around)
  }

  private func bits(_ features: [Feature]) -> UInt64 { features.reduce(0) { $0 | $1.bit } }

  static func bits(_ places: [HeadPlace.Feature]) -> UInt64 {
    places.reduce(0) { $0 | $1.bit << UInt64(Feature.allCases.count) }
  }

  mutating func add(_ linked: LinkedData, _ meta: HTMLMeta) {
    isNews = linked.isNews
    hasLinked = !linked.isEmpty
    for field in linked.published { add(field, [.linkedPublished], rank: 5) }
    for field in linked.created { add(field, [.linkedCreated], rank: 4) }
    for field in linked.modified { add(field, [.linkedModified], rank: 3) }
    for field in linked.pagePublished { add(field, [.pagePublished], rank: 4) }
    for field in linked.pageModified { add(field, [.pageModified], rank: 3) }
    for (names, feature) in [
      (DateMeta.published, Feature.metaPublished), (DateMeta.dates, .metaDate),
      (DateMeta.modified, .metaModified),
    ] {
      for field in names.compactMap({ meta[$0] }) { add(field, [feature], rank: 4) }
    }
  }

  /// Days of attributes, which may stand by a text of the page.
  mutating func add(_ marks: HTMLMarks, blockOf: (HTMLNode) -> Int?, _ place: HeadPlace) {
    // Last those that leave open which number is the month: the others may say.
    let given = marks.dated.prefix(60).compactMap { node in
      (tree.attribute(.datetime, of: node) ?? tree.attribute(.content, of: node)).map { (node, $0) }
    }
    let dates = given.map { MachineDate(HTMLWords.spaced($0.1.value)) }
    let isOpen = { (index: Int) in dates[index]?.otherOrder != nil }
    let order = given.indices.filter { !isOpen($0) } + given.indices.filter(isOpen)
    for index in order {
      let (node, value) = given[index]
      guard let date = dates[index] else { continue }
      let kind = marks.own(node)
      var features: [Feature] = kind.contains(.time) ? [.timeElement] : []
      if kind.contains(.itemPublished) { features.append(.itemPublished) }
      if kind.contains(.itemModified) { features.append(.itemModified) }
      features += Self.named(marks.around(node).union(kind))
      var field = HeadField(
        text: HTMLWords.spaced(value.value), name: kind.contains(.time) ? "time" : "itemprop",
        source: Span(tree.offsets.originalRange(of: value.range)))
      let day = supported(date.day, date.otherOrder) ?? date.day
      field.rank = 2 + (date.moment == nil || day != date.day ? 0 : 10)
      add(day, field, features, at: blockOf(node), place)
    }
  }

  private static func named(_ marks: HTMLMarks.Kind) -> [Feature] {
    var features: [Feature] = []
    for (kind, feature) in [
      (HTMLMarks.Kind.date, Feature.namedDate), (.published, .namedPublished),
      (.updated, .namedUpdated), (.comment, .comment), (.teaser, .teaser),
      (.furniture, .furniture), (.event, .event), (.byline, .byline), (.meta, .byline),
      (.author, .byline), (.itemPublished, .itemPublished), (.itemModified, .itemModified),
    ] where marks.contains(kind) {
      features.append(feature)
    }
    return features
  }

  /// Days that the page prints in short blocks.
  mutating func add(_ runs: [HeadRun], _ lines: PageLines, _ place: HeadPlace) {
    var seen = 0
    var isFirst = true
    var isFirstBelow = true
    for (index, run) in runs.enumerated() where Self.mayHoldDate(run.bytes) {
      let bytes = Array(run.bytes)
      var from = 0
      if let month = PrintedDate.month(in: bytes, Span(0, bytes.count)) {
        months.add(month, run, after: index > 0 ? runs[index - 1] : nil, place, in: tree)
      }
      while let date = PrintedDate.first(in: bytes, Span(from, bytes.count)), seen < 200 {
        let before = String(decoding: bytes[from..<date.span.start], as: UTF8.self)
        from = date.span.end
        seen += 1
        var features: [Feature] = [.visible] + Self.named(run.marks)
        if date.span.count * 2 > bytes.count { features.append(.bare) }
        if lines.isProse[run.block] { features.append(.prose) }
        let earlier =
          index > 0 && runs[index - 1].block >= run.block - 1 ? runs[index - 1].text : ""
        let label = before.utf8.count > 2 ? before : earlier.utf8.count <= 40 ? earlier : ""
        features += Self.label(label)
        if isFirst { features.append(.firstVisible) }
        isFirst = false
        if let title = place.title, run.block >= title, isFirstBelow {
          features.append(.firstBelowTitle)
          isFirstBelow = false
        }
        if seen > 8 { features.append(.many) }
        let day = self.day(of: date, in: bytes)
        let words = String(decoding: bytes[date.span.start..<date.span.end], as: UTF8.self)
        let source = Span(tree.offsets.originalRange(of: tree.sourceRange(of: run.node)))
        add(
          day, HeadField(text: words, name: "text", source: source, rank: 1), features,
          at: run.block, place)
      }
    }
  }

  /// Month and day in the order that another place of the page supports, else the language.
  private func day(of date: PrintedDate, in bytes: [UInt8]) -> String {
    guard let other = MachineDate.otherOrder(of: date, in: bytes) else { return date.iso }
    if let day = supported(date.iso, other) { return day }
    // Full stops part day and month, as `PrintedDate` has it.
    let hasStops = bytes[date.span.start..<date.span.end].contains(0x2E)
    return monthFirst || hasStops ? date.iso : other
  }

  /// The one of two readings of a date that another place of the page gives.
  private func supported(_ day: String, _ other: String?) -> String? {
    if candidates[day] != nil { return day }
    return other.flatMap { candidates[$0] == nil ? nil : $0 }
  }

  private static func mayHoldDate(_ text: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in text where byte >= 0x30 && byte <= 0x39 {
      digits += 1
      if digits == 3 { return true }
    }
    return false
  }

  private static func label(_ text: String) -> [Feature] {
    let words = text.lowercased()
    guard !words.isEmpty else { return [] }
    var features: [Feature] = []
    func holds(_ parts: [String]) -> Bool { parts.contains { HTMLWords.holds(words, $0) } }
    if holds(["publish", "posted", "released", "written", "created"]) {
      features.append(.labelPublished)
    }
    if holds(["updat", "modified", "edited", "revised", "reviewed"]) {
      features.append(.labelUpdated)
    }
    if holds(["event", "deadline", "accessed", "retrieved", "expires", "starts", "until"]) {
      features.append(.labelEvent)
    }
    return features
  }

  /// A day within the page's own address supports the same day elsewhere.
  mutating func add(address: HTMLAttribute?) {
    guard let address else { return }
    let bytes = address.utf8
    for (offset, byte) in bytes.enumerated() where byte == 0x2F {
      guard let date = PrintedDate.starting(at: offset + 1, in: bytes, end: bytes.count) else {
        continue
      }
      let words = String(decoding: bytes[date.span.start..<date.span.end], as: UTF8.self)
      let source = Span(tree.offsets.originalRange(of: address.range))
      candidates.add(
        date.iso, HeadField(text: words, name: "address", source: source),
        Feature.address.bit)
    }
  }

  /// What the candidates say of each other, and the page of them. `words`: those of its article.
  mutating func compare(namesAuthor: Bool, words: Int) {
    for (holds, feature) in [
      (namesAuthor, PageFeature.pageNamesAuthor), (words < 200, .pageIsShort),
      (candidates.all.count > 4, .pageHasManyDays),
    ] where holds {
      pageBits |= feature.bit
    }
    let days = candidates.all.map(\.key)
    guard let earliest = days.min(), let latest = days.max() else { return }
    let kinds: [[Feature]] = [
      [.linkedPublished, .linkedModified, .pagePublished, .pageModified, .linkedCreated],
      [.metaPublished, .metaDate, .metaModified], [.itemPublished, .itemModified, .timeElement],
      [.visible], [.address],
    ]
    let inHead = bits([
      .linkedPublished, .linkedCreated, .linkedModified, .pagePublished, .pageModified,
      .metaPublished, .metaDate, .metaModified, .address,
    ])
    let near = candidates.all.indices.map(places.isNear)
    let isSole = near.count { $0 } == 1
    if !isSole { pageBits |= PageFeature.noSoleNear.bit }
    for (index, candidate) in candidates.all.enumerated() {
      var features: [Feature] = []
      if days.count == 1 { features.append(.only) }
      if days.count > 1, candidate.key == latest { features.append(.latest) }
      if days.count > 1, candidate.key == earliest { features.append(.earliest) }
      let sources = kinds.count { candidate.bits & bits($0) != 0 }
      if sources >= 2 { features.append(.sources2) }
      if sources >= 3 { features.append(.sources3) }
      if near[index], isSole { features.append(.soleNear) }
      if !hasLinked {
        if near[index] { features.append(.plainNear) }
        if candidate.bits & Feature.metaPublished.bit != 0 { features.append(.plainPublished) }
      }
      let given = candidate.bits & inHead | places.best(index) | bits(features)
      candidates.replace(index, given | bits(Self.joined(given)))
    }
    candidates.removeAll { $0.bits & inHead == 0 && Self.isOfAnotherStory($0.bits) }
  }

  /// What several features say together.
  private static func joined(_ bits: UInt64) -> [Feature] {
    func has(_ feature: Feature) -> Bool { bits & feature.bit != 0 }
    var features: [Feature] = []
    if has(.labelPublished), has(.bare), !has(.comment), !has(.prose) { features.append(.labelled) }
    if has(.labelUpdated), has(.only) { features.append(.onlyUpdated) }
    if has(.metaPublished), !has(.visible) { features.append(.hiddenMeta) }
    if has(.pagePublished), !has(.visible) { features.append(.hiddenPage) }
    return features
  }

  /// Whether a day stands behind the article among other stories or comments, without a label.
  private static func isOfAnotherStory(_ bits: UInt64) -> Bool {
    bits & (Feature.teaser.bit | Feature.comment.bit) != 0
      && bits & Self.bits([.afterEnd, .far]) != 0 && bits & Feature.labelPublished.bit == 0
  }
}
