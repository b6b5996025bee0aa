internal import CZlib
import PressStage

/// zlib, with bounds: a few bytes can stand for gigabytes.
enum Inflater {
  /// One member of gzip, one stream of zlib, or one of bare deflate, which some servers send.
  static func inflate(_ bytes: [UInt8], from start: Int, limit: Int) throws -> Inflated {
    guard start >= 0, start < bytes.count else { throw StageError("there is nothing compressed") }
    let first = bytes[start]
    let isGzip = first == 0x1F && start + 1 < bytes.count && bytes[start + 1] == 0x8B
    // RFC 1950: the method is 8, and the first two bytes are a multiple of 31.
    let isZlib =
      first & 0x0F == 8 && start + 1 < bytes.count
      && (Int(first) * 256 + Int(bytes[start + 1])) % 31 == 0
    return try run(
      bytes, start, limit, window: isGzip ? MAX_WBITS + 16 : isZlib ? MAX_WBITS : -MAX_WBITS)
  }

  private static func run(
    _ bytes: [UInt8], _ start: Int, _ limit: Int, window: Int32
  ) throws -> Inflated {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, window, ZLIB_VERSION, size) == Z_OK else {
      throw StageError("there is no memory to decompress")
    }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var source = bytes
    return try source.withUnsafeMutableBufferPointer { input in
      guard let base = input.baseAddress else { throw StageError("there is nothing compressed") }
      stream.next_in = base + start
      stream.avail_in = UInt32(clamping: input.count - start)
      let given = Int(stream.avail_in)
      while true {
        var status = Z_OK
        let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          count = buffer.count - Int(stream.avail_out)
        }
        result += part
        guard result.count <= limit else {
          throw StageError("it decompresses to more than the \(limit) bytes allowed")
        }
        if status == Z_STREAM_END {
          return Inflated(bytes: result, end: start + given - Int(stream.avail_in))
        }
        guard status == Z_OK else {
          throw StageError(
            status == Z_BUF_ERROR
              ? "the compressed bytes end too early" : "the compressed bytes are damaged")
        }
      }
    }
  }
}
