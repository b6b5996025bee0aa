import PressModel
import PressText

/// A name that a desk watches: found in every name that has its words one after another.
struct WatchedName {
  let printed: String
  private let words: [String]

  init(_ printed: String) {
    self.printed = printed
    words = NameWordList.words(of: printed)
  }

  func isIn(_ name: String) -> Bool {
    let others = NameWordList.words(of: name)
    guard !words.isEmpty, others.count >= words.count else { return false }
    return (0...others.count - words.count).contains {
      others[$0..<$0 + words.count].elementsEqual(words)
    }
  }
}

/// What a document is worth by the settings, in parts.
struct DocumentScore {
  /// In hundredths of a point, so that sums are exact and ties are ties.
  private(set) var hundredths = 0
  /// "2 commitments × 3", and "3 quotes" where each is one point.
  private(set) var parts: [String] = []
  /// The facts that were counted; where none was, the document's first.
  private(set) var facts: [String] = []

  var points: Double { Double(hundredths) / 100 }

  init(_ document: Document, _ settings: RankDocuments, _ watch: [WatchedName], age: Int?) {
    count(Quote.kind, settings.quotes, document, settings.most)
    count(Amount.kind, settings.amounts, document, settings.most)
    count(Commitment.kind, settings.commitments, document, settings.most)
    addWatched(document, watch, settings.watchWeight)
    let kind = document.metadata.kind.rawValue
    if settings.kinds.contains(kind) { add("1 \(kind)", 1, settings.kindWeight) }
    if let age, age < settings.days {
      let share = Double(settings.days - age) / Double(settings.days)
      add("recency \(text(share))", share, settings.recency)
    }
    if settings.length > 0 {
      let words = document.text.bytes.split { $0 <= 0x20 }.count
      add("\(words) words: \(text(Double(words) / 1000))", Double(words) / 1000, settings.length)
    }
    if facts.isEmpty,
      let kind = document.facts.kinds.first(where: {
        !document.facts[$0.name].isEmpty
      })
    {
      facts = [document.factID(kind, 0)]
    }
  }

  private mutating func count(
    _ kind: FactKind, _ weight: Double, _ document: Document, _ most: Int
  ) {
    let number = document.facts[kind.name].count
    guard number > 0, weight > 0 else { return }
    let counted = min(number, most)
    let title = counted == 1 && kind.name.hasSuffix("s") ? String(kind.name.dropLast()) : kind.name
    let all = number > counted ? " of \(number)" : ""
    add("\(counted)\(all) \(title)", Double(counted), weight)
    facts += (0..<counted).map { document.factID(kind, $0) }
  }

  private mutating func addWatched(
    _ document: Document, _ watch: [WatchedName], _ weight: Double
  ) {
    guard !watch.isEmpty, weight > 0 else { return }
    var names: [(name: String, fact: String)] = []
    for (index, person) in document.facts(Person.self).enumerated() {
      names.append((person.name, document.factID(Person.kind, index)))
    }
    for (index, body) in document.facts(Organization.self).enumerated() {
      let fact = document.factID(Organization.kind, index)
      names += ([body.name] + body.aliases).map { ($0, fact) }
    }
    for (index, place) in document.facts(Place.self).enumerated() {
      names.append((place.name, document.factID(Place.kind, index)))
    }
    var found: [String] = []
    for one in watch {
      guard let name = names.first(where: { one.isIn($0.name) }) else { continue }
      found.append(one.printed)
      if !facts.contains(name.fact) { facts.append(name.fact) }
    }
    guard !found.isEmpty else { return }
    let noun = found.count == 1 ? "name" : "names"
    add(
      "\(found.count) \(noun) of interest (\(found.joined(separator: ", ")))", Double(found.count),
      weight)
  }

  private mutating func add(_ name: String, _ count: Double, _ weight: Double) {
    let worth = Int((count * weight * 100).rounded())
    guard worth > 0 else { return }
    hundredths += worth
    parts.append(weight == 1 ? name : "\(name) × \(text(weight))")
  }

  /// At most two decimals.
  private func text(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let cents = hundredths % 100
    guard cents != 0 else { return String(hundredths / 100) }
    let digits = cents % 10 == 0 ? "\(cents / 10)" : cents < 10 ? "0\(cents)" : "\(cents)"
    return "\(hundredths / 100).\(digits)"
  }
}
