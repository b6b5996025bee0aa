/// The kinds of problem that a pipeline file can have. A code never changes its meaning and is
/// never given to another problem.
public enum DiagnosticCode: Int, CaseIterable, Hashable, Codable, Sendable {
  case fileTooLarge = 1001
  case notUTF8 = 1002
  case forbiddenCharacter = 1003
  case syntax = 1004
  case tooDeep = 1005
  case duplicateKey = 1006
  case anchor = 1007
  case tag = 1008
  case otherDocument = 1009
  case keyNotText = 1010
  case notAPipeline = 1011
  case unknownSetting = 1012
  case missingSetting = 1013
  case settingType = 1014
  case settingRange = 1015
  case unknownKey = 1016
  case missingKey = 1017
  case valueType = 1018
  case valueRange = 1019
  case formatVersion = 1020
  case pipelineName = 1021
  case unknownStage = 1022
  case wrongSection = 1023
  case readerAfterExtractor = 1024
  case emptySection = 1025
  case errorPolicy = 1026
  case malformedReference = 1027
  case unknownReference = 1028
  case unsetReference = 1029
  case referenceNotAllowed = 1030
  case variable = 1031
  case unknownOverride = 1032
  case check = 1033
  case nothingToRead = 1034
  case embargoUnseen = 1035

  /// `PW1012`.
  public var name: String { "PW\(rawValue)" }

  public var severity: Diagnostic.Severity {
    self == .nothingToRead || self == .embargoUnseen ? .warning : .error
  }

  /// Whether it says why a value is not known, so that nothing else needs to be said of the value.
  var explainsUnknown: Bool {
    switch self {
    case .malformedReference, .unknownReference, .unsetReference, .referenceNotAllowed: true
    default: rawValue < DiagnosticCode.notAPipeline.rawValue
    }
  }

  /// What is wrong, in a few words, for the documentation.
  public var summary: String {
    switch self {
    case .fileTooLarge: "the file is larger than 16 MB"
    case .notUTF8: "the file is not UTF-8"
    case .forbiddenCharacter: "a character that must not stand in a pipeline file"
    case .syntax: "not YAML, or YAML that is not read alike everywhere"
    case .tooDeep: "values nested more than 64 deep"
    case .duplicateKey: "a key given twice in one mapping"
    case .anchor: "an anchor, an alias or a merge key"
    case .tag: "a tag such as `!!str`"
    case .otherDocument: "a second document, or a directive other than `%YAML 1.2`"
    case .keyNotText: "a key that is a list or a mapping"
    case .notAPipeline: "a file that holds no mapping"
    case .unknownSetting: "a setting that the stage does not have"
    case .missingSetting: "a setting that the stage requires is not given"
    case .settingType: "a setting's value is of another type"
    case .settingRange: "a setting's value is out of its range"
    case .unknownKey: "a key that has no meaning here"
    case .missingKey: "a key that is required is not given"
    case .valueType: "a value of another type than its key takes"
    case .valueRange: "a value that is out of its key's range"
    case .formatVersion: "a version of the format that this program does not know"
    case .pipelineName: "a pipeline's name that is not its file's name, or no name"
    case .unknownStage: "a stage that this program does not have"
    case .wrongSection: "a stage in a section where it cannot run"
    case .readerAfterExtractor: "a reader listed after an extractor"
    case .emptySection: "a section without a stage that it needs"
    case .errorPolicy:
      "`drop` without a reason, a reason without `drop`, or a policy that cannot be"
    case .malformedReference: "a `${` that is no reference"
    case .unknownReference: "a reference to a name that there is not"
    case .unsetReference: "a reference to a name that has no value"
    case .referenceNotAllowed: "a reference where none may stand"
    case .variable: "a variable's value that is not of its type, or a wrong name for one"
    case .unknownOverride: "a value given from outside for a variable that the file does not have"
    case .check: "a check of something that cannot be counted, or without a bound that can be kept"
    case .nothingToRead: "an extractor reads what no earlier extractor adds (a warning)"
    case .embargoUnseen: "no stage looks for embargoes, which are to be kept (a warning)"
    }
  }
}
