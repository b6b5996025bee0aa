import PressHTML
import PressModel
import PressText

/// All titles that a page may have, with what speaks for each.
///
/// A title is one candidate in whatever form it is given: as heading, in meta elements and JSON-LD,
/// and as title element, from which the site's name can be taken off at either end. A heading as
/// printed is quoted first. The site's own name is no title where the page names another.
struct TitleCandidates {
  enum Feature: Int, CaseIterable {
    case heading1, heading2, onlyHeading1, firstHeading1, laterHeading1, namedHeading, linked
    case social, linkedData, metaTitle, element, cutEnd, cutStart, hasSite, isSite, isHost
    case words1, words2, words4, words12, wordsMore, nearProse, beforeProse, afterProse
    case furniture, teaser, comment, inElement, startsElement, inSocial, startsSocial, holdsOther
    case sharesWords, strange, sources2, sources3, metaOnly, sentence
  }
  static let names = Feature.allCases.map { "\($0)" }

  private(set) var candidates = HeadCandidates()
  private let site: String
  private let host: String
  /// The address's host without "www": a heading of that alone is the site's, not the page's.
  private let domain: String
  private let address: [String]
  private var element = ""
  private var social = ""
  /// Forms that are no title but where the page prints them as a heading: those that end in the name
  /// of a shelf, "Harbour Opens | Press Releases", and those that lack the label of their kind,
  /// "Harbour Opens" of "Fact Sheet: Harbour Opens".
  private var unlikely: Set<String> = []

  init(site: String?, address: HTMLAttribute?) {
    self.site = site.map(HTMLWords.key) ?? ""
    host = address.map { Self.host($0.value) } ?? ""
    domain = address.map { Self.domain($0.value) } ?? ""
    self.address = address.map { TitleRows.words(ofAddress: $0.value) } ?? []
  }

  /// The candidates as numbers, once they are compared.
  var rows: TitleRows { TitleRows(candidates.all, address: address) }

  /// The candidate that most speaks for, and that of the headings as the page prints them.
  func best() -> (title: HeadCandidate?, heading: HeadCandidate?) {
    let rows = rows
    let headings = bits([.heading1, .heading2])
    let all = candidates.all
    let title =
      rows.best { !unlikely.contains(all[$0].key) || all[$0].bits & headings != 0 }
      ?? rows.best { _ in true }
    return (title.map { all[$0] }, rows.best { all[$0].bits & headings != 0 }.map { all[$0] })
  }

  /// The name of an address's site: "www.city-news.co.uk" is "citynews".
  static func host(_ address: String) -> String {
    let names = authority(address).split(separator: ".").filter { $0 != "www" }
    let longest = names.dropLast().max { $0.utf8.count < $1.utf8.count }
    return longest.map { HTMLWords.key(String($0)) } ?? ""
  }

  /// The names of an address's host without "www".
  private static func domain(_ address: String) -> String {
    let authority = authority(address)
    return String(authority.hasPrefix("www.") ? authority.dropFirst(4) : authority)
  }

  private static func authority(_ address: String) -> Substring {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 2 && parts[0].hasSuffix(":") ? parts[2] : ""
  }

  private mutating func add(_ field: HeadField, _ features: [Feature], rank: Int) {
    guard field.text.utf8.count <= 600 else { return }
    var field = field
    field.text = HTMLTitle.bare(field.text)
    field.rank = rank
    candidates.add(HTMLWords.key(field.text), field, bits(features))
  }

  private func bits(_ features: [Feature]) -> UInt64 { features.reduce(0) { $0 | $1.bit } }

  mutating func add(_ meta: HTMLMeta, _ linked: LinkedData) {
    for name in ["og:title", "twitter:title"] {
      if let field = meta[name] { addCut(field, [.social], rank: 5) }
    }
    for name in [
      "dc.title", "dcterms.title", "citation_title", "title", "sailthru.title", "headline",
      "parsely-title", "article:title",
    ] {
      if let field = meta[name] { addCut(field, [.metaTitle], rank: 4) }
    }
    for field in linked.headlines { add(field, [.linkedData], rank: 3) }
    if let field = meta.title { addCut(field, [.element], rank: 2) }
    element = meta.title.map { HTMLWords.key($0.text) } ?? ""
    social = meta["og:title"].map { HTMLWords.key($0.text) } ?? ""
  }

  /// The whole, and what is left when what stands before or behind a separator is taken off.
  private mutating func addCut(_ field: HeadField, _ features: [Feature], rank: Int) {
    let cuts = HTMLTitle.cuts(field.text) + HTMLTitle.cuts(field.text, domain: domain)
    let site = cuts.contains { isSite(HTMLWords.key($0.off)) }
    add(field, features + (site ? [.hasSite] : []), rank: rank)
    if cuts.contains(where: { $0.isEnd && DocumentKindWords.isShelf($0.off) }) {
      unlikely.insert(HTMLWords.key(field.text))
    }
    for cut in cuts {
      var part = field
      part.text = cut.rest
      part.quoted = nil
      let isCutOfLabel = !cut.isEnd && DocumentKindWords.label(cut.off) != nil
      let endsInShelf = HTMLTitle.cuts(cut.rest).contains {
        $0.isEnd && DocumentKindWords.isShelf($0.off)
      }
      if isCutOfLabel || endsInShelf || DocumentKindWords.isShelf(cut.rest) {
        unlikely.insert(HTMLWords.key(cut.rest))
      }
      var all = features + [cut.isEnd ? .cutEnd : .cutStart]
      if site, !isSite(HTMLWords.key(cut.off)) { all.append(.hasSite) }
      add(part, all, rank: rank - 2)
    }
  }

  private func isSite(_ key: String) -> Bool {
    guard key.utf8.count >= 3 else { return false }
    if key == site || key == host { return true }
    return !host.isEmpty && (HTMLWords.holds(key, host) || HTMLWords.holds(host, key))
      || !site.isEmpty && (HTMLWords.holds(key, site) || HTMLWords.holds(site, key))
  }

  /// Headings of the first two levels.
  mutating func add(_ page: HTMLBlocks, _ marks: HTMLMarks) {
    let isLong = { (block: HTMLBlock) in
      block.type == .paragraph && block.span.count >= 160 && block.linked * 3 < block.span.count
    }
    let prose = page.blocks.firstIndex(where: isLong) ?? page.blocks.count
    let tops = page.blocks.count { $0.type == .heading && $0.level == 1 }
    var seen = 0
    var seconds = 0
    for (index, block) in page.blocks.enumerated() where block.type == .heading {
      guard let level = block.level, level <= 2 else { continue }
      if level == 1 { seen += 1 } else { seconds += 1 }
      // Of a longer one the head says no less, where it says anything: a text that is set as a heading.
      guard level == 1 ? seen <= 8 : seconds <= 6,
        block.span.count <= 240 || candidates.all.isEmpty
      else { continue }
      let kind = marks.around(block.element).union(marks.own(block.element))
      var features: [Feature] =
        level == 2
        ? [.heading2]
        : [
          .heading1,
          tops == 1
            ? .onlyHeading1
            : seen == 1
              ? .firstHeading1 : .laterHeading1,
        ]
      for (mark, feature) in [
        (HTMLMarks.Kind.headline, Feature.namedHeading), (.furniture, .furniture),
        (.teaser, .teaser), (.comment, .comment),
      ] where kind.contains(mark) {
        features.append(feature)
      }
      if block.linked * 2 > block.span.count { features.append(.linked) }
      features.append(
        index > prose ? .afterProse : prose - index <= 6 ? .nearProse : .beforeProse)
      let text = heading(block.span, in: page.bytes)
      if !domain.isEmpty, text.lowercased() == domain, !candidates.all.isEmpty { continue }
      let range = page.tree.contentRange(of: block.element)
      add(
        HeadField(
          text: text,
          name: "h\(level)", source: Span(page.tree.offsets.originalRange(of: range))),
        features, rank: level == 1 ? 8 : 7)
    }
  }

  /// A heading's words, without a day before them where the head gives the rest as a title.
  private func heading(_ span: Span, in bytes: [UInt8]) -> String {
    let whole = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    guard let day = PrintedDate.starting(at: span.start, in: bytes, end: span.end),
      day.span.end < span.end
    else { return whole }
    let rest = HTMLTitle.bare(String(decoding: bytes[day.span.end..<span.end], as: UTF8.self))
    return candidates[HTMLWords.key(rest)] == nil ? whole : rest
  }

  /// What the candidates say of each other.
  mutating func compare() {
    let kinds: [[Feature]] = [
      [.heading1, .heading2], [.social], [.linkedData], [.metaTitle], [.element],
    ]
    let shared = Self.longWords(candidates.all.filter { $0.bits & bits([.element, .social]) != 0 })
    for (index, candidate) in candidates.all.enumerated() {
      let key = candidate.key
      let text = candidate.places.first?.text ?? ""
      let words = text.split(separator: " ").count
      var features: [Feature] = [
        words <= 1
          ? .words1
          : words <= 3
            ? .words2
            : words <= 12
              ? .words4 : words <= 20 ? .words12 : .wordsMore
      ]
      if isSite(key) { features.append(key == site ? .isSite : .isHost) }
      if key != element, element.hasPrefix(key) { features.append(.startsElement) }
      if key != element, HTMLWords.holds(element, key) { features.append(.inElement) }
      if key != social, social.hasPrefix(key) { features.append(.startsSocial) }
      if key != social, HTMLWords.holds(social, key) { features.append(.inSocial) }
      if key.utf8.count > social.utf8.count, !social.isEmpty, HTMLWords.holds(key, social) {
        features.append(.holdsOther)
      }
      let mine = Self.longWords([candidate])
      let common = mine.intersection(shared).count
      features.append(common * 3 >= max(1, mine.count) ? .sharesWords : .strange)
      let sources = kinds.count { candidate.bits & bits($0) != 0 }
      if sources >= 2 { features.append(.sources2) }
      if sources >= 3 { features.append(.sources3) }
      if candidate.bits & bits([.heading1, .heading2]) == 0 { features.append(.metaOnly) }
      if text.hasSuffix(".") { features.append(.sentence) }
      candidates.mark(index, bits(features))
    }
  }

  private static func longWords(_ candidates: [HeadCandidate]) -> Set<String> {
    var result: Set<String> = []
    for candidate in candidates {
      for word in (candidate.places.first?.text ?? "").lowercased().split(whereSeparator: {
        !$0.isLetter && !$0.isNumber
      }) where word.utf8.count > 3 {
        result.insert(String(word))
      }
    }
    return result
  }
}
