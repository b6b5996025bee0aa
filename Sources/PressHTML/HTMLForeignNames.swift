/// Names as strings, with the capitals that SVG and MathML ask for (sections 13.2.6.1 and
/// 13.2.6.5). A tree holds all names in lower case, which is enough to compare them.
extension HTMLTree {
  /// The name of an element, as `div` or `foreignObject`; empty for any other node.
  public func name(of node: HTMLNode) -> String {
    let record = nodes[node.position]
    let name = string(ofName: record.name)
    return record.namespace == .svg ? ForeignNames.elements[name] ?? name : name
  }

  /// The name behind a number of this tree, in lower case.
  public func string(of tag: HTMLTag) -> String { string(ofName: tag.rawValue) }

  func string(ofName name: UInt32) -> String {
    String(decoding: names.bytes(of: name), as: UTF8.self)
  }
}

extension HTMLAttribute {
  /// The name as a string, as `href`, `viewBox` or `xlink:href`.
  public var nameString: String {
    let name = tree.string(ofName: record.name)
    switch namespace {
    case .html: return name
    case .svg: return ForeignNames.svgAttributes[name] ?? name
    case .mathML: return name == "definitionurl" ? "definitionURL" : name
    }
  }

  /// The prefix of the namespace that an attribute in SVG or MathML belongs to: `xlink`, `xml` or
  /// `xmlns`. Nil for almost all.
  public var namespacePrefix: String? {
    if namespace == .html { return nil }
    let name = tree.string(ofName: record.name)
    if name == "xmlns" { return "xmlns" }
    return ForeignNames.prefixed.contains(name) ? String(name.prefix { $0 != ":" }) : nil
  }
}

private enum ForeignNames {
  static let elements = byLowerCase(
    """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient
    radialGradient textPath
    """)

  static let svgAttributes = byLowerCase(
    """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant
    edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength
    keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits
    markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits
    patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
    primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles
    surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget
    xChannelSelector yChannelSelector zoomAndPan
    """)

  static let prefixed: Set<String> = [
    "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title",
    "xlink:type", "xml:lang", "xml:space", "xmlns:xlink",
  ]

  private static func byLowerCase(_ words: String) -> [String: String] {
    var table: [String: String] = [:]
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      table[word.lowercased()] = String(word)
    }
    return table
  }
}
