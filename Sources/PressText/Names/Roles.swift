/// A person's roles as they are printed, each said once.
enum Roles {
  /// Without those that say nothing beside another: "Deputy Secretary" beside "Deputy Secretary of
  /// State", "SENATOR" and "Sen." beside "Senator". In the order given. A hostile text gives one
  /// person thousands, so none is held against each other one.
  static func plain(_ roles: [String]) -> [String] {
    guard roles.count > 1 else { return roles }
    let keys = roles.map(key)
    /// What a longer role begins with, word by word.
    var beginnings: Set<[UInt8]> = []
    for key in keys {
      for index in key.indices where key[index] == space { beginnings.insert(Array(key[..<index])) }
    }
    let words = Set(keys.filter { !$0.contains(space) })
      .sorted { $0.lexicographicallyPrecedes($1) }
    // "Sen." says nothing beside "Senator", but is no "Senior Adviser", nor is a President a
    // "President-elect".
    let shortened = zip(words, words.dropFirst())
      .filter { $1.starts(with: $0) && $1[$0.count] != UInt8(ascii: "-") }.map(\.0)
    let covered = beginnings.union(shortened)
    // Of several forms of one role the first in small letters stays, else the first.
    var chosen: [[UInt8]: Int] = [:]
    for (index, key) in keys.enumerated() where !covered.contains(key) {
      if let known = chosen[key], hasSmall(roles[known]) || !hasSmall(roles[index]) { continue }
      chosen[key] = index
    }
    return chosen.values.sorted().map { roles[$0] }
  }

  /// The fullest first; but that somebody sits in a parliament goes before what they are in it or were
  /// before: "Senator", then "ranking member of the Finance Committee".
  static func ordered(_ roles: [String]) -> [String] {
    let byLength = roles.sorted { $0.utf8.count > $1.utf8.count }
    guard roles.count > 1, let seat = byLength.firstIndex(where: isSeat) else { return byLength }
    let lesser = byLength[..<seat].filter(isLesser)
    let greater = byLength[..<seat].filter { !isLesser($0) }
    return greater + [byLength[seat]] + lesser + byLength[(seat + 1)...]
  }

  private static func isSeat(_ role: String) -> Bool {
    let classes = OfficeClasses.classes(of: [role])
    return (classes.contains("senator") || classes.contains("representative")) && !isLesser(role)
  }

  private static func isLesser(_ role: String) -> Bool {
    NameFolding.words(role).contains { word in
      word.split(separator: "-").contains { lesser.contains(String($0)) }
    }
  }

  /// Words of what members of a parliament are besides.
  private static let lesser: Set = [
    "author", "candidate", "chair", "chairman", "chairperson", "chairwoman", "cochair", "cofounder",
    "cosponsor", "dr", "founder", "former", "honorable", "member", "negotiator", "nominee", "rev",
    "reverend", "sponsor", "then", "veteran",
  ]

  private static let space = UInt8(ascii: " ")

  /// Small letters, without the full stop of an abbreviation.
  private static func key(_ role: String) -> [UInt8] {
    let key = role.lowercased().utf8
    return Array(key.last == UInt8(ascii: ".") ? key.dropLast() : key[...])
  }

  private static func hasSmall(_ role: String) -> Bool {
    role.utf8.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }
}
