// Counts the calls that change what is on the disk, and lets one of them fail or end the process.
//
// Loaded before the C library (LD_PRELOAD), so that the program itself and SQLite are tested as they
// are. FAULT_AT: the number of the call, from 1. FAULT_MODE: `count` (FAULT_REPORT: a file that gets
// the total), `kill` (SIGKILL before the call), `full` (this and all later writes have no room left),
// `error` (this one call fails as a broken disk does).
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;
static long fault_at;
static enum { OFF, COUNT, KILL, FULL, ERROR } mode;

static void report(void) {
  const char *path = getenv("FAULT_REPORT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file)
    return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

__attribute__((constructor)) static void start(void) {
  const char *at = getenv("FAULT_AT");
  const char *name = getenv("FAULT_MODE");
  fault_at = at ? atol(at) : 0;
  if (!name)
    return;
  mode = !strcmp(name, "count")  ? COUNT
         : !strcmp(name, "kill") ? KILL
         : !strcmp(name, "full") ? FULL
                                 : ERROR;
  if (mode == COUNT)
    atexit(report);
}

// Whether this call must fail. `grows`: whether it needs room on the disk.
static int fails(int grows) {
  if (mode == OFF)
    return 0;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (mode == KILL && number == fault_at)
    kill(getpid(), SIGKILL);
  if (mode == FULL && number >= fault_at && grows) {
    errno = ENOSPC;
    return 1;
  }
  if (mode == ERROR && number == fault_at) {
    errno = EIO;
    return 1;
  }
  return 0;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  if (file > 2 && fails(1))
    return -1;
  return NEXT(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return fails(1) ? -1 : NEXT(pwrite)(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return fails(1) ? -1 : NEXT(pwrite64)(file, bytes, count, offset);
}

int fsync(int file) { return fails(1) ? -1 : NEXT(fsync)(file); }

int fdatasync(int file) { return fails(1) ? -1 : NEXT(fdatasync)(file); }

int ftruncate(int file, off_t length) { return fails(0) ? -1 : NEXT(ftruncate)(file, length); }

int ftruncate64(int file, off64_t length) {
  return fails(0) ? -1 : NEXT(ftruncate64)(file, length);
}

int rename(const char *path, const char *other) {
  return fails(0) ? -1 : NEXT(rename)(path, other);
}

int renameat2(int folder, const char *path, int other_folder, const char *other,
              unsigned int flags) {
  return fails(0) ? -1 : NEXT(renameat2)(folder, path, other_folder, other, flags);
}

int unlink(const char *path) { return fails(0) ? -1 : NEXT(unlink)(path); }

int rmdir(const char *path) { return fails(0) ? -1 : NEXT(rmdir)(path); }

int mkdir(const char *path, mode_t rights) { return fails(1) ? -1 : NEXT(mkdir)(path, rights); }

int symlink(const char *target, const char *path) {
  return fails(1) ? -1 : NEXT(symlink)(target, path);
}

int link(const char *path, const char *name) { return fails(1) ? -1 : NEXT(link)(path, name); }
