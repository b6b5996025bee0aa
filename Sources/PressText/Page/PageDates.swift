import PressModel

/// The dates that a page prints, and which of them is its article's day of issue: the best by where
/// it stands, what stands beside it and how it compares with the others (logistic regression among
/// the dates of a page and "none of them").
public struct PageDates {
  /// The names of the features, in the order of a date's buckets.
  public static let features = [
    "from-title", "from-start", "label-before", "label-after", "share", "line", "neighbours",
    "repeats", "in-line", "rank", "form", "area", "furniture", "position",
  ]

  public struct Candidate: Sendable {
    public let date: PrintedDate
    public let line: Int
    public internal(set) var buckets: [UInt8] = []
    /// Its place among the dates of its line, and their number.
    let place: Int
    let count: Int
  }

  public private(set) var candidates: [Candidate] = []

  private let page: PageLines
  private let article: [Bool]
  private let title: Int
  private let start: Int
  private let end: Int
  private static let weights = FeatureWeights("page-date-weights", names: features)
  private static let labels = PhraseTable("date-labels")
  private static let classes = ["published", "updated", "reviewed", "by", "other"]
  /// How much likelier than "none" a date must be, in logits. More than 0 gives fewer dates, and
  /// no fewer of them are wrong.
  private static let least = 0.0
  /// Beyond so many dates a page is a list of other things.
  private static let limit = 250

  /// `start` is the first line of the article's prose.
  public init(_ page: PageLines, article: [Bool], title: Int?, start: Int) {
    self.page = page
    self.article = article
    self.start = start
    self.title = title ?? max(0, start - 4)
    end = article.lastIndex(of: true) ?? page.lines.count
    find()
    for index in candidates.indices { candidates[index].buckets = buckets(of: index) }
  }

  /// The day of issue; nil where none of the dates looks like one.
  var best: PrintedDate? {
    var best: (date: PrintedDate, score: Double)?
    for candidate in candidates {
      let score = Self.weights.score(candidate.buckets)
      if score > best?.score ?? Self.least { best = (candidate.date, score) }
    }
    return best?.date
  }

  private mutating func find() {
    for index in page.lines.indices where page.shapes[index].characters <= 300 {
      // A sentence in the body tells of events.
      if page.isProse[index], index > title + 3 { continue }
      // A dated entry of a list belongs to another document.
      if page.shapes[index].marker > 0, page.shapes[index].words > 6 { continue }
      let dates = PrintedDate.all(in: page.bytes, page.lines[index].span)
      for (place, date) in dates.prefix(4).enumerated() where date.year >= 1900 {
        candidates.append(Candidate(date: date, line: index, place: place, count: dates.count))
      }
      if candidates.count > Self.limit { break }
    }
    // A page writes all of its dates in one order.
    let days = candidates.count { $0.date.order == .dayFirst }
    let months = candidates.count { $0.date.order == .monthFirst }
    guard days > months else { return }
    candidates = candidates.map {
      Candidate(date: $0.date.dayFirst, line: $0.line, place: $0.place, count: $0.count)
    }
  }

  private func buckets(of index: Int) -> [UInt8] {
    let candidate = candidates[index]
    let date = candidate.date
    let line = page.lines[candidate.line].span
    let shape = page.shapes[candidate.line]
    let near = candidates.count {
      $0.line != candidate.line && abs($0.line - candidate.line) <= 14 && $0.date.iso != date.iso
    }
    let same = candidates.count { $0.date.number == date.number }
    let share = date.span.count * 10 / max(1, line.count)
    let isAfter = candidate.line > end
    let area = isAfter ? 3 : article[candidate.line] ? 2 : candidate.line < title ? 0 : 1
    return [
      bucket(candidate.line - title, [-20, -7, -4, -2, -1, 0, 1, 2, 3, 5, 8, 14, 30, 80]),
      bucket(candidate.line - start, [-20, -10, -6, -4, -3, -2, -1, 0, 2, 6, 20, 60]),
      before(candidate), after(candidate), bucket(share, [1, 3, 5, 8, 9]),
      UInt8(page.isProse[candidate.line] ? 5 : shape.marker > 0 ? 4 : min(3, shape.words / 6)),
      bucket(near, [0, 1, 2, 4, 8]), bucket(same, [1, 2, 4]),
      UInt8(min(3, candidate.place)) * 2 + (candidate.count > 1 ? 1 : 0), rank(date),
      date.order == .certain ? page.bytes[date.span.start] <= 0x39 ? 1 : 0 : 2, UInt8(area),
      furniture(candidate.line), UInt8(min(9, candidate.line * 10 / max(1, page.lines.count))),
    ]
  }

  /// Whether it is the earliest or latest of the dates around title and article.
  private func rank(_ date: PrintedDate) -> UInt8 {
    let others = candidates.lazy.filter {
      $0.line >= title - 8 && $0.line <= start + 3 && $0.date.number != date.number
    }
    let earlier = others.contains { $0.date.number < date.number }
    let later = others.contains { $0.date.number > date.number }
    return (earlier ? 1 : 0) + (later ? 2 : 0)
  }

  private func furniture(_ line: Int) -> UInt8 {
    let kinds = ["related", "comments", "legal", "share"]
    let kind = kinds.firstIndex(of: page.furniture[line]).map { UInt8($0 + 1) }
    // A heading over other stories stands near above.
    let isBelowRelated = (max(0, line - 12)..<line).contains {
      page.furniture[$0] == "related" && page.isWholeFurniture[$0]
    }
    return kind ?? (isBelowRelated ? 5 : 0)
  }

  /// The class of the nearest label before the date in its line or in the short line above.
  private func before(_ candidate: Candidate) -> UInt8 {
    let line = page.lines[candidate.line].span
    let date = candidate.date.span
    if let label = label(in: Span(max(line.start, date.start - 48), date.start)) { return label }
    if date.start - line.start > 3 { return 6 }
    guard candidate.line > 0, page.shapes[candidate.line - 1].words <= 4,
      let label = label(in: page.lines[candidate.line - 1].span)
    else { return 0 }
    return label
  }

  /// 0 for nothing, a label's class, 6 for other words, 7 for a time of day.
  private func after(_ candidate: Candidate) -> UInt8 {
    let line = page.lines[candidate.line].span
    var start = candidate.date.span.end
    while start < line.end, !PrintedDate.isAlphanumeric(page.bytes[start]) { start += 1 }
    guard start < line.end else { return 0 }
    if PrintedDate.isDigit(page.bytes[start]) { return 7 }
    guard let found = Self.labels.prefix(of: Span(start, line.end), in: page.bytes) else {
      return 6
    }
    return UInt8((Self.classes.firstIndex(of: found.value) ?? 4) + 1)
  }

  private func label(in span: Span) -> UInt8? {
    var result: UInt8?
    var offset = span.start
    while offset < span.end {
      let isStart =
        PrintedDate.isLetter(page.bytes[offset])
        && (offset == span.start || !PrintedDate.isLetter(page.bytes[offset - 1]))
      if isStart, let found = Self.labels.prefix(of: Span(offset, span.end), in: page.bytes) {
        result = UInt8((Self.classes.firstIndex(of: found.value) ?? 4) + 1)
        offset = found.span.end
      } else {
        offset += 1
      }
    }
    return result
  }

  /// The first bucket whose bound holds the value.
  private func bucket(_ value: Int, _ bounds: [Int]) -> UInt8 {
    UInt8(bounds.firstIndex { value <= $0 } ?? bounds.count)
  }
}
