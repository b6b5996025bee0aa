/// An answer as `curl --include` writes it.
struct WebReply {
  var status: Int
  private var fields: [(name: String, value: String)] = []
  var body: [UInt8]

  /// Nil where the bytes hold no answer. Interim answers (1xx) are passed over.
  init?(_ output: [UInt8]) {
    var offset = 0
    while true {
      var lines: [String] = []
      while offset < output.count, let newline = output[offset...].firstIndex(of: 0x0A) {
        let line = output[offset..<newline].filter { $0 != 0x0D }
        offset = newline + 1
        if line.isEmpty { break }
        lines.append(String(decoding: line, as: UTF8.self))
      }
      guard let first = lines.first, first.hasPrefix("HTTP/") else { return nil }
      let words = first.split(separator: " ")
      guard words.count >= 2, let status = Int(words[1]) else { return nil }
      if (100..<200).contains(status) { continue }
      self.status = status
      body = Array(output[offset...])
      for line in lines.dropFirst() {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        fields.append((line[..<colon].lowercased(), String(value)))
      }
      return
    }
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The seconds that the server asks to wait, where it says a number.
  var retryAfter: Double? {
    self["retry-after"].flatMap { Double($0) }.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
  }
}
