/// Bits of input at which something begins, ends, or counts for another reader: the dictionary of
/// the fuzzer and of the seeded mutator.
public enum FuzzWords {
  /// What grammars of names, sums, dates and quotations look for.
  public static let text = [
    "“", "”", "\"", "'", "’", "‘", "«", "»", "(", ")", ",", ".", "...", "--", "–", "—", "-", ":",
    ";", "?", "!", "$", "€", "£", "%", "#", "*", "|", ">", "<", "&", "/", "\\", "@", "\n", "\n\n",
    " ", "  ", "   ", "\u{A0}", "\t", "\r\n", "\u{C}", "\u{2028}", "7.9", "million", "1,234",
    "2007", "14", "0", "31", "29", "99999999999999999999", "1.", "1,000,000,000,000", "0.0000001",
    "11/15/07", "00/00/00", "99/99/9999", "2007-02-29", "November", "May", "Monday", "yesterday",
    "4th", "about", "between", "to", "USD", "US$", "Rs", "per cent", "half", "dozen", "tonnes",
    "said", "told", "stressed that", "according to", "announced", "will provide", "the", "The",
    "of", "for", "and", "in", "by", "he", "she", "Mr.", "Dr.", "Senator", "President", "Minister",
    "Deputy Secretary", "Maria", "Lopez", "John D.", "Okafor", "O'Neil", "van der", "Jr.",
    "Community", "Ministry", "Bureau", "United Nations", "UN", "(ICDT)", "Charter", "Act", "Mali",
    "Washington", "U.S.", "Q", "Q:", "A:", "QUESTION:", "MR. LOPEZ:", "THE PRESIDENT.",
    "(Laughter.)", "###", "-30-", "ENDS", "FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL", "Contact:",
    "a@b.org", "555-0100", "WASHINGTON, D.C. -", "# ", "- ", "1. ", "---", "```", "~~~", "> ",
    "title: x", "date: 2021-05-04", "Skip to content", "Home | News", "You are in: A > B",
    "Share this", "Privacy policy", "All rights reserved", "--11/15/07  Remarks; Jane Roe", "日本",
    "é", "e\u{301}", "😀", "👩‍👩‍👧", "\u{0}", "\u{FEFF}", "\u{FFFD}", "\u{200B}", "\u{202E}", "ﬁ",
    "İ", "ß", "ǆ", "Ω", "Ж", "م", "A", "b",
  ]

  /// What opens and closes things in HTML.
  public static let html = [
    "<p>", "</p>", "<div>", "</div>", "<div class=\"article-body\">", "<article>", "</article>",
    "<h1>", "</h1>", "<h2>", "<table>", "<tr>", "<td>", "<td colspan=9>", "</table>", "<ul>",
    "<ol>",
    "<li>", "</ul>", "<blockquote>", "<a href=\"/x\">", "</a>", "<b>", "</b>", "<i>", "<br>",
    "<hr>",
    "<img alt='x'>", "<pre>", "<textarea>", "<select>", "<option>", "<template>", "<svg>", "<math>",
    "<![CDATA[", "]]>", "<!--", "-->", "--!>", "<!doctype html>", "<html>", "<head>", "<title>",
    "</title>", "<body>", "<meta charset=utf-16>", "<meta charset=shift_jis>",
    "<meta property=\"og:title\" content=\"x\">",
    "<meta name=date content=\"2021-05-04\">", "<script>", "</script>",
    "<script type=\"application/ld+json\">", "{\"@type\":\"NewsArticle\",\"headline\":\"x\",",
    "\"datePublished\":\"2021-05-04T10:00:00Z\"}", "<style>", "</style>", "<noscript>",
    "<time datetime=\"2021-05-04\">", "<nav>", "<footer>", "<aside>", "<frameset>", "<plaintext>",
    "<form>", "<button>", "<p hidden>", "<span style=\"display:none\">", "&amp;", "&#0;",
    "&#xD800;",
    "&#x110000;", "&nbsp;", "&NotEqualTilde;", "&quot", "&", "<", "</", "=\"", "/>", "<\u{0}",
    "\u{0}",
  ]

  /// What Markdown means by its marks.
  public static let markdown = [
    "**", "__", "*", "_", "~~", "`", "``", "[", "]", "](", "](http://a.b/c)", "![", "<http://a.b>",
    "\\", "# ", "###### ", "===", "---", "***", "- ", "+ ", "1) ", "> ", "    ", "|", "|---|",
    "<!--", "-->", "<s>", "</s>", "&amp;", "[1]: http://a.b", "[^1]", "  \n", "\\\n", "+++",
  ]

  /// What a pipeline file is written with.
  public static let pipelineFile = [
    "presswork: 1", "pipeline: input", "title:", "vars:", "sources:", "extract:", "transform:",
    "render:", "checks:", "publish:", "  - use: ", "    with: {", "}", "[", "]", "- ", ": ", "? ",
    "&a ", "*a", "!!str ", "<<: *a", "|\n", ">-\n", "%YAML 1.2\n", "---\n", "...\n", "# ", "\"",
    "'", "\\x", "\\U", "${vars.x}", "${env:NAME:-x}", "${run.date}", "$$", "${", "files", "html",
    "people", "json", "csv", "on_error: quarantine", "{metric: documents, min: 1}", "latest: true",
    "~", "null", "0x1F", "1e400", "\t", "\r\n", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}",
  ]

  /// JSON's marks.
  public static let json = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u0000", "\\ud83d\\ude00", "\\ud800", "\\/", "true",
    "false", "null", "-0", "1e5", "1E+400", "0.1", "01", "\u{0}", "\u{1F}", " ", "\n",
  ]

  /// Bytes that are no UTF-8, or say that what follows is none.
  public static let bytes: [[UInt8]] = [
    [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98],
    [0x80],
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x93], [0x94], [0x92],
    [0x41, 0x00], [0x00, 0x41], [0x3D, 0xD8, 0x00, 0xDE], [0x1B, 0x24, 0x42],
    [0x2B, 0x41, 0x47, 0x51],
  ]

  /// All words that may matter to a target.
  public static func words(for target: FuzzTarget) -> [[UInt8]] {
    let strings =
      switch target.name {
      case "html": text + html
      case "markdown": text + markdown + html
      case "pipeline-file": pipelineFile
      case "json": json
      default: text
      }
    return strings.map { Array($0.utf8) } + bytes
  }
}
