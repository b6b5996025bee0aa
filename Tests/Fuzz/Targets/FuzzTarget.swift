import PressEngine
import PressModel
import PressPipeline
public import PressStage
import RegisteredStages

/// Something that reads bytes of any kind and must neither trap nor say what does not hold.
public struct FuzzTarget: Sendable, CustomStringConvertible {
  /// A reader's YAML name, `pipeline-file`, or `json`.
  public let name: String
  private let work: Work

  private enum Work: Sendable {
    case reader(any Reader, mediaType: String)
    case pipelineFile
    case json
  }

  public var description: String { name }

  public static let registry = (try? StageRegistry(registeredStages)) ?? .empty
  private static let steps = StageOrder.extractors(of: registry).map { Intake.Step($0) }

  /// Every reader that is compiled in, and what else reads what people write.
  public static let all =
    readers + [
      FuzzTarget(name: "pipeline-file", work: .pipelineFile), FuzzTarget(name: "json", work: .json),
    ]

  public static let readers = StageOrder.readers(of: registry).map { reader in
    let name = type(of: reader).name
    let mediaType =
      switch name {
      case "html", "markdown": "text/\(name)"
      case "mail": "message/rfc822"
      default: "text/plain"
      }
    return FuzzTarget(name: name, work: .reader(reader, mediaType: mediaType))
  }

  /// What a run over some bytes shows to be wrong; nil where all holds or the bytes are refused.
  public func fault(in bytes: [UInt8]) -> String? {
    switch work {
    case .reader(let reader, let mediaType): Self.fault(in: bytes, mediaType, reader)
    case .pipelineFile: Self.faultOfPipelineFile(bytes)
    case .json: Self.faultOfJSON(bytes)
    }
  }

  /// The way of `presswork read --json` with this reader alone, and of `presswork verify` after it.
  private static func fault(
    in bytes: [UInt8], _ mediaType: String, _ reader: any Reader
  ) -> String? {
    let intake = Intake(readers: [reader], steps: steps, choice: .first)
    switch intake.take(RawBytes(bytes, mediaType: mediaType, path: "input")) {
    case .document(let document): return fault(of: document, bytes)
    case .filtered: return "nothing filters here"
    case .quarantined(let failure), .failed(let failure):
      // A reader may refuse bytes. An extractor has no reason to: it saw a text, and a fact that
      // does not hold is a fault of its own.
      let isReader =
        failure.stage == "extract" || registry[failure.stage, .extract]?.role == .reader
      return isReader ? nil : "\(failure)"
    }
  }

  private static func fault(of document: Document, _ bytes: [UInt8]) -> String? {
    for block in document.blocks where !document.text.holds(block.span) || block.span.isEmpty {
      return "a block at \(block.span) is not in the text"
    }
    if document.map.pieces.last?.text.end ?? 0 != document.text.count {
      return "the map does not cover the text"
    }
    var writer = JSONWriter()
    DocumentJSON(document).write(into: &writer)
    do throws(JSONSyntaxError) {
      let json = try JSONValue(parsing: writer.bytes)
      return PackVerifier.faults(of: json, source: bytes).first?.description
    } catch {
      return "what was written is \(error)"
    }
  }

  private static func faultOfPipelineFile(_ bytes: [UInt8]) -> String? {
    let (pipeline, diagnostics) = PipelineFile.load(
      bytes: bytes, path: "Pipelines/input.yaml", registry: registry, context: PipelineContext())
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    for diagnostic in diagnostics {
      let place = diagnostic.place
      if place.line < 1 || place.column < 1 || place.line > lines || diagnostic.rendered().isEmpty {
        return "\(diagnostic.code.name) at \(place.line):\(place.column) is outside of the file"
      }
    }
    let isRefused = diagnostics.contains { $0.severity == .error }
    return (pipeline == nil) == isRefused ? nil : "a pipeline and errors, or neither"
  }

  /// What is read and written again reads the same.
  private static func faultOfJSON(_ bytes: [UInt8]) -> String? {
    guard let value = try? JSONValue(parsing: bytes) else { return nil }
    var writer = JSONWriter()
    let shown = withoutNumbers(value)
    write(shown, into: &writer)
    return (try? JSONValue(parsing: writer.bytes)) == shown ? nil : "it reads back as another value"
  }

  /// The writer takes no number as it was written.
  private static func withoutNumbers(_ value: JSONValue) -> JSONValue {
    switch value {
    case .number: .null
    case .array(let values): .array(values.map(withoutNumbers))
    case .object(let members):
      .object(
        members.map { member in
          var member = member
          member.value = withoutNumbers(member.value)
          return member
        })
    default: value
    }
  }

  private static func write(_ value: JSONValue, into writer: inout JSONWriter) {
    switch value {
    case .null, .number: writer.null()
    case .bool(let flag): writer.value(flag)
    case .string(let string): writer.value(string)
    case .array(let values):
      writer.array { writer in
        for value in values { write(value, into: &writer) }
      }
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.key(member.key)
          write(member.value, into: &writer)
        }
      }
    }
  }
}
