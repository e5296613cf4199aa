// Tells, 64 bytes at a time, where a text may hold a term that is sought as it is.
//
// A token begins at a letter or digit behind anything else, at a letter behind a digit, a digit
// behind a letter, a capital behind a small letter.

#ifndef TERM_STARTS_H
#define TERM_STARTS_H

#include <stddef.h>
#include <stdint.h>

// The beginnings of the terms, folded: sets of bits.
typedef struct {
  // By the hash of the first four bytes: 65,536.
  const uint64_t *heads;
  // The same of terms of four or five bytes only.
  const uint64_t *brief_heads;
  // By the hash of the first six bytes: 65,536.
  const uint64_t *long_heads;
  // By the first two bytes of a term of fewer than four, a term of one byte with any second:
  // 256 x 256.
  const uint64_t *short_pairs;
} vp_term_sieve;

// How many bytes that are no letters or digits may stand between two of a term.
#define VP_LONGEST_GAP 4

static inline uint32_t vp_term_hash(uint32_t head) { return (head * 0x9E3779B1u) >> 16; }

// Of the lowest six bytes.
static inline uint32_t vp_long_term_hash(uint64_t head) {
  return (uint32_t)((head << 16) * 0x9E3779B97F4A7C15u >> 48);
}

#endif
