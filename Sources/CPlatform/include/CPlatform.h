#ifndef CPLATFORM_H
#define CPLATFORM_H

#include <stddef.h>

/// Exchanges two paths in one step: renameat2(2) with RENAME_EXCHANGE, which the C library's
/// overlay does not offer to Swift. Returns 0, or -1 with errno set.
int press_exchange(const char *left, const char *right);

/// Where `length` bytes stand first among `count` bytes: memmem(3), which the overlay does not offer
/// either. NULL where they do not.
const void *press_find(const void *text, size_t count, const void *words, size_t length);

/// The linker's identifier of the running program (the ELF note NT_GNU_BUILD_ID), at most `room`
/// bytes of it. Returns their number; 0 where there is none.
size_t press_build_id(unsigned char *bytes, size_t room);

#endif
