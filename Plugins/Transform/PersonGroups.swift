import PressModel
import PressText

/// Decides which names of several documents are one person's. Never by a name alone that two people
/// of the pack may bear.
struct PersonGroups {
  private struct Individual {
    var names: [PersonName]
    var group: NameGroup
    /// How many documents give the name in full.
    var fullCount = 0
  }

  /// A surname that more names bear than this is joined by equal names only.
  private static let bearerLimit = 500

  private var people: [Individual] = []
  /// The people of a part of a surname.
  private var bearers: [String: [Int]] = [:]
  /// The people that a document names in full.
  private var company: [String: Set<Int>] = [:]
  private var bare: [(name: PersonName?, person: Person, fact: String, document: Document)] = []

  init(_ documents: [Document], surnames: Bool) {
    var full: [String: Individual] = [:]
    for document in documents {
      for (index, person) in document.facts(Person.self).enumerated() {
        let fact = document.factID(Person.kind, index)
        guard let name = PersonName(person.name), !name.isBare else {
          bare.append((PersonName(person.name), person, fact, document))
          continue
        }
        full[name.key, default: Individual(names: [name], group: NameGroup())].group
          .add(person, fact, of: document)
      }
    }
    addFull(full)
    for index in people.indices {
      people[index].fullCount = people[index].group.documents.count
      for document in people[index].group.documents { company[document, default: []].insert(index) }
    }
    addBare(surnames: surnames)
  }

  /// In the order of their names.
  var groups: [NameGroup] { people.map(\.group) }

  /// The fullest first, so that a shorter name finds all that it may shorten.
  private mutating func addFull(_ full: [String: Individual]) {
    let ordered = full.sorted {
      let (left, right) = ($0.value.names[0].weight, $1.value.names[0].weight)
      return left != right ? left > right : $0.key < $1.key
    }
    for (_, individual) in ordered {
      let name = individual.names[0]
      let candidates = namesakes(name.surname).filter { index in
        people[index].names.allSatisfy { $0.isCompatible(with: name) }
      }
      if candidates.count == 1 {
        people[candidates[0]].names.append(name)
        people[candidates[0]].group.add(individual.group)
      } else {
        for part in name.surname { bearers[part, default: []].append(people.count) }
        people.append(individual)
      }
    }
  }

  private func namesakes(_ surname: [String]) -> [Int] {
    var found: Set<Int> = []
    for part in surname {
      let bearers = bearers[part] ?? []
      guard bearers.count <= Self.bearerLimit else { return [] }
      found.formUnion(bearers)
    }
    return found.sorted()
  }

  /// A surname goes to the only person that may be meant, where something speaks for it. One that nobody of the pack bears in full
  /// stays one person over the documents; one that several may bear, or that may be a first name, is
  /// another in each document.
  private mutating func addBare(surnames: Bool) {
    var known: [String: Int] = [:]
    for (name, person, fact, document) in bare {
      let classes = OfficeClasses.classes(of: person.roles)
      let isFemale = person.mentions.lazy.compactMap {
        PersonName.isFemale(before: $0.span, in: document.text)
      }.first
      let isAddressed = isFemale != nil || !person.roles.isEmpty
      var index: Int?
      if let name, isAddressed || !name.isDoubtful, !isParty(person, document) {
        let candidates = namesakes(name.surname).filter {
          isPossible($0, isFemale: isFemale, classes)
        }
        if candidates.count == 1, surnames {
          if isLikely(candidates[0], classes, document) { index = candidates[0] }
        } else if candidates.isEmpty || !surnames {
          let key = ([name.key] + classes.sorted()).joined(separator: "\n")
          index = known[key]
          if index == nil { known[key] = people.count }
        }
      }
      if index == nil { people.append(Individual(names: [], group: NameGroup())) }
      people[index ?? people.count - 1].group.add(person, fact, of: document)
    }
  }

  /// "Weber v. Lopez" names a case, whose parties are seldom those whom the pack is about.
  private func isParty(_ person: Person, _ document: Document) -> Bool {
    let bytes = document.text.bytes
    return person.mentions.contains { mention in
      bytes.dropFirst(mention.span.end).starts(with: " v. ".utf8)
        || mention.span.start >= 4
          && bytes[(mention.span.start - 4)..<mention.span.start].elementsEqual(" v. ".utf8)
    }
  }

  /// A surname alone needs more than nobody else: an office that fits, a name that the pack has again
  /// and again, or the company of somebody whom a document with the full name names too.
  private func isLikely(_ index: Int, _ classes: Set<String>, _ document: Document) -> Bool {
    let person = people[index]
    if !classes.isDisjoint(with: OfficeClasses.classes(of: person.group.labels)) { return true }
    if classes.isEmpty, person.fullCount >= 3 { return true }
    let here = (company[document.id] ?? []).subtracting([index])
    return !here.isEmpty
      && person.group.documents.contains { id in
        id != document.id && !here.isDisjoint(with: company[id] ?? [])
      }
  }

  private func isPossible(_ index: Int, isFemale: Bool?, _ classes: Set<String>) -> Bool {
    if let isFemale, people[index].names.contains(where: { $0.isFemale == !isFemale }) {
      return false
    }
    let others = OfficeClasses.classes(of: people[index].group.labels)
    return classes.isEmpty || others.isEmpty || !classes.isDisjoint(with: others)
  }
}

extension NameGroup {
  fileprivate mutating func add(_ person: Person, _ fact: String, of document: Document) {
    add(
      person.name, labels: person.roles, affiliation: person.affiliation,
      mentions: person.mentions.count, fact: fact, of: document)
  }
}
