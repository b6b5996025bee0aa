#define _GNU_SOURCE
#include "CPlatform.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000L + time.tv_nsec / 1000000L;
}

/// Starts the program in a group of its own, so that all of it can be ended.
static int start(const char *const *arguments, pid_t *process) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  int fault = posix_spawn_file_actions_init(&files);
  if (fault)
    return fault;
  fault = posix_spawnattr_init(&attributes);
  if (fault) {
    posix_spawn_file_actions_destroy(&files);
    return fault;
  }
  sigset_t signals;
  sigemptyset(&signals);
  fault = posix_spawnattr_setsigmask(&attributes, &signals);
  if (!fault)
    fault = posix_spawnattr_setpgroup(&attributes, 0);
  if (!fault)
    fault = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  if (!fault)
    fault = posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  for (int stream = 1; stream <= 2 && !fault; stream++)
    fault = posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_WRONLY, 0);
  if (!fault)
    fault = posix_spawn_file_actions_addclosefrom_np(&files, 3);
  if (!fault)
    fault = posix_spawnp(
        process, arguments[0], &files, &attributes, (char *const *)arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return fault;
}

int press_run(const char *const *arguments, long milliseconds) {
  pid_t process;
  int fault = start(arguments, &process);
  if (fault) {
    errno = fault;
    return -1;
  }
  long end = now() + milliseconds;
  int status = 0;
  for (;;) {
    pid_t ended = waitpid(process, &status, WNOHANG);
    if (ended == process)
      return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
    if (ended < 0 && errno != EINTR)
      return -1;
    if (now() >= end)
      break;
    struct timespec pause = {0, 5000000};
    nanosleep(&pause, NULL);
  }
  kill(-process, SIGKILL);
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  errno = ETIMEDOUT;
  return -1;
}
