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

/// Runs a program found on PATH, without a shell, with nothing to read and its output thrown away,
/// and waits `milliseconds` at most; what it has started is ended with it then. `arguments` ends with
/// NULL. Returns its exit status; 256 and the signal's number where a signal ended it; -1 with errno
/// set where it cannot be started, ETIMEDOUT where it was ended for its time.
int press_run(const char *const *arguments, long milliseconds);

#endif
