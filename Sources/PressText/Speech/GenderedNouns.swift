/// Nouns for one person and whether "he" or "she" may stand for them, read from their table at first
/// use.
struct GenderedNouns: Sendable {
  static let shared = GenderedNouns()

  enum Gender: Sendable { case male, female, either }

  private let genders: [String: Gender]

  private init() {
    var genders: [String: Gender] = [:]
    for row in Table("gendered-nouns").rows {
      guard let word = row.first else { continue }
      let gender = row.count > 1 ? row[1] : ""
      genders[word] = gender == "m" ? .male : gender == "f" ? .female : .either
    }
    self.genders = genders
  }

  /// Nil for a word that is no noun for one person.
  func gender(_ word: String) -> Gender? { genders[word.lowercased()] }

  /// What the last words of someone's roles tell: "Congresswoman".
  func isFemale(_ roles: [String]) -> Bool? {
    for role in roles {
      guard let last = role.split(separator: " ").last, let gender = gender(String(last)) else {
        continue
      }
      if gender != .either { return gender == .female }
    }
    return nil
  }
}
