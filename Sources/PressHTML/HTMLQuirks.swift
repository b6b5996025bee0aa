/// How a doctype, or its absence, makes a browser lay out a page. It matters to the tree too: only
/// in full quirks may a table stand in a paragraph.
public enum HTMLQuirks: UInt8, Sendable {
  case none
  case limited
  case full
}

extension HTMLQuirks {
  /// The mode a doctype asks for (section 13.2.6.4.1).
  init(_ doctype: DoctypeRecord, _ source: UnsafeBufferPointer<UInt8>) {
    func text(_ range: Range<Int>?) -> [UInt8]? {
      range.map { source[$0].map(Byte.lowered) }
    }
    func any(_ list: StaticString, _ matches: (ArraySlice<UInt8>) -> Bool) -> Bool {
      let bytes = Array(UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount))
      return bytes.split(separator: Byte.lineFeed).contains(where: matches)
    }
    let publicID = text(doctype.publicID)
    let systemID = text(doctype.systemID)
    let name = text(doctype.name) ?? []
    func publicBegins(_ list: StaticString) -> Bool {
      guard let publicID else { return false }
      return any(list) { publicID.starts(with: $0) }
    }
    if doctype.forcesQuirks || !any("html", { $0.elementsEqual(name) })
      || any(Self.fullPublic, { $0.elementsEqual(publicID ?? []) })
      || any(Self.fullSystem, { $0.elementsEqual(systemID ?? []) })
      || publicBegins(Self.fullPublicStarts)
      || (systemID == nil && publicBegins(Self.frameStarts))
    {
      self = .full
    } else if publicBegins(Self.limitedStarts) || publicBegins(Self.frameStarts) {
      self = .limited
    } else {
      self = .none
    }
  }

  private static let fullPublic: StaticString = """
    -//w3o//dtd w3 html strict 3.0//en//
    -/w3c/dtd html 4.0 transitional/en
    html
    """

  private static let fullSystem: StaticString =
    "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"

  private static let frameStarts: StaticString = """
    -//w3c//dtd html 4.01 frameset//
    -//w3c//dtd html 4.01 transitional//
    """

  private static let limitedStarts: StaticString = """
    -//w3c//dtd xhtml 1.0 frameset//
    -//w3c//dtd xhtml 1.0 transitional//
    """

  private static let fullPublicStarts: StaticString = """
    +//silmaril//dtd html pro v0r11 19970101//
    -//as//dtd html 3.0 aswedit + extensions//
    -//advasoft ltd//dtd html 3.0 aswedit + extensions//
    -//ietf//dtd html 2.0 level 1//
    -//ietf//dtd html 2.0 level 2//
    -//ietf//dtd html 2.0 strict level 1//
    -//ietf//dtd html 2.0 strict level 2//
    -//ietf//dtd html 2.0 strict//
    -//ietf//dtd html 2.0//
    -//ietf//dtd html 2.1e//
    -//ietf//dtd html 3.0//
    -//ietf//dtd html 3.2 final//
    -//ietf//dtd html 3.2//
    -//ietf//dtd html 3//
    -//ietf//dtd html level 0//
    -//ietf//dtd html level 1//
    -//ietf//dtd html level 2//
    -//ietf//dtd html level 3//
    -//ietf//dtd html strict level 0//
    -//ietf//dtd html strict level 1//
    -//ietf//dtd html strict level 2//
    -//ietf//dtd html strict level 3//
    -//ietf//dtd html strict//
    -//ietf//dtd html//
    -//metrius//dtd metrius presentational//
    -//microsoft//dtd internet explorer 2.0 html strict//
    -//microsoft//dtd internet explorer 2.0 html//
    -//microsoft//dtd internet explorer 2.0 tables//
    -//microsoft//dtd internet explorer 3.0 html strict//
    -//microsoft//dtd internet explorer 3.0 html//
    -//microsoft//dtd internet explorer 3.0 tables//
    -//netscape comm. corp.//dtd html//
    -//netscape comm. corp.//dtd strict html//
    -//o'reilly and associates//dtd html 2.0//
    -//o'reilly and associates//dtd html extended 1.0//
    -//o'reilly and associates//dtd html extended relaxed 1.0//
    -//sq//dtd html 2.0 hotmetal + extensions//
    -//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//
    -//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//
    -//spyglass//dtd html 2.0 extended//
    -//sun microsystems corp.//dtd hotjava html//
    -//sun microsystems corp.//dtd hotjava strict html//
    -//w3c//dtd html 3 1995-03-24//
    -//w3c//dtd html 3.2 draft//
    -//w3c//dtd html 3.2 final//
    -//w3c//dtd html 3.2//
    -//w3c//dtd html 3.2s draft//
    -//w3c//dtd html 4.0 frameset//
    -//w3c//dtd html 4.0 transitional//
    -//w3c//dtd html experimental 19960712//
    -//w3c//dtd html experimental 970421//
    -//w3c//dtd w3 html//
    -//w3o//dtd w3 html 3.0//
    -//webtechs//dtd mozilla html 2.0//
    -//webtechs//dtd mozilla html//
    """
}
