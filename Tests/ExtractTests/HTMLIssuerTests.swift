import PressModel
import PressStage
import Testing

@testable import Extract

/// Who issued a page, by the name that it gives its site and by its title.
@Suite struct HTMLIssuerTests {
  private static let body = SmallPage.body

  private func metadata(_ body: String, head: String = "") throws -> PressModel.Metadata {
    try SmallPage.metadata(body, head: head)
  }

  @Test(arguments: [
    ("Olsen Press -", "Olsen Press"), ("Olsen Press | News for everyone", "Olsen Press"),
    ("All the news – Olsen Press", "Olsen Press"), ("Daily Town |", "Daily Town"),
    ("ODP - Office of Daily Papers - Home", "ODP - Office of Daily Papers"),
    ("Co-op News", "Co-op News"), ("Towns | Villages", "Towns | Villages"),
  ])
  func slogansAndMarksAreNoPartOfAnIssuer(_ site: String, _ name: String) throws {
    let found = try metadata(
      "<h1>Market Stays</h1>\(Self.body)",
      head: """
        <link rel=canonical href=https://www.olsenpress.example/market>
        <meta property=og:site_name content="\(site)">
        """)
    #expect(found.issuer?.name == name)
  }

  @Test(arguments: [
    ("Market Stays | OPA | Department of Markets", "Department of Markets" as String?),
    ("Olsen Town Council | Market Stays", "Olsen Town Council"), ("Market Stays", nil),
    ("Market Stays | Town Life", nil),
    ("Market Stays - Ministry of Markets", "Ministry of Markets"),
  ])
  func aTitleMayNameTheBody(_ title: String, _ name: String?) throws {
    let found = try metadata(
      "<h1>Market Stays</h1>\(Self.body)", head: "<title>\(title)</title>")
    #expect(found.issuer?.name == name)
    #expect(found.title == "Market Stays")
  }
}
