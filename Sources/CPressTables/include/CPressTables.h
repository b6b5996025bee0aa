#ifndef CPRESSTABLES_H
#define CPRESSTABLES_H

#include <stddef.h>

/// A table of words, compiled in as the bytes of its file in tables/.
struct press_table {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// The table of a name, or one with null bytes and size 0.
struct press_table press_table_named(const char *name);

#endif
