#include "byte_classes.h"

#include <string.h>

#include "masks.h"

// The first eight bytes, the first of them lowest; 0 behind the end.
static inline uint64_t eight_bytes(const uint8_t *text, size_t left) {
  uint64_t bytes = 0;
  if (left >= sizeof bytes) {
    memcpy(&bytes, text, sizeof bytes);
  } else {
    memcpy(&bytes, text, left);
  }
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  bytes = __builtin_bswap64(bytes);
#endif
  return bytes;
}

// Of the words that begin at the bits of `starts`, those whose first bytes are known.
static inline uint64_t known_words(
  uint64_t starts, const uint8_t *text, size_t left, const vp_classes *classes) {
  uint64_t known = 0;
  while (starts != 0) {
    unsigned bit = (unsigned)__builtin_ctzll(starts);
    starts &= starts - 1;
    uint64_t bytes = eight_bytes(text + bit, left - bit);
    uint64_t folded = bytes | 0x2020202020202000u;
    known |= (vp_bit(classes->pairs, bytes & 0xFFFF) |
              vp_bit(classes->triples, vp_triple_hash(folded)) |
              vp_bit(classes->fives, vp_five_hash(folded)))
             << bit;
  }
  return known;
}

typedef struct {
  // Whether the last byte of the 64 before was an ASCII letter.
  uint64_t letter_before;
} carry;

// The words of 64 bytes by their masks.
static inline uint64_t words_of(
  const vp_masks *masks, carry *state, const uint8_t *text, size_t left,
  const vp_classes *classes) {
  uint64_t after_letter = masks->letters << 1 | state->letter_before;
  state->letter_before = masks->letters >> 63;
  // The second byte of the last word lies in the next 64: it is let through.
  uint64_t seconds = masks->second >> 1 | (uint64_t)1 << 63;
  uint64_t starts = (masks->first | masks->leads) & ~after_letter & seconds;
  return starts == 0 ? 0 : known_words(starts, text, left, classes);
}

#define CLASSIFY(name, attribute, masks_of, has_table)                                             \
  attribute static void name(                                                                      \
    const uint8_t *text, size_t count, const vp_classes *classes, uint64_t *digits,                \
    uint64_t *marks, uint64_t *words, uint64_t *openings) {                                        \
    carry state = {0};                                                                             \
    vp_byte_table table;                                                                           \
    if (has_table) vp_fill(&table, classes);                                                       \
    for (size_t start = 0, word = 0; start < count; start += 64, word++) {                         \
      uint8_t padded[64];                                                                          \
      const uint8_t *here = text + start;                                                          \
      size_t left = count - start;                                                                 \
      if (left < 64) {                                                                             \
        memset(padded, 0, sizeof padded);                                                          \
        memcpy(padded, here, left);                                                                \
        here = padded;                                                                             \
      }                                                                                            \
      vp_masks masks;                                                                              \
      masks_of(here, classes, &table, &masks);                                                     \
      digits[word] = masks.digits;                                                                 \
      marks[word] = masks.marks;                                                                   \
      openings[word] = masks.openings;                                                             \
      words[word] =                                                                                \
        classes->has_words ? words_of(&masks, &state, text + start, left, classes) : 0;            \
    }                                                                                              \
  }

CLASSIFY(classify_portable, , vp_masks_portable, 1)

#if defined(__x86_64__)
CLASSIFY(classify_avx2, __attribute__((target("avx2,bmi,bmi2,popcnt"))), vp_masks_avx2, 0)
CLASSIFY(
  classify_avx512, __attribute__((target("avx512f,avx512bw,avx2,bmi,bmi2,popcnt"))),
  vp_masks_avx512, 0)
#endif

void vp_classify(
  vp_path path, const uint8_t *text, size_t count, const vp_classes *classes, uint64_t *digits,
  uint64_t *marks, uint64_t *words, uint64_t *openings) {
  switch (path) {
#if defined(__x86_64__)
    case vp_path_avx2: classify_avx2(text, count, classes, digits, marks, words, openings); return;
    case vp_path_avx512: classify_avx512(text, count, classes, digits, marks, words, openings); return;
#endif
    default: classify_portable(text, count, classes, digits, marks, words, openings);
  }
}
