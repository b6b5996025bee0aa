#define _GNU_SOURCE
#include "CPlatform.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void cap(int resource, unsigned long value) {
  struct rlimit limit = {value, value};
  setrlimit(resource, &limit);
}

/// Between fork and exec: calls that are safe after a signal, and no others.
static void become(const char *path, char *const arguments[], char *const environment[],
                   const int files[3], int report, unsigned long memory, unsigned long seconds) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  for (int number = 0; number < 3; number++)
    if (dup2(files[number], number) < 0)
      goto failed;
  cap(RLIMIT_CORE, 0);
  cap(RLIMIT_AS, memory);
  cap(RLIMIT_CPU, seconds);
  execve(path, arguments, environment);
failed:;
  int error = errno;
  ssize_t written = write(report, &error, sizeof error);
  (void)written;
  _exit(127);
}

int press_spawn(const char *path, char *const arguments[], char *const environment[],
                const int files[3], unsigned long memory, unsigned long seconds) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) < 0)
    return -1;
  pid_t child = fork();
  if (child == 0)
    become(path, arguments, environment, files, report[1], memory, seconds);
  int error = child < 0 ? errno : 0;
  close(report[1]);
  if (child > 0) {
    // In both processes, so that the group is there before anyone needs it.
    setpgid(child, child);
    ssize_t count;
    int told = 0;
    do
      count = read(report[0], &told, sizeof told);
    while (count < 0 && errno == EINTR);
    if (count == sizeof told) {
      while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
        ;
      error = told;
    }
  }
  close(report[0]);
  if (error == 0)
    return child;
  errno = error;
  return -1;
}

int press_memory_file(const void *bytes, size_t count) {
  int file = memfd_create("presswork", MFD_CLOEXEC);
  if (file < 0)
    return -1;
  size_t done = 0;
  while (done < count) {
    ssize_t written = write(file, (const char *)bytes + done, count - done);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0) {
      close(file);
      return -1;
    }
    done += (size_t)written;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

int press_ended(int child, double seconds) {
  struct timespec pause = {0, 100 * 1000};
  for (double waited = 0;; waited += (double)pause.tv_nsec * 1e-9) {
    siginfo_t state = {0};
    int result = waitid(P_PID, (id_t)child, &state, WEXITED | WNOHANG | WNOWAIT);
    if (result < 0 && errno != EINTR)
      return 0;
    if (result == 0 && state.si_pid == child)
      return 1;
    if (waited >= seconds)
      return 0;
    if (pause.tv_nsec < 10 * 1000 * 1000)
      pause.tv_nsec *= 2;
    nanosleep(&pause, NULL);
  }
}

int press_wait(int child, int *status) {
  int result = 0;
  pid_t ended;
  do
    ended = waitpid(child, &result, 0);
  while (ended < 0 && errno == EINTR);
  if (ended != child)
    return -1;
  *status = WIFSIGNALED(result) ? -WTERMSIG(result) : WEXITSTATUS(result);
  return 0;
}

int press_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
