#define _GNU_SOURCE
#include "CPlatform.h"
#include <string.h>

const void *press_find(const void *text, size_t count, const void *words, size_t length) {
  return memmem(text, count, words, length);
}
