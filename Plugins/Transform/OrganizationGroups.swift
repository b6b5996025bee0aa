import PressModel
import PressText

/// Decides which names of several documents are one body's.
struct OrganizationGroups {
  private struct Body {
    var name: OrganizationName?
    var group = NameGroup()
    /// The body that it was found to be.
    var joined: Int?
  }

  private var bodies: [Body] = []
  /// The body of a key.
  private var known: [String: Int] = [:]
  /// The bodies that documents give an acronym to.
  private var definers: [String: Set<Int>] = [:]

  init(_ documents: [Document]) {
    for document in documents {
      for (index, body) in document.facts(Organization.self).enumerated() {
        add(body, document.factID(Organization.kind, index), document)
      }
    }
    joinPrefixed()
    joinAcronyms()
  }

  /// Each body once.
  var groups: [NameGroup] {
    var groups: [Int: NameGroup] = [:]
    for index in bodies.indices {
      let root = root(of: index)
      if root == index {
        groups[root] =
          groups[root].map { later in
            var group = bodies[index].group
            group.add(later)
            return group
          } ?? bodies[index].group
      } else {
        groups[root, default: NameGroup()].add(bodies[index].group)
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func root(of index: Int) -> Int {
    var index = index
    while let next = bodies[index].joined { index = next }
    return index
  }

  private mutating func join(_ index: Int, to other: Int) {
    let (from, into) = (root(of: index), root(of: other))
    if from != into { bodies[from].joined = into }
  }

  private mutating func add(_ body: Organization, _ fact: String, _ document: Document) {
    let name = OrganizationName(body.name)
    var key = name?.key ?? body.name
    if let name {
      if name.isAcronym { key = "acronym " + key }
      if name.isGeneral || Self.isLoneCommittee(name) { key += "\n" + document.id }
      if name.key.hasPrefix("ministry ") || name.key.hasSuffix(" ministry") {
        key += "\n" + (Self.country(of: document) ?? "")
      }
    }
    let index = known[key] ?? bodies.count
    if index == bodies.count {
      known[key] = index
      bodies.append(Body(name: name))
    }
    let aliases = body.aliases.filter { !Self.isDescription($0) }
    for alias in aliases {
      guard let short = OrganizationName(alias), short.isAcronym, name?.isAcronym == false else {
        continue
      }
      definers[short.key, default: []].insert(index)
    }
    bodies[index].group.add(
      body.name, labels: aliases, mentions: body.mentions.count, fact: fact, of: document)
  }

  /// "the Department" stands for another body in another document.
  private static func isDescription(_ alias: String) -> Bool {
    alias.utf8.prefix(4).map { $0 | 0x20 }.elementsEqual("the ".utf8)
  }

  /// "Budget Committee" may be of either chamber.
  private static func isLoneCommittee(_ name: OrganizationName) -> Bool {
    name.prefix == nil
      && (name.key.hasSuffix(" committee") || name.key.hasSuffix(" subcommittee"))
      && name.key.utf8.count { $0 == 0x20 } == 1
  }

  /// The country of the dateline, else the one that most places of the document lie in.
  private static func country(of document: Document) -> String? {
    if let country = document.metadata.place?.country { return country }
    var counts: [String: Int] = [:]
    for place in document.facts(Place.self) {
      if let country = place.country { counts[country, default: 0] += place.mentions.count }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// "Department of Energy" to "U.S. Department of Energy", where no other country's is named.
  private mutating func joinPrefixed() {
    var prefixed: [String: [Int]] = [:]
    for index in bodies.indices {
      guard let name = bodies[index].name, name.prefix != nil, !name.isAcronym else { continue }
      prefixed[name.base, default: []].append(index)
    }
    for index in bodies.indices {
      guard let name = bodies[index].name, name.prefix == nil, !name.isGeneral,
        let fuller = prefixed[name.key], fuller.count == 1,
        ["us", "uk"].contains(bodies[fuller[0]].name?.prefix ?? "")
      else { continue }
      join(index, to: fuller[0])
    }
  }

  /// An acronym to the body that documents define it for; else to the only one of these initials that
  /// is known around the world. Any letters are the initials of too much else.
  private mutating func joinAcronyms() {
    var byInitials: [String: [Int]] = [:]
    for index in bodies.indices {
      guard let name = bodies[index].name, !name.isAcronym, name.isKnown else { continue }
      byInitials[name.initials, default: []].append(index)
    }
    for index in bodies.indices {
      guard let name = bodies[index].name, name.isAcronym else { continue }
      let letters = name.key.filter { $0 != " " }
      var meant = definers[name.key]?.sorted() ?? []
      if meant.isEmpty, letters.utf8.count >= 3 { meant = byInitials[letters] ?? [] }
      if Set(meant.map { root(of: $0) }).count > 1 {
        meant = meant.filter { bodies[$0].name?.initials == letters }
      }
      let roots = Set(meant.map { root(of: $0) })
      if roots.count == 1, let body = roots.first { join(index, to: body) }
    }
  }
}
