#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Exchanges two paths in one step: renameat2(2) with RENAME_EXCHANGE, which the C library's
/// overlay does not offer to Swift. Returns 0, or -1 with errno set.
int press_exchange(const char *left, const char *right);

#endif
