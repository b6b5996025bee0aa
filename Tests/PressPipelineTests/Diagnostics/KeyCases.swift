import PressPipeline

/// Files whose keys, values and settings are wrong.
let keyCases: [DiagnosticCase] = [
  DiagnosticCase(
    "unknown setting",
    pipeline([("extract", "\n  - page-text\n  - people\n  - use: quotes\n    with: {min_word: 4}")]
    ),
    gives: #"""
      Pipelines/demo.yaml:8:12: error[PW1012]: unknown setting 'min_word' for extract stage 'quotes'
          8 |     with: {min_word: 4}
            |            ^^^^^^^^ did you mean 'min_words'?
         = settings: min_words, attribution, share, since, size, strict  (presswork describe quotes)
      """#),
  DiagnosticCase(
    "stage without settings", pipeline([("extract", "[{use: page-text, with: {a: 1}}]")]),
    gives: #"""
      Pipelines/demo.yaml:4:35: error[PW1012]: unknown setting 'a' for extract stage 'page-text'
          4 | extract: [{use: page-text, with: {a: 1}}]
            |                                   ^
         = it has no settings                          (presswork describe page-text)
      """#),
  DiagnosticCase(
    "missing setting", pipeline([("sources", "[feed]")]),
    gives: #"""
      Pipelines/demo.yaml:3:11: error[PW1013]: setting 'url' of source stage 'feed' is missing
          3 | sources: [feed]
            |           ^^^^ Address of the feed
      """#),
  DiagnosticCase(
    "missing setting of a group",
    pipeline([("sources", "\n  - use: feed\n    with: {url: u, headers: [{value: v}]}")]),
    gives: #"""
      Pipelines/demo.yaml:5:30: error[PW1013]: setting 'name' of source stage 'feed' is missing
          5 |     with: {url: u, headers: [{value: v}]}
            |                              ^^^^^^^^^^ Name of the field
      """#),
  DiagnosticCase(
    "setting of another type",
    pipeline([
      (
        "extract",
        "\n  - page-text\n  - people\n  - use: quotes\n    with: {min_words: four, strict: yes, attribution: neer}"
      )
    ]),
    gives: #"""
      Pipelines/demo.yaml:8:23: error[PW1014]: setting 'min_words' of extract stage 'quotes': expected a whole number, not 'four'
          8 |     with: {min_words: four, strict: yes, attribution: neer}
            |                       ^^^^
      Pipelines/demo.yaml:8:37: error[PW1014]: setting 'strict' of extract stage 'quotes': expected true or false, not 'yes'
          8 |     with: {min_words: four, strict: yes, attribution: neer}
            |                                     ^^^ write true
      Pipelines/demo.yaml:8:55: error[PW1014]: setting 'attribution' of extract stage 'quotes': expected one of near, any, none, not 'neer'
          8 |     with: {min_words: four, strict: yes, attribution: neer}
            |                                                       ^^^^ did you mean 'near'?
      """#),
  DiagnosticCase(
    "list that is none", pipeline([("sources", "[{use: files, with: {paths: a.txt}}]")]),
    gives: #"""
      Pipelines/demo.yaml:3:38: error[PW1014]: setting 'paths' of source stage 'files': expected a list, each a text, not 'a.txt'
          3 | sources: [{use: files, with: {paths: a.txt}}]
            |                                      ^^^^^ write [a.txt]
      """#),
  DiagnosticCase(
    "setting out of range",
    pipeline([("sources", "[{use: files, with: {paths: [a], limit: 1001}}]")]),
    gives: #"""
      Pipelines/demo.yaml:3:50: error[PW1015]: setting 'limit' of source stage 'files': '1001' is not between 0 and 1000
          3 | sources: [{use: files, with: {paths: [a], limit: 1001}}]
            |                                                  ^^^^
      """#),
  DiagnosticCase(
    "unknown key", pipeline([("tittle", "News")]),
    gives: #"""
      Pipelines/demo.yaml:6:1: error[PW1016]: unknown key 'tittle' in a pipeline file
          6 | tittle: News
            | ^^^^^^ did you mean 'title'?
         = keys: presswork, pipeline, title, description, tags, vars, sources, extract, transform, render, embargo, quarantine, checks, publish
      """#),
  DiagnosticCase(
    "unknown key of an entry", pipeline([("extract", "[{use: page-text, onerror: fail}]")]),
    gives: #"""
      Pipelines/demo.yaml:4:28: error[PW1016]: unknown key 'onerror' in a stage's entry
          4 | extract: [{use: page-text, onerror: fail}]
            |                            ^^^^^^^ did you mean 'on_error'?
         = keys: use, with, on_error, reason
      """#),
  DiagnosticCase(
    "stage as key", pipeline([("sources", "[{files: {paths: [a]}}]")]),
    gives: #"""
      Pipelines/demo.yaml:3:12: error[PW1016]: unknown key 'files' in a stage's entry
          3 | sources: [{files: {paths: [a]}}]
            |            ^^^^^ write 'use: files', and its settings under 'with'
         = keys: use, with, on_error, reason
      """#),
  DiagnosticCase(
    "missing keys", "presswork: 1\npipeline: demo\nsources: [{use: files, with: {paths: [a]}}]\n",
    gives: #"""
      Pipelines/demo.yaml:1:1: error[PW1017]: the key 'extract' is missing
          1 | presswork: 1
            | ^ Readers, then extractors: what to find in the text
      Pipelines/demo.yaml:1:1: error[PW1017]: the key 'render' is missing
          1 | presswork: 1
            | ^ Stages that make files
      """#),
  DiagnosticCase(
    "missing use", pipeline([("render", "[{with: {template: a}}]")]),
    gives: #"""
      Pipelines/demo.yaml:5:10: error[PW1017]: the key 'use' is missing
          5 | render: [{with: {template: a}}]
            |          ^^^^^^^^^^^^^^^^^^^^^ name the stage: 'use: json'
      """#),
  DiagnosticCase(
    "text that is none", pipeline([("title", "[a, b]")]),
    gives: #"""
      Pipelines/demo.yaml:6:8: error[PW1018]: 'title': expected a text, not a list
          6 | title: [a, b]
            |        ^^^^^^
      """#),
  DiagnosticCase(
    "section that is no list", pipeline([("render", "json")]),
    gives: #"""
      Pipelines/demo.yaml:5:9: error[PW1018]: 'render': expected a list of stages, not 'json'
          5 | render: json
            |         ^^^^
      """#),
  DiagnosticCase(
    "error policy that is none", pipeline([("extract", "[{use: page-text, on_error: quarantin}]")]),
    gives: #"""
      Pipelines/demo.yaml:4:38: error[PW1018]: 'on_error': expected one of fail, quarantine, drop, not 'quarantin'
          4 | extract: [{use: page-text, on_error: quarantin}]
            |                                      ^^^^^^^^^ did you mean 'quarantine'?
      """#),
  DiagnosticCase(
    "value out of range", pipeline([("publish", "{keep: -1}")]),
    gives: #"""
      Pipelines/demo.yaml:6:17: error[PW1019]: 'keep' of publish: '-1' is not between 0 and 100000
          6 | publish: {keep: -1}
            |                 ^^
      """#),
  DiagnosticCase(
    "version", pipeline([("presswork", "2")]),
    gives: #"""
      Pipelines/demo.yaml:1:12: error[PW1020]: version '2' of the format is not known
          1 | presswork: 2
            |            ^ this program reads version 1
      """#),
  DiagnosticCase(
    "name of another file", pipeline([("pipeline", "other")]),
    gives: #"""
      Pipelines/demo.yaml:2:11: error[PW1021]: the pipeline 'other' stands in the file of 'demo'
          2 | pipeline: other
            |           ^^^^^ write 'demo', or rename the file to other.yaml
      """#),
  DiagnosticCase(
    "name that is none", pipeline([("pipeline", "a/b")]),
    gives: #"""
      Pipelines/demo.yaml:2:11: error[PW1021]: 'a/b' can't name a pipeline
          2 | pipeline: a/b
            |           ^^^ use letters, digits and '-'
      """#),
]
