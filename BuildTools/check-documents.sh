#!/bin/sh
# Fails where a document that the program makes is not what it would make now.
# usage: check-documents.sh PROGRAM
set -eu
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
sh BuildTools/write-documents.sh "$1" "$fresh"
for document in README.md Documentation/stages.md Documentation/pack.schema.json; do
  if ! cmp -s "$document" "$fresh/$document"; then
    echo "$document is not what the program says now: run 'make docs'" >&2
    diff -u "$document" "$fresh/$document" | head -n 20 >&2
    exit 1
  fi
done
