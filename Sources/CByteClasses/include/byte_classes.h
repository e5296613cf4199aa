// Tells, 64 bytes at a time, where a text may hold something worth a closer look.
//
// Each bit of a mask stands for one byte of the text, the lowest bit for the first. The functions
// read exactly `count` bytes and write (count + 63) / 64 words to each array; bits behind the end
// are 0. All paths give the same bits.

#ifndef BYTE_CLASSES_H
#define BYTE_CLASSES_H

#include <stddef.h>
#include <stdint.h>

#include "kinds.h"
#include "lines.h"
#include "paths.h"
#include "term_starts.h"

// A set of ASCII bytes: bit h of low[l] stands for the byte with high nibble h and low nibble l.
typedef struct {
  uint8_t low[16];
} vp_ascii_set;

// What is looked for besides digits: two sets of bytes, and words.
typedef struct {
  vp_ascii_set marks;
  vp_ascii_set openings;
  // Words: an ASCII letter, an apostrophe or the first byte of another character, with no ASCII
  // letter before it, whose first and second byte are in these sets (bytes above ASCII always
  // are), and that `pairs`, `triples` or `fives` knows.
  vp_ascii_set first;
  vp_ascii_set second;
  // By first and second byte as they are, a bit: 256 x 256, the second byte times 256.
  const uint64_t *pairs;
  // By the hash of the first three bytes, folded but for the first, a bit: 32,768; of five: 65,536.
  const uint64_t *triples;
  const uint64_t *fives;
  // Whether words are looked for at all.
  int has_words;
} vp_classes;

// Whether the bit `number` of a set is 1.
static inline uint64_t vp_bit(const uint64_t *bits, uint64_t number) {
  return bits[number >> 6] >> (number & 63) & 1;
}

// The hashes of the lowest three and five of eight bytes, all but the lowest folded (with bit 5 set, which
// makes letters small), under which `triples` and `fives` keep them; the first byte of a word is the lowest.
static inline uint64_t vp_triple_hash(uint64_t folded) {
  return (folded & 0xFFFFFFu) * 0x9E3779B97F4A7C15u >> 49;
}

static inline uint64_t vp_five_hash(uint64_t folded) {
  return (folded & 0xFFFFFFFFFFu) * 0x9E3779B97F4A7C15u >> 48;
}

void vp_classify(
  vp_path path, const uint8_t *text, size_t count, const vp_classes *classes, uint64_t *digits,
  uint64_t *marks, uint64_t *words, uint64_t *openings);

// What 64 bytes are, a bit for each.
typedef struct {
  // ASCII letters, and which of them are small.
  uint64_t letters, small;
  uint64_t digits;
  // Bytes above ASCII.
  uint64_t wide;
  uint64_t line_feeds;
} vp_tokens;

// Tells what the bytes of a text are; writes (count + 63) / 64 of `tokens`.
void vp_read_tokens(vp_path path, const uint8_t *text, size_t count, vp_tokens *tokens);

// Sets a bit of `starts` for each byte of text[start ..< end] at which a term may begin; the lowest bit
// of the first word stands for text[start]. Bytes above ASCII that begin a character and `%` are among
// them, and what stands behind such a byte or three behind a `%`: whether a token begins there is left to
// the caller. The bits of `sure` are those of tokens that have the first four bytes of a term, and where
// six are at hand, those.
//
// Reads nothing behind `count`; writes (end - start + 63) / 64 words to each array. The paths
// give the same bits but for tokens with four bytes of a term and not six.
void vp_term_starts(
  vp_path path, const uint8_t *text, size_t count, size_t start, size_t end,
  const vp_term_sieve *sieve, uint64_t *starts, uint64_t *sure);

#endif
