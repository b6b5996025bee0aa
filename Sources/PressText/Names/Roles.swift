/// A person's roles as they are printed, each said once.
enum Roles {
  /// Without those that say nothing beside another: "Deputy Secretary" beside "Deputy Secretary of
  /// State", "SENATOR" and "Sen." beside "Senator". In the order given.
  static func plain(_ roles: [String]) -> [String] {
    guard roles.count > 1 else { return roles }
    let keys = roles.map(key)
    return roles.indices.filter { index in
      !roles.indices.contains { other in
        other != index && isCovered(index, by: other, roles, keys)
      }
    }.map { roles[$0] }
  }

  /// Small letters, without the full stop of an abbreviation.
  private static func key(_ role: String) -> [UInt8] {
    let key = role.lowercased().utf8
    return Array(key.last == UInt8(ascii: ".") ? key.dropLast() : key[...])
  }

  private static func isCovered(
    _ index: Int, by other: Int, _ roles: [String], _ keys: [[UInt8]]
  ) -> Bool {
    let (short, long) = (keys[index], keys[other])
    guard long.starts(with: short) else { return false }
    if short.count == long.count {
      // Of two forms of one word the one in small letters stays, else the first.
      let (own, others) = (hasSmall(roles[index]), hasSmall(roles[other]))
      return own == others ? other < index : others
    }
    let space = UInt8(ascii: " ")
    // "Sen." is no "Senior Adviser".
    return long[short.count] == space || !long.contains(space)
  }

  private static func hasSmall(_ role: String) -> Bool {
    role.utf8.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }
}
