/// How far words look like the name of a person, by first names and surnames that are known.
public enum PersonNameWords {
  /// Whether the first word is a known first name, and whether the last is a known surname. A word
  /// that is another word as well counts too: "Grace Long".
  public static func known(in name: String) -> (first: Bool, last: Bool) {
    let bytes = Array(name.utf8)
    let words = bytes.split { $0 <= 0x20 || $0 == 0x2C }
    guard let first = words.first, let last = words.last, words.count > 1 else {
      guard let only = words.first else { return (false, false) }
      return (classes(only).contains(.firstName), false)
    }
    return (classes(first).contains(.firstName), classes(last).contains(.surname))
  }

  private static func classes(_ word: ArraySlice<UInt8>) -> NameClass {
    let key = word.withUnsafeBufferPointer { WordHash.hash($0, 0, $0.count) }
    return NameLexicon.shared.classes(key)
  }
}
