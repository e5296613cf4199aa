// usage: hyperscan start|end EXPRESSIONS PATH
//
// Counts matches with Hyperscan in block mode, one block at a time; EXPRESSIONS is a file of one
// expression a line. `start` asks for where a match begins and counts, for each expression, matches
// that do not overlap; `end` takes the ends only, which is faster, and counts each.
#define _GNU_SOURCE
#include "files.h"
#include <hs/hs.h>

enum { MOST = 64 };
static hs_database_t *database;
static hs_scratch_t *scratch;
static unsigned long long match_count;
static unsigned long long match_end[MOST];
static int wants_start;

static int matched(
    unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  (void)flags, (void)context;
  // Every end of a match is told; a longer one of the same start is the same match.
  if (!wants_start || from >= match_end[id]) match_count++;
  match_end[id] = to;
  return 0;
}

static void scan(const char *bytes, size_t count) {
  memset(match_end, 0, sizeof match_end);
  if (hs_scan(database, bytes, (unsigned)count, 0, scratch, matched, NULL) != HS_SUCCESS) exit(2);
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  wants_start = !strcmp(argv[1], "start");
  FILE *file = fopen(argv[2], "r");
  if (!file) fail("open expressions");
  char *expressions[MOST] = {0};
  unsigned ids[MOST], flags[MOST], count = 0;
  size_t size = 0;
  ssize_t length;
  while (count < MOST && (length = getline(&expressions[count], &size, file)) > 0) {
    expressions[count][strcspn(expressions[count], "\n")] = 0;
    ids[count] = count;
    flags[count] = wants_start ? HS_FLAG_SOM_LEFTMOST : 0;
    count++;
    size = 0;
  }
  hs_compile_error_t *error;
  if (hs_compile_multi((const char *const *)expressions, flags, ids, count, HS_MODE_BLOCK, NULL,
                       &database, &error) != HS_SUCCESS) {
    fprintf(stderr, "%s\n", error->message);
    return 2;
  }
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 2;
  scan_path(argv[3], scan);
  printf("%llu\n", match_count);
  return 0;
}
