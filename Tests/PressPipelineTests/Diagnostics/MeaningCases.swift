import PressPipeline

/// Files whose stages, references, variables and checks make no sense.
let meaningCases: [DiagnosticCase] = [
  DiagnosticCase(
    "unknown stage", pipeline([("extract", "[page-text, poeple]")]),
    gives: #"""
      Pipelines/demo.yaml:4:22: error[PW1022]: there is no stage 'poeple'
          4 | extract: [page-text, poeple]
            |                      ^^^^^^ did you mean 'people'?
         = extract stages: page-text, people, quotes, sentences  (presswork stages)
      """#),
  DiagnosticCase(
    "wrong section", pipeline([("extract", "[page-text, markdown]")]),
    gives: #"""
      Pipelines/demo.yaml:4:22: error[PW1023]: 'markdown' is a renderer, which can't run under 'extract'
          4 | extract: [page-text, markdown]
            |                      ^^^^^^^^ move it to 'render'
      """#),
  DiagnosticCase(
    "reader after extractor", pipeline([("extract", "[people, page-text]")]),
    gives: #"""
      Pipelines/demo.yaml:4:19: error[PW1024]: the reader 'page-text' is listed after the extractor 'people'
          4 | extract: [people, page-text]
            |                   ^^^^^^^^^ list readers first
      """#),
  DiagnosticCase(
    "empty section", pipeline([("render", "[]")]),
    gives: #"""
      Pipelines/demo.yaml:5:9: error[PW1025]: 'render' has no stage
          5 | render: []
            |         ^^ list one, such as '- use: json'
      """#),
  DiagnosticCase(
    "no reader", pipeline([("extract", "[people]")]),
    gives: #"""
      Pipelines/demo.yaml:4:11: error[PW1025]: 'extract' has no reader, so no item can be read
          4 | extract: [people]
            |           ^^^^^^ list one before the extractors
         = readers: page-text                          (presswork stages)
      """#),
  DiagnosticCase(
    "drop without reason", pipeline([("extract", "[{use: page-text, on_error: drop}]")]),
    gives: #"""
      Pipelines/demo.yaml:4:38: error[PW1026]: 'on_error: drop' needs a 'reason'
          4 | extract: [{use: page-text, on_error: drop}]
            |                                      ^^^^ say why, so that the run can tell; or write 'quarantine'
      """#),
  DiagnosticCase(
    "reason without drop", pipeline([("extract", "[{use: page-text, reason: broken}]")]),
    gives: #"""
      Pipelines/demo.yaml:4:36: error[PW1026]: a 'reason' belongs to 'on_error: drop'
          4 | extract: [{use: page-text, reason: broken}]
            |                                    ^^^^^^ remove it, or drop
      """#),
  DiagnosticCase(
    "renderer that drops", pipeline([("render", "[{use: json, on_error: quarantine}]")]),
    gives: #"""
      Pipelines/demo.yaml:5:32: error[PW1026]: a renderer that fails can't quarantine anything
          5 | render: [{use: json, on_error: quarantine}]
            |                                ^^^^^^^^^^ a pack without one of its files is not published: remove 'on_error'
      """#),
  DiagnosticCase(
    "open reference", pipeline([("title", "\"News of ${pipeline\"")]),
    gives: #"""
      Pipelines/demo.yaml:6:17: error[PW1027]: '${' without its '}'
          6 | title: "News of ${pipeline"
            |                 ^^ for the two characters themselves, write '$${'
      """#),
  DiagnosticCase(
    "nested reference", pipeline([("publish", "\n  dir: \"${env:A:-${pipeline}}\"")]),
    gives: #"""
      Pipelines/demo.yaml:7:9: error[PW1027]: references can't stand in each other
          7 |   dir: "${env:A:-${pipeline}}"
            |         ^^^^^^^^^^^^^^^^^^^^ write the default out
      """#),
  DiagnosticCase(
    "unknown variable",
    pipeline([("vars", "{inbox: {default: a}}"), ("title", "News of ${vars.inbx}")]),
    gives: #"""
      Pipelines/demo.yaml:7:16: error[PW1028]: there is no variable 'inbx'
          7 | title: News of ${vars.inbx}
            |                ^^^^^^^^^^^^ did you mean '${vars.inbox}'?
      """#),
  DiagnosticCase(
    "unknown name",
    pipeline([("vars", "{inbox: {default: a}}"), ("title", "${inbox} ${run.dat} ${who}")]),
    gives: #"""
      Pipelines/demo.yaml:7:8: error[PW1028]: '${inbox}' names nothing
          7 | title: ${inbox} ${run.dat} ${who}
            |        ^^^^^^^^ did you mean '${vars.inbox}'?
      Pipelines/demo.yaml:7:17: error[PW1028]: '${run.dat}' names nothing
          7 | title: ${inbox} ${run.dat} ${who}
            |                 ^^^^^^^^^^ did you mean '${run.date}'?
      Pipelines/demo.yaml:7:28: error[PW1028]: '${who}' names nothing
          7 | title: ${inbox} ${run.dat} ${who}
            |                            ^^^^^^ there are vars.NAME, env:NAME, pipeline, run.date and run.as_of
      """#),
  DiagnosticCase(
    "unset name", pipeline([("publish", "\n  dir: \"out/${env:PLACE}/${pipeline}\"")]),
    gives: #"""
      Pipelines/demo.yaml:7:13: error[PW1029]: the environment has no 'PLACE'
          7 |   dir: "out/${env:PLACE}/${pipeline}"
            |             ^^^^^^^^^^^^ set it, or write ${env:PLACE:-default}
      """#),
  DiagnosticCase(
    "variable without value",
    pipeline([("vars", "\n  inbox: {required: true}"), ("title", "${vars.inbox}")]),
    gives: #"""
      Pipelines/demo.yaml:7:3: error[PW1029]: variable 'inbox' has no value
          7 |   inbox: {required: true}
            |   ^^^^^ give it one: --var inbox=VALUE
      """#),
  DiagnosticCase(
    "reference to the day in a pack", pipeline([("title", "News of ${run.date}")]),
    gives: #"""
      Pipelines/demo.yaml:6:16: error[PW1030]: '${run.date}' must not stand in a pack
          6 | title: News of ${run.date}
            |                ^^^^^^^^^^^ the same input gives the same pack on any day
      """#),
  DiagnosticCase(
    "reference in a name", pipeline([("pipeline", "\"${env:NAME}\"")]),
    gives: #"""
      Pipelines/demo.yaml:2:11: error[PW1030]: 'pipeline' can't hold a reference
          2 | pipeline: "${env:NAME}"
            |           ^^^^^^^^^^^^^ write the value out
      """#),
  DiagnosticCase(
    "variable of a variable",
    pipeline([("vars", "\n  a: {default: b}\n  c: {default: \"${vars.a}\"}")]),
    gives: #"""
      Pipelines/demo.yaml:8:17: error[PW1030]: a variable's default can't refer to a variable
          8 |   c: {default: "${vars.a}"}
            |                 ^^^^^^^^^ write the value out
      """#),
  DiagnosticCase(
    "default of another type", pipeline([("vars", "{days: {type: integer, default: ten}}")]),
    gives: #"""
      Pipelines/demo.yaml:6:39: error[PW1031]: the default of variable 'days', 'ten', is not a whole number
          6 | vars: {days: {type: integer, default: ten}}
            |                                       ^^^
      """#),
  DiagnosticCase(
    "variable without default",
    pipeline([("vars", "{days: {type: integer}, 1st: {default: a}, b: c}")]),
    gives: #"""
      Pipelines/demo.yaml:6:8: error[PW1031]: variable 'days' has no default
          6 | vars: {days: {type: integer}, 1st: {default: a}, b: c}
            |        ^^^^ add one, or 'required: true'
      Pipelines/demo.yaml:6:31: error[PW1031]: '1st' can't name a variable
          6 | vars: {days: {type: integer}, 1st: {default: a}, b: c}
            |                               ^^^ start with a letter, and use letters, digits and '_'
      Pipelines/demo.yaml:6:53: error[PW1018]: variable 'b': expected a mapping, not a value
          6 | vars: {days: {type: integer}, 1st: {default: a}, b: c}
            |                                                     ^ write 'b: {default: VALUE}'
      """#),
  DiagnosticCase(
    "value given of another type", pipeline([("vars", "{days: {type: integer, default: 1}}")]),
    variables: ["days": "ten"],
    gives: #"""
      Pipelines/demo.yaml:6:8: error[PW1031]: 'ten', given for variable 'days', is not a whole number
          6 | vars: {days: {type: integer, default: 1}}
            |        ^^^^
      """#),
  DiagnosticCase(
    "value given for no variable", pipeline([("vars", "{inbox: {default: a}}")]),
    variables: ["inbx": "b"],
    gives: #"""
      Pipelines/demo.yaml:6:1: error[PW1032]: there is no variable 'inbx' to give a value to
          6 | vars: {inbox: {default: a}}
            | ^^^^ did you mean 'inbox'?
         = variables: inbox
      """#),
  DiagnosticCase(
    "unknown metric", pipeline([("checks", "[{metric: document, min: 1}]")]),
    gives: #"""
      Pipelines/demo.yaml:6:19: error[PW1033]: there is no metric 'document'
          6 | checks: [{metric: document, min: 1}]
            |                   ^^^^^^^^ did you mean 'documents'?
         = metrics: items, documents, facts, quarantined, merged, filtered, held, facts.KIND
      """#),
  DiagnosticCase(
    "unknown kind",
    pipeline([("extract", "[page-text, people]"), ("checks", "[{metric: facts.peopl, min: 1}]")]),
    gives: #"""
      Pipelines/demo.yaml:6:19: error[PW1033]: no extractor of this pipeline adds 'peopl'
          6 | checks: [{metric: facts.peopl, min: 1}]
            |                   ^^^^^^^^^^^ did you mean 'facts.people'?
         = kinds: people
      """#),
  DiagnosticCase(
    "check without bound", pipeline([("checks", "[{metric: documents}]")]),
    gives: #"""
      Pipelines/demo.yaml:6:19: error[PW1033]: the check of 'documents' has no bound
          6 | checks: [{metric: documents}]
            |                   ^^^^^^^^^ add 'min' or 'max'
      """#),
  DiagnosticCase(
    "bounds that no number keeps",
    pipeline([("checks", "\n  - {metric: documents, min: 5, max: 2}\n  - {metric: facts, max: -1}")]
    ),
    gives: #"""
      Pipelines/demo.yaml:7:30: error[PW1033]: no number of 'documents' is at least 5 and at most 2
          7 |   - {metric: documents, min: 5, max: 2}
            |                              ^
      Pipelines/demo.yaml:8:26: error[PW1033]: no number of 'facts' is at most -1
          8 |   - {metric: facts, max: -1}
            |                          ^^
      """#),
  DiagnosticCase(
    "nothing to read", pipeline([("extract", "[page-text, quotes]")]),
    gives: #"""
      Pipelines/demo.yaml:4:22: warning[PW1034]: 'quotes' reads people, which no extractor of this pipeline adds
          4 | extract: [page-text, quotes]
            |                      ^^^^^^ list people before it
      """#),
  DiagnosticCase(
    "nothing to transform",
    pipeline([("extract", "[page-text, sentences]"), ("transform", "[merge-people]")]),
    gives: #"""
      Pipelines/demo.yaml:6:13: warning[PW1034]: 'merge-people' reads people, which no extractor of this pipeline adds
          6 | transform: [merge-people]
            |             ^^^^^^^^^^^^ list people under 'extract'
      """#),
  DiagnosticCase(
    "read too early", pipeline([("extract", "[page-text, quotes, people]")]),
    gives: #"""
      Pipelines/demo.yaml:4:22: warning[PW1034]: 'quotes' reads people, which 'people' adds only after it
          4 | extract: [page-text, quotes, people]
            |                      ^^^^^^ list 'people' before it
      """#),
  DiagnosticCase(
    "embargoes that nothing looks for",
    pipeline([("extract", "\n  - page-text\n  - sentences")]), stages: [Heads.self],
    gives: #"""
      Pipelines/demo.yaml:5:5: warning[PW1035]: no extractor of this pipeline adds metadata, so a document under embargo may be packed early
          5 |   - page-text
            |     ^^^^^^^^^ list heads after it, or write 'embargo: {hold: false}'
      """#),
  DiagnosticCase(
    "embargoes that a stage looks for", pipeline([("extract", "[page-text, heads]")]),
    stages: [Heads.self], gives: ""),
  DiagnosticCase(
    "embargoes that are not kept", pipeline([("embargo", "{hold: false}")]), stages: [Heads.self],
    gives: ""),
  DiagnosticCase(
    "a stage that may be the one that looks for embargoes",
    pipeline([("extract", "[page-text, headz]")]), stages: [Heads.self],
    gives: #"""
      Pipelines/demo.yaml:4:22: error[PW1022]: there is no stage 'headz'
          4 | extract: [page-text, headz]
            |                      ^^^^^ did you mean 'heads'?
         = extract stages: page-text, heads, people, quotes, sentences  (presswork stages)
      """#),
  DiagnosticCase(
    "wide characters", pipeline([("title", "日本語の ${x}")]),
    gives: #"""
      Pipelines/demo.yaml:6:13: error[PW1028]: '${x}' names nothing
          6 | title: 日本語の ${x}
            |                 ^^^^ there are vars.NAME, env:NAME, pipeline, run.date and run.as_of
      """#),
  DiagnosticCase(
    "tabs before the place",
    "presswork:\t1\npipeline:\tdemo\ntitle:\t\u{65E5}\t${x}\n"
      + "sources: [{use: files, with: {paths: [a]}}]\nextract: [page-text]\nrender: [json]\n",
    gives: #"""
      Pipelines/demo.yaml:3:10: error[PW1028]: '${x}' names nothing
          3 | title:	日	${x}
            |       	  	^^^^ there are vars.NAME, env:NAME, pipeline, run.date and run.as_of
      """#),
  DiagnosticCase(
    "a long line",
    pipeline([
      (
        "title",
        "\"" + String(repeating: "word ", count: 60) + "${x} "
          + String(repeating: "word ", count: 60) + "\""
      )
    ]),
    gives: #"""
      Pipelines/demo.yaml:6:309: error[PW1028]: '${x}' names nothing
          6 | …word word word word word word word word word word word word ${x} word word word word word word word word word word word word word word word word word word word …
            |                                                              ^^^^ there are vars.NAME, env:NAME, pipeline, run.date and run.as_of
      """#),
  DiagnosticCase(
    "unclosed quotation mark", pipeline([("title", "\"News")]),
    gives: #"""
      Pipelines/demo.yaml:6:8: error[PW1004]: the quotation mark is not closed
          6 | title: "News
            |        ^ close it where the text ends
      """#),
  DiagnosticCase(
    "quarrel of indentation", "presswork: 1\n  pipeline: demo\n",
    gives: #"""
      Pipelines/demo.yaml:2:11: error[PW1004]: ':' can't stand here
          2 |   pipeline: demo
            |           ^ put quotation marks around a text with ': ', or check the indentation
      """#),
  DiagnosticCase(
    "problems before and after a mistake",
    "presswork: 1\npipeline: other\ntitel: A\nsources: [files\nextract: [poeple]\n",
    gives: #"""
      Pipelines/demo.yaml:2:11: error[PW1021]: the pipeline 'other' stands in the file of 'demo'
          2 | pipeline: other
            |           ^^^^^ write 'demo', or rename the file to other.yaml
      Pipelines/demo.yaml:3:1: error[PW1016]: unknown key 'titel' in a pipeline file
          3 | titel: A
            | ^^^^^ did you mean 'title'?
         = keys: presswork, pipeline, title, description, tags, vars, sources, extract, transform, render, embargo, quarantine, checks, publish
      Pipelines/demo.yaml:5:8: error[PW1004]: the list is not closed
          5 | extract: [poeple]
            |        ^ add ',' or ']'
         = the list starts in line 4
      """#),
  DiagnosticCase(
    "problems of a refused value",
    pipeline([("publish", "{dir: *folder, latest: *flag}"), ("checks", "[{<<: *base}]")]),
    gives: #"""
      Pipelines/demo.yaml:6:16: error[PW1007]: aliases are not read
          6 | publish: {dir: *folder, latest: *flag}
            |                ^^^^^^^ write the value out, or name it in vars
      Pipelines/demo.yaml:6:33: error[PW1007]: aliases are not read
          6 | publish: {dir: *folder, latest: *flag}
            |                                 ^^^^^ write the value out, or name it in vars
      Pipelines/demo.yaml:7:11: error[PW1007]: merge keys are not read
          7 | checks: [{<<: *base}]
            |           ^^ write the keys out
      Pipelines/demo.yaml:7:15: error[PW1007]: aliases are not read
          7 | checks: [{<<: *base}]
            |               ^^^^^ write the value out, or name it in vars
      """#),
]
