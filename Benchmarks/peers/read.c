// usage: read only|touch PATH
//
// The floor: reads every byte of a file or tree. `only` leaves the bytes alone, `touch` adds them up
// eight at a time, so that each is brought into the processor once.
#define _GNU_SOURCE
#include "files.h"
#include <stdint.h>

static uint64_t sum;

static void leave(const char *bytes, size_t count) {
  (void)bytes;
  sum += count;
}

static void touch(const char *bytes, size_t count) {
  uint64_t total = 0;
  for (size_t i = 0; i < count; i += 8) {
    uint64_t word;
    memcpy(&word, bytes + i, 8);
    total += word;
  }
  sum += total;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  scan_path(argv[2], strcmp(argv[1], "touch") ? leave : touch);
  printf("%llu\n", (unsigned long long)sum);
  return 0;
}
