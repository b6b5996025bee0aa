#!/bin/sh
# Writes the documents that the program makes of its own declarations.
# usage: write-documents.sh PROGRAM [FOLDER]; FOLDER is where the package's files go, by default here.
set -eu
program=$1
folder=${2:-.}
mkdir -p "$folder/Documentation"

"$program" schema pack >"$folder/Documentation/pack.schema.json"

{
  echo '# Stages'
  echo
  echo 'Written by `make docs` from the stages themselves; `presswork describe NAME` prints the same.'
  "$program" stages | while read -r _ kind name _; do
    echo
    "$program" describe --markdown --kind "$kind" "$name"
  done
} >"$folder/Documentation/stages.md"

# The table of stages in the README stands between two marks.
{
  sed '/<!-- stages -->/q' README.md
  echo '| section | kind | stage | what it does |'
  echo '| --- | --- | --- | --- |'
  "$program" stages | while read -r section kind name _ summary; do
    echo "| $section | $kind | [\`$name\`](Documentation/stages.md#$name) | $summary |"
  done
  sed -n '/<!-- \/stages -->/,$p' README.md
} >"$folder/README.new"
mv "$folder/README.new" "$folder/README.md"
