import PressStage

/// A value with its references filled in.
enum Filled: Equatable {
  case text(String)
  /// Something it refers to has no value; why was told.
  case unknown
}

/// Where references may stand, and to what.
enum ReferenceScope {
  /// Settings and folders: to everything.
  case settings
  /// A title or description: the run's date must not stand in a pack.
  case words
  /// A variable's default: not to variables, so that their order does not matter.
  case variableDefault
}

/// A problem of a reference: at which `$` of the text, and what it is.
struct ReferenceProblem: Equatable {
  var dollar: Int
  /// In scalars.
  var length: Int
  var code: DiagnosticCode
  var message: String
  var hint: String?
}

/// Fills in `${vars.NAME}`, `${env:NAME}`, `${env:NAME:-default}`, `${pipeline}`, `${run.date}`,
/// `${run.as_of}` and `$$`. What it fills in is not looked at again.
struct References {
  enum VariableState {
    case value(String)
    /// It is required and was not given, or what was given is wrong.
    case unknown
  }

  var pipeline: String?
  var variables: [String: VariableState] = [:]
  var environment: @Sendable (String) -> String?
  var run: RunMoment
  /// Whether the whole of `vars` is known.
  var isComplete = true
  /// The variables whose values may stand in a pack.
  var recordable: Set<String> = []

  func fill(_ text: String, _ scope: ReferenceScope, problems: inout [ReferenceProblem])
    -> Filled
  {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var isKnown = true
    var dollar = -1
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == 0x24 else {
        result.append(bytes[offset])
        offset += 1
        continue
      }
      dollar += 1
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if next == 0x24 {
        result.append(0x24)
        dollar += 1
        offset += 2
      } else if next == 0x7B {
        let end = bytes[offset...].firstIndex(of: 0x7D)
        let body = bytes[(offset + 2)..<(end ?? bytes.count)]
        let name = String(decoding: body, as: UTF8.self)
        var problem = ReferenceProblem(
          dollar: dollar, length: name.unicodeScalars.count + (end == nil ? 2 : 3),
          code: .malformedReference, message: "", hint: nil)
        if end == nil {
          problem.length = 2
          problem.message = "'${' without its '}'"
          problem.hint = "for the two characters themselves, write '$${'"
          problems.append(problem)
          return .unknown
        }
        if let value = value(of: name, scope, &problem) {
          if case .text(let text) = value { result += text.utf8 } else { isKnown = false }
        } else {
          problems.append(problem)
          isKnown = false
        }
        dollar += body.count { $0 == 0x24 }
        offset = (end ?? bytes.count) + 1
      } else {
        result.append(0x24)
        offset += 1
      }
    }
    return isKnown ? .text(String(decoding: result, as: UTF8.self)) : .unknown
  }

  /// The node as a pack may keep it: what may be a secret, a moment or a path of the machine stands
  /// as a reference.
  func recorded(_ node: SettingNode) -> SettingNode {
    switch node.content {
    case .scalar(let text, let isPlain):
      guard text.utf8.contains(0x24) else { return node }
      return SettingNode(.scalar(recorded(text), isPlain: isPlain), at: node.place)
    case .list(let elements):
      return SettingNode(.list(elements.map(recorded)), at: node.place)
    case .map(let entries):
      let entries = entries.map {
        SettingNode.Entry(key: $0.key, keyPlace: $0.keyPlace, value: recorded($0.value))
      }
      return SettingNode(.map(entries), at: node.place)
    }
  }

  private func recorded(_ text: String) -> String {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let dollar = rest.firstIndex(of: 0x24) {
      result += rest[..<dollar]
      rest = rest[dollar...]
      if rest.starts(with: "$$".utf8) {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      guard rest.starts(with: "${vars.".utf8), let end = rest.firstIndex(of: 0x7D) else {
        result.append(0x24)
        rest = rest.dropFirst()
        continue
      }
      let name = String(decoding: rest[(dollar + 7)..<end], as: UTF8.self)
      if recordable.contains(name), case .value(let value) = variables[name] {
        result += value.utf8
      } else {
        result += rest[...end]
      }
      rest = rest[(end + 1)...]
    }
    return String(decoding: result + rest, as: UTF8.self)
  }

  /// The value of a reference; nil for one that has none, and then `problem` says why.
  private func value(
    of name: String, _ scope: ReferenceScope, _ problem: inout ReferenceProblem
  ) -> Filled? {
    if name.hasPrefix("env:") { return environmentValue(name.dropFirst(4), &problem) }
    if name.hasPrefix("vars.") { return variable(String(name.dropFirst(5)), scope, &problem) }
    switch name {
    case "pipeline": return pipeline.map { .text($0) } ?? .unknown
    case "run.date", "run.as_of":
      guard scope != .words else {
        problem.code = .referenceNotAllowed
        problem.message = "'${\(name)}' must not stand in a pack"
        problem.hint = "the same input gives the same pack on any day"
        return nil
      }
      return .text(name == "run.date" ? run.date : run.asOf)
    default: break
    }
    guard Self.isReferenceName(name) else {
      problem.message = "'${\(shortened(name))}' is no reference"
      problem.hint = "for the two characters '${' themselves, write '$${'"
      return nil
    }
    problem.code = .unknownReference
    problem.message = "'${\(shortened(name))}' names nothing"
    if variables[name] != nil {
      problem.hint = "did you mean '${vars.\(name)}'?"
    } else if environment(name) != nil {
      problem.hint = "did you mean '${env:\(name)}'?"
    } else {
      let names =
        ["pipeline", "run.date", "run.as_of"] + variables.keys.sorted().map { "vars." + $0 }
      problem.hint =
        nearest(to: name, among: names).map { "did you mean '${\($0)}'?" }
        ?? "there are vars.NAME, env:NAME, pipeline, run.date and run.as_of"
    }
    return nil
  }

  private func variable(
    _ name: String, _ scope: ReferenceScope, _ problem: inout ReferenceProblem
  ) -> Filled? {
    if scope == .variableDefault {
      problem.code = .referenceNotAllowed
      problem.message = "a variable's default can't refer to a variable"
      problem.hint = "write the value out"
      return nil
    }
    switch variables[name] {
    case .value(let text): return .text(text)
    case .unknown: return .unknown
    case nil:
      if !isComplete { return .unknown }
      problem.code = .unknownReference
      problem.message = "there is no variable '\(shortened(name))'"
      problem.hint =
        nearest(to: name, among: variables.keys.sorted()).map { "did you mean '${vars.\($0)}'?" }
        ?? "declare it under 'vars'"
      return nil
    }
  }

  private func environmentValue(
    _ body: Substring, _ problem: inout ReferenceProblem
  ) -> Filled? {
    let bytes = Array(body.utf8)
    let colon = bytes.firstIndex(of: 0x3A) ?? bytes.count
    let name = String(decoding: bytes[..<colon], as: UTF8.self)
    let rest = bytes[colon...]
    guard Self.isEnvironmentName(name), rest.isEmpty || rest.starts(with: [0x3A, 0x2D]) else {
      problem.message = "'${env:\(shortened(String(body)))}' is no reference to the environment"
      problem.hint = "write ${env:NAME} or ${env:NAME:-default}"
      return nil
    }
    let fallback = rest.dropFirst(2)
    guard !fallback.contains(0x24) else {
      problem.message = "references can't stand in each other"
      problem.hint = "write the default out"
      return nil
    }
    let value = environment(name)
    if let value, !value.isEmpty || rest.isEmpty { return .text(value) }
    if !rest.isEmpty { return .text(String(decoding: fallback, as: UTF8.self)) }
    problem.code = .unsetReference
    problem.message = "the environment has no '\(name)'"
    problem.hint = "set it, or write ${env:\(name):-default}"
    return nil
  }

  private static func isReferenceName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x5F || $0 == 0x2E || $0 == 0x2D
      }
  }

  private static func isEnvironmentName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !isASCIIDigit(first) else { return false }
    return name.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == 0x5F }
  }
}

func isASCIILetter(_ byte: UInt8) -> Bool {
  (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

func isASCIIDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
