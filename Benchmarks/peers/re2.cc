// usage: re2 EXPRESSIONS PATH
//
// Counts matches with RE2, as bytes, in one expression of alternatives; EXPRESSIONS is a file of
// one a line. The leftmost match counts and, of those that begin there, the first alternative.
#include "files.h"
#include <fstream>
#include <re2/re2.h>
#include <string>

static re2::RE2 *expression;
static unsigned long long match_count;

static void scan(const char *bytes, size_t count) {
  re2::StringPiece text(bytes, count), match;
  size_t start = 0;
  while (expression->Match(text, start, count, re2::RE2::UNANCHORED, &match, 1)) {
    match_count++;
    start = (size_t)(match.data() - bytes) + match.size();
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  std::ifstream file(argv[1]);
  std::string line, alternatives;
  while (std::getline(file, line)) {
    alternatives += (alternatives.empty() ? "(?:" : "|(?:") + line + ")";
  }
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_max_mem(64 << 20);
  re2::RE2 compiled(alternatives, options);
  if (!compiled.ok()) return 2;
  expression = &compiled;
  scan_path(argv[2], scan);
  printf("%llu\n", match_count);
  return 0;
}
