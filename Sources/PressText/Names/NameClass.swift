/// What a word can be inside or beside a name; the tables in CPressTables give a word its classes.
struct NameClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// More often written in lower case than not.
  static let common = NameClass(rawValue: 1 << 0)
  /// No name though it stands with a capital: "The", "Monday".
  static let stop = NameClass(rawValue: 1 << 1)
  static let firstName = NameClass(rawValue: 1 << 2)
  static let male = NameClass(rawValue: 1 << 3)
  static let female = NameClass(rawValue: 1 << 4)
  static let surname = NameClass(rawValue: 1 << 5)
  /// A person's name that is another word as well: "Grace", "Long".
  static let wordlike = NameClass(rawValue: 1 << 6)
  /// A first name that is more often a surname: "Clinton".
  static let mostlySurname = NameClass(rawValue: 1 << 7)
  /// The last word of an organization's name, or its first before "of".
  static let head = NameClass(rawValue: 1 << 8)
  /// A head that needs more evidence: "Group", "Center".
  static let weakHead = NameClass(rawValue: 1 << 9)
  /// "Inc", "Ltd".
  static let suffix = NameClass(rawValue: 1 << 10)
  /// The last word of an event's or programme's name: "Summit", "War".
  static let event = NameClass(rawValue: 1 << 11)
  /// The last word of a law's or document's name: "Act", "Charter".
  static let work = NameClass(rawValue: 1 << 12)
  static let placeHead = NameClass(rawValue: 1 << 13)
  static let placeBefore = NameClass(rawValue: 1 << 14)
  /// A word after which a name is a person's, as "said" is.
  static let personAfter = NameClass(rawValue: 1 << 15)
  static let personBefore = NameClass(rawValue: 1 << 16)
  static let placeCue = NameClass(rawValue: 1 << 17)
  /// Capitals that name no body: "CEO", "HIV".
  static let plainAcronym = NameClass(rawValue: 1 << 18)
  /// "de", "van", "bin", "al".
  static let particle = NameClass(rawValue: 1 << 19)
  static let opensPhrase = NameClass(rawValue: 1 << 20)
  /// The same for words written in capitals only.
  static let opensCapitals = NameClass(rawValue: 1 << 21)
  /// A title, rank or the last word of one.
  static let titleWord = NameClass(rawValue: 1 << 22)
  /// A word before a title: "Deputy", "Acting".
  static let modifier = NameClass(rawValue: 1 << 23)

  /// People of a faith, party or origin: "Republicans", "Sunni".
  static let group = NameClass(rawValue: 1 << 24)
  /// What follows names a thing: "Hurricane Rita".
  static let prefix = NameClass(rawValue: 1 << 25)
  /// A verb that commits by itself: "pledged".
  static let commits = NameClass(rawValue: 1 << 26)
  /// A verb that commits after "will": "provide".
  static let deed = NameClass(rawValue: 1 << 27)
  /// A participle that commits after "will be": "hosted".
  static let done = NameClass(rawValue: 1 << 28)

  /// A small word that may stand inside of a name: "of", "and".
  static let joint = NameClass(rawValue: 1 << 29)
  /// A word behind a name and a comma that begins no office: "thank", "will".
  static let noOffice = NameClass(rawValue: 1 << 30)

  /// A verb that commits after "is": "launching".
  static let ongoing = NameClass(rawValue: 1 << 31)

  static let anyHead: NameClass = [.head, .weakHead]
  static let tail: NameClass = [.event, .work]
  /// Of words that never say what a body is for: "the Committee on" none of these.
  static let noSubject: NameClass = [.stop, .head, .suffix, .work, .group, .prefix, .plainAcronym]

  static let named: [String: NameClass] = [
    "head": .head, "weak": .weakHead, "suffix": .suffix, "event": .event, "work": .work,
    "place-head": .placeHead, "place-before": .placeBefore, "person-after": .personAfter,
    "person-before": .personBefore, "group": .group, "prefix": .prefix,
    "no-office": .noOffice, "past": .commits, "base": .deed, "participle": .done,
    "ongoing": .ongoing,
  ]
}

/// What a phrase of the tables is.
struct PhraseKind: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let country = PhraseKind(rawValue: 1 << 0)
  /// An adjective or noun of a country: "Malian".
  static let demonym = PhraseKind(rawValue: 1 << 1)
  static let state = PhraseKind(rawValue: 1 << 2)
  /// A state's postal or press abbreviation, which counts after a town and a comma only.
  static let stateAbbreviation = PhraseKind(rawValue: 1 << 3)
  static let region = PhraseKind(rawValue: 1 << 4)
  static let city = PhraseKind(rawValue: 1 << 5)
  /// A place whose name is also a person's or a common word.
  static let ambiguous = PhraseKind(rawValue: 1 << 6)
  static let organization = PhraseKind(rawValue: 1 << 7)
  static let honorific = PhraseKind(rawValue: 1 << 8)
  static let office = PhraseKind(rawValue: 1 << 9)
  static let rank = PhraseKind(rawValue: 1 << 10)
  static let male = PhraseKind(rawValue: 1 << 11)
  static let female = PhraseKind(rawValue: 1 << 12)
  /// Several words that are an organization's head: "Task Force".
  static let head = PhraseKind(rawValue: 1 << 13)
  /// A city whose name a city of the United States has too.
  static let shared = PhraseKind(rawValue: 1 << 14)

  static let place: PhraseKind = [.country, .state, .region, .city]
  static let title: PhraseKind = [.honorific, .office, .rank]
}
