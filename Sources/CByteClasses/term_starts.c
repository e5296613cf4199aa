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

// Of the tokens that begin at the bits of `starts`, those that may begin a term.
static inline uint64_t known_starts(
  uint64_t starts, uint64_t signs, const uint8_t *text, const vp_term_sieve *sieve) {
  // Where two and four letters or digits stand side by side, as far as these 64 bytes tell.
  uint64_t two = signs & signs >> 1;
  uint64_t four = two & two >> 2;
  // Behind the last of them nothing is known, nor of those with nothing beside them.
  uint64_t known = starts & ~two;
  starts &= two;
  while (starts != 0) {
    unsigned place = (unsigned)__builtin_ctzll(starts);
    starts &= starts - 1;
    const uint8_t *here = text + place;
    uint32_t pair = ((uint32_t)here[0] | (uint32_t)here[1] << 8) | 0x2020;
    uint64_t hit;
    if (four >> place & 1) {
      uint32_t head = pair | (((uint32_t)here[2] | (uint32_t)here[3] << 8) | 0x2020) << 16;
      hit = bit(sieve->heads, vp_term_hash(head)) | bit(sieve->short_pairs, pair);
    } else {
      hit = bit(sieve->pairs, pair);
    }
    known |= hit << place;
  }
  return known;
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
  for (size_t position = start, word = 0; position < end; position += 64, word++) {
    uint8_t padded[64];
    const uint8_t *here = text + position;
    size_t left = count - position;
    if (left < 64) {
      memset(padded, 0, sizeof padded);
      memcpy(padded, here, left);
      here = padded;
    }
    token_masks masks = masks_of(here);
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
    uint64_t begin = (signs & ~behind_sign) | (masks.letters & behind_digit)
      | (masks.digits & behind_sign & ~behind_digit) | (masks.letters & ~masks.small & behind_small);
    uint64_t starts = known_starts(begin & ~behind_wide, signs, here, sieve)
      | (signs & behind_wide) | (masks.wide & masks.leads);
    if (end - position < 64) starts &= ((uint64_t)1 << (end - position)) - 1;
    out[word] = starts;
  }
}
