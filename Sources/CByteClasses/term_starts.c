#include "term_starts.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What 64 bytes are, a bit for each.
typedef struct {
  uint64_t letters;
  uint64_t digits;
  // Of letters, the small ones; of other bytes anything.
  uint64_t small;
  uint64_t wide;
  // The first bytes of characters above ASCII; of ASCII anything.
  uint64_t leads;
} token_masks;

#if defined(__SSE2__)

static inline token_masks masks_of(const uint8_t *text) {
  token_masks masks = {0};
  for (int piece = 0; piece < 4; piece++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + 16 * piece));
    __m128i letter =
      _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    __m128i digit = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
    __m128i letters = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter);
    __m128i digits = _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
    int shift = 16 * piece;
    masks.letters |= (uint64_t)(uint32_t)_mm_movemask_epi8(letters) << shift;
    masks.digits |= (uint64_t)(uint32_t)_mm_movemask_epi8(digits) << shift;
    masks.small |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes, 2)) << shift;
    masks.leads |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes, 1)) << shift;
    masks.wide |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << shift;
  }
  return masks;
}

#else

static inline token_masks masks_of(const uint8_t *text) {
  token_masks masks = {0};
  for (int place = 0; place < 64; place++) {
    uint8_t byte = text[place];
    masks.letters |= (uint64_t)((uint8_t)((byte | 0x20) - 'a') < 26) << place;
    masks.digits |= (uint64_t)((uint8_t)(byte - '0') < 10) << place;
    masks.small |= (uint64_t)(byte >> 5 & 1) << place;
    masks.leads |= (uint64_t)(byte >> 6 & 1) << place;
    masks.wide |= (uint64_t)(byte >> 7) << place;
  }
  return masks;
}

#endif

static inline uint64_t bit(const uint64_t *bits, uint32_t number) {
  return bits[number >> 6] >> (number & 63) & 1;
}

// The bits of `low` from `place` on, with those of `high` behind them.
static inline uint64_t from(unsigned place, uint64_t low, uint64_t high) {
  return place == 0 ? low : low >> place | high << (64 - place);
}

// Whether the token at `here` may begin a term; the bits of `signs` are the letters and digits from
// there on, those of `wide` the bytes above ASCII.
static inline uint64_t may_begin(
  const uint8_t *here, uint64_t signs, uint64_t wide, const vp_term_sieve *sieve) {
  uint32_t first = here[0] | 0x20;
  unsigned second = 1, third = 2, fourth = 3;
  if ((signs & 0xF) != 0xF) {
    uint64_t rest = signs & (signs - 1);
    // Where the text ends is left to the caller.
    if (rest == 0) return 1;
    second = (unsigned)__builtin_ctzll(rest);
    rest &= rest - 1;
    if (rest == 0) return 1;
    third = (unsigned)__builtin_ctzll(rest);
    rest &= rest - 1;
    if (rest == 0) return 1;
    fourth = (unsigned)__builtin_ctzll(rest);
    if (wide & (((uint64_t)2 << fourth) - 1)) return 1;
    if (second > 1 + VP_LONGEST_GAP || third - second > 1 + VP_LONGEST_GAP
      || fourth - third > 1 + VP_LONGEST_GAP) {
      // What stands behind a term of one byte makes no difference.
      uint32_t other = second > 1 + VP_LONGEST_GAP ? 0xFF : here[second] | 0x20;
      return bit(sieve->short_pairs, first | other << 8);
    }
  }
  uint32_t pair = first | (uint32_t)(here[second] | 0x20) << 8;
  uint32_t head =
    pair | (uint32_t)(here[third] | 0x20) << 16 | (uint32_t)(here[fourth] | 0x20) << 24;
  return bit(sieve->heads, vp_term_hash(head)) | bit(sieve->short_pairs, pair);
}

// What 64 bytes of the text are; none behind its end.
static inline token_masks masks_at(const uint8_t *text, size_t count, size_t position) {
  if (position >= count) return (token_masks){0};
  size_t left = count - position;
  if (left >= 64) return masks_of(text + position);
  uint8_t padded[64] = {0};
  memcpy(padded, text + position, left);
  return masks_of(padded);
}

void vp_term_starts(
  const uint8_t *text, size_t count, size_t start, size_t end, const vp_term_sieve *sieve,
  uint64_t *out) {
  uint64_t sign_before = 0, digit_before = 0, small_before = 0, wide_before = 0;
  if (start > 0) {
    uint8_t byte = text[start - 1];
    uint8_t letter = (uint8_t)((byte | 0x20) - 'a') < 26;
    digit_before = (uint8_t)(byte - '0') < 10;
    sign_before = letter | digit_before;
    small_before = letter && byte & 0x20;
    wide_before = byte >> 7;
  }
  token_masks next = masks_at(text, count, start);
  for (size_t position = start, word = 0; position < end; position += 64, word++) {
    token_masks masks = next;
    next = masks_at(text, count, position + 64);
    uint64_t signs = masks.letters | masks.digits;
    uint64_t small = masks.letters & masks.small;
    uint64_t behind_sign = signs << 1 | sign_before;
    uint64_t behind_digit = masks.digits << 1 | digit_before;
    uint64_t behind_small = small << 1 | small_before;
    uint64_t behind_wide = masks.wide << 1 | wide_before;
    sign_before = signs >> 63;
    digit_before = masks.digits >> 63;
    small_before = small >> 63;
    wide_before = masks.wide >> 63;
    uint64_t starts = (signs & ~behind_sign) | (masks.letters & behind_digit)
      | (masks.digits & behind_sign & ~behind_digit) | (masks.letters & ~masks.small & behind_small);
    uint64_t known = (signs & behind_wide) | (masks.wide & masks.leads);
    starts &= ~behind_wide;
    uint64_t next_signs = next.letters | next.digits;
    while (starts != 0) {
      unsigned place = (unsigned)__builtin_ctzll(starts);
      starts &= starts - 1;
      known |= may_begin(
                 text + position + place, from(place, signs, next_signs),
                 from(place, masks.wide, next.wide), sieve)
        << place;
    }
    if (end - position < 64) known &= ((uint64_t)1 << (end - position)) - 1;
    out[word] = known;
  }
}
