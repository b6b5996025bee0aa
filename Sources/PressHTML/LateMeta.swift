/// "Changing the encoding while parsing" (HTML standard, section 13.2.3.4): a page whose first
/// 1,024 bytes say nothing may say more in a `meta` element further on.
///
/// All encodings that a page can be in at this point agree on ASCII, so the page is read as it is
/// to see which of its tags are elements and which are text or comments.
enum LateMeta {
  static func encoding(of bytes: [UInt8]) -> HTMLEncoding? {
    guard bytes.count > 1024, holdsMeta(bytes) else { return nil }
    let tree = HTMLTree.parse(bytes)
    for node in tree.descendants(of: tree.document)
    where tree.tag(of: node) == .meta && tree.namespace(of: node) == .html {
      if let encoding = encoding(of: node, in: tree) { return EncodingPrescan.asRead(encoding) }
    }
    return nil
  }

  private static func encoding(of node: HTMLNode, in tree: HTMLTree) -> HTMLEncoding? {
    if let charset = tree.value(of: .charset, in: node) { return HTMLEncoding(label: charset) }
    guard let pragma = tree.value(of: .httpEquiv, in: node),
      pragma.utf8.map(Byte.lowered).elementsEqual("content-type".utf8),
      let content = tree.attribute(.content, of: node)
    else { return nil }
    return EncodingPrescan.label(inContent: content.utf8.map(Byte.lowered))
      .flatMap { HTMLEncoding(label: $0) }
  }

  private static func holdsMeta(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { source in
      var position = 0
      while true {
        position = find(Byte.less, source, position, source.count)
        if position == source.count { return false }
        if begins(with: "<meta", source, position, source.count) { return true }
        position += 1
      }
    }
  }
}
