import PressPipeline

/// Files that are no YAML, or YAML that a pipeline file must not use.
let yamlCases: [DiagnosticCase] = [
  DiagnosticCase(
    "too large", bytes: Array(repeating: 0x23, count: PipelineFile.maximumSize + 1),
    gives: #"""
      Pipelines/demo.yaml:1:1: error[PW1001]: the file is larger than 16 MB
         = a pipeline file names stages and settings; data belongs in files of its own
      """#),
  DiagnosticCase(
    "UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00],
    gives: #"""
      Pipelines/demo.yaml:1:1: error[PW1002]: the file is UTF-16
          1 | ��a␀
            | ^ save it as UTF-8
      """#),
  DiagnosticCase(
    "not UTF-8", bytes: Array("title: caf".utf8) + [0xE9, 0x0A, 0xE8],
    gives: #"""
      Pipelines/demo.yaml:1:11: error[PW1002]: the byte 0xE9 is not UTF-8 here
          1 | title: caf�
            |           ^ save the file as UTF-8
      """#),
  DiagnosticCase(
    "NUL", "presswork: 1\npipeline: a\u{0}b\n",
    gives: #"""
      Pipelines/demo.yaml:2:12: error[PW1003]: the NUL character must not stand in a pipeline file
          2 | pipeline: a␀b
            |            ^ remove it
      """#),
  DiagnosticCase(
    "escape", "title: \u{1B}[31mred\n",
    gives: #"""
      Pipelines/demo.yaml:1:8: error[PW1003]: the control character U+001B must not stand in a pipeline file
          1 | title: ␛[31mred
            |        ^ in double quotes, write \x1B
      """#),
  DiagnosticCase(
    "line separator", "title: one\u{2028}two\n",
    gives: #"""
      Pipelines/demo.yaml:1:11: error[PW1003]: the line separator U+2028 must not stand in a pipeline file
          1 | title: one�two
            |           ^ in double quotes, write \u2028
      """#),
  DiagnosticCase(
    "unclosed list", pipeline([("tags", "[a, b")]),
    gives: #"""
      Pipelines/demo.yaml:6:7: error[PW1004]: the list is not closed
          6 | tags: [a, b
            |       ^ add ',' or ']'
      """#),
  DiagnosticCase(
    "colon in a text", pipeline([("title", "News: today")]),
    gives: #"""
      Pipelines/demo.yaml:6:12: error[PW1004]: ':' can't stand here
          6 | title: News: today
            |            ^ put quotation marks around a text with ': ', or check the indentation
      """#),
  DiagnosticCase(
    "at sign", pipeline([("title", "@home")]),
    gives: #"""
      Pipelines/demo.yaml:6:8: error[PW1004]: a text without quotation marks can't start with '@'
          6 | title: @home
            |        ^ put quotation marks around it
      """#),
  DiagnosticCase(
    "tab as indentation", "presswork: 1\nsources:\n\t- files\n",
    gives: #"""
      Pipelines/demo.yaml:3:1: error[PW1004]: a tab can't indent
          3 | 	- files
            | ^ indent with spaces
      """#),
  DiagnosticCase(
    "touching comment", pipeline([("title", "\"News\"# of today")]),
    gives: #"""
      Pipelines/demo.yaml:6:14: error[PW1004]: a comment must be parted from what stands before it
          6 | title: "News"# of today
            |              ^ put a space before '#'
      """#),
  DiagnosticCase(
    "too deep", "presswork: " + String(repeating: "[", count: 65),
    gives: #"""
      Pipelines/demo.yaml:1:75: error[PW1005]: values are nested more than 64 deep
          1 | presswork: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
            |                                                                           ^ what follows is not read
      """#),
  DiagnosticCase(
    "duplicate key", pipeline([("title", "A")]) + "title: B\n",
    gives: #"""
      Pipelines/demo.yaml:7:1: error[PW1006]: the key 'title' is given twice
          7 | title: B
            | ^^^^^ the first is in line 6
      """#),
  DiagnosticCase(
    "anchor", pipeline([("title", "&name News")]),
    gives: #"""
      Pipelines/demo.yaml:6:8: error[PW1007]: anchors are not read
          6 | title: &name News
            |        ^^^^^ remove '&name'
      """#),
  DiagnosticCase(
    "alias", pipeline([("title", "*name")]),
    gives: #"""
      Pipelines/demo.yaml:6:8: error[PW1007]: aliases are not read
          6 | title: *name
            |        ^^^^^ write the value out, or name it in vars
      """#),
  DiagnosticCase(
    "merge key", pipeline([("publish", "\n  <<: {dir: a}\n  latest: true")]),
    gives: #"""
      Pipelines/demo.yaml:7:3: error[PW1007]: merge keys are not read
          7 |   <<: {dir: a}
            |   ^^ write the keys out
      """#),
  DiagnosticCase(
    "tag", pipeline([("title", "!!str 5")]),
    gives: #"""
      Pipelines/demo.yaml:6:8: error[PW1008]: tags are not read
          6 | title: !!str 5
            |        ^^^^^ a value's type follows from its key
      """#),
  DiagnosticCase(
    "second document", pipeline([("title", "A")]) + "---\ntitle: B\n",
    gives: #"""
      Pipelines/demo.yaml:7:1: error[PW1009]: a pipeline file holds one document
          7 | ---
            | ^^^ remove this line and what follows, or move it to a file of its own
      """#),
  DiagnosticCase(
    "directive", "%YAML 1.1\n---\n" + pipeline([]),
    gives: #"""
      Pipelines/demo.yaml:1:1: error[PW1009]: YAML 1.1 is not read
          1 | %YAML 1.1
            | ^ write '%YAML 1.2' or nothing
      """#),
  DiagnosticCase(
    "list as key", pipeline([("publish", "{[a]: b}")]),
    gives: #"""
      Pipelines/demo.yaml:6:11: error[PW1010]: a key must be a text, not a list
          6 | publish: {[a]: b}
            |           ^^^ a value with '{' or '[' at its start needs quotation marks
      """#),
  DiagnosticCase(
    "empty file", "",
    gives: #"""
      Pipelines/demo.yaml:1:1: error[PW1011]: the file holds nothing
          1 |
            | ^ start with 'presswork: 1'
      """#),
  DiagnosticCase(
    "comments only", "# nothing\n",
    gives: #"""
      Pipelines/demo.yaml:1:1: error[PW1011]: the file holds nothing
          1 | # nothing
            | ^ start with 'presswork: 1'
      """#),
  DiagnosticCase(
    "list", "- a\n",
    gives: #"""
      Pipelines/demo.yaml:1:1: error[PW1011]: the file holds a list, not a mapping of keys
          1 | - a
            | ^ start with 'presswork: 1'
      """#),
]
