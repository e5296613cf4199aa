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
  // By the first two bytes of a term of fewer than four, a term of one byte with any second:
  // 256 x 256.
  const uint64_t *short_pairs;
} vp_term_sieve;

// How many bytes that are no letters or digits may stand between two of a term.
#define VP_LONGEST_GAP 4

static inline uint32_t vp_term_hash(uint32_t head) { return (head * 0x9E3779B1u) >> 16; }

// Sets a bit for each byte of text[start ..< end] at which a term may begin; the lowest bit of
// out[0] stands for text[start]. Bytes above ASCII that begin a character are among them, and what
// stands behind such a byte: whether a token begins there is left to the caller.
//
// Reads nothing behind `count`; writes (end - start + 63) / 64 words.
void vp_term_starts(
  const uint8_t *text, size_t count, size_t start, size_t end, const vp_term_sieve *sieve,
  uint64_t *out);

#endif
