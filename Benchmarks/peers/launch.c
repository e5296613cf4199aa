// usage: launch RESULT COMMAND [ARGUMENT...]
//
// Runs a command and writes to RESULT: exit status, wall-clock seconds, CPU seconds of the command
// and all that it waited for, and largest resident memory in bytes. A small program does this, since
// Linux counts the memory of the one that starts a command as the command's own.
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) {
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  pid_t child;
  int status;
  struct rusage usage;
  double started = now();
  if (posix_spawnp(&child, argv[2], NULL, NULL, argv + 2, environ)) return 2;
  if (wait4(child, &status, 0, &usage) < 0) return 2;
  double wall = now() - started;
  FILE *result = fopen(argv[1], "w");
  if (!result) return 2;
  fprintf(result, "%d %.6f %.6f %lld\n", WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
          wall, seconds(usage.ru_utime) + seconds(usage.ru_stime),
          (long long)usage.ru_maxrss * 1024);
  return fclose(result) ? 2 : 0;
}
