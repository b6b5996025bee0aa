/// How far words look like the name of a person, by first names and surnames that are known.
public enum PersonNameWords {
  /// Whether the first word is a known first name, and whether the last is a known surname (a word
  /// that is another word as well counts too: "Grace Long"); and whether all words are such as stand
  /// in lower case more often than not, or no names at all: "Fact Checked", "January".
  public static func known(in name: String) -> (first: Bool, last: Bool, isPlain: Bool) {
    let bytes = Array(name.utf8)
    let words = bytes.split { $0 <= 0x20 || $0 == 0x2C }
    guard let first = words.first, let last = words.last else { return (false, false, false) }
    let isPlain = words.allSatisfy { !classes($0).isDisjoint(with: [.common, .stop]) }
    let isSurname = words.count > 1 && classes(last).contains(.surname)
    return (classes(first).contains(.firstName), isSurname, isPlain)
  }

  /// Whether the first of two or more names is a woman's; nil where it is both, or known for
  /// neither.
  static func isFemale(_ name: String) -> Bool? {
    let bytes = Array(name.utf8)
    let words = bytes.split { $0 <= 0x20 }
    guard words.count > 1, let first = words.first(where: { $0.count > 2 }) else { return nil }
    let found = classes(first).intersection([.male, .female])
    return found == .female ? true : found == .male ? false : nil
  }

  private static func classes(_ word: ArraySlice<UInt8>) -> NameClass {
    let key = word.withUnsafeBufferPointer { WordHash.hash($0, 0, $0.count) }
    return NameLexicon.shared.classes(key)
  }
}
