// What the bytes of a text are to its tokens, 64 at a time, once for each kind of processor.

#ifndef BYTE_CLASSES_TOKENS_H
#define BYTE_CLASSES_TOKENS_H

#include "byte_classes.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define ALWAYS static inline __attribute__((always_inline))

// What 64 bytes are, a bit for each.
typedef struct {
  uint64_t letters;
  uint64_t digits;
  // Of letters, the small ones; of other bytes anything.
  uint64_t small;
  uint64_t wide;
  // The first bytes of characters above ASCII; of ASCII anything.
  uint64_t leads;
  uint64_t percents;
  uint64_t line_feeds;
} token_masks;

ALWAYS token_masks masks_portable(const uint8_t *text) {
  token_masks masks = {0};
  for (int place = 0; place < 64; place++) {
    uint8_t byte = text[place];
    masks.letters |= (uint64_t)((uint8_t)((byte | 0x20) - 'a') < 26) << place;
    masks.digits |= (uint64_t)((uint8_t)(byte - '0') < 10) << place;
    masks.small |= (uint64_t)(byte >> 5 & 1) << place;
    masks.leads |= (uint64_t)(byte >> 6 & 1) << place;
    masks.wide |= (uint64_t)(byte >> 7) << place;
    masks.percents |= (uint64_t)(byte == '%') << place;
    masks.line_feeds |= (uint64_t)(byte == '\n') << place;
  }
  return masks;
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) ALWAYS token_masks masks_avx2(const uint8_t *text) {
  token_masks masks = {0};
  for (int piece = 0; piece < 2; piece++) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + 32 * piece));
    __m256i letter =
      _mm256_sub_epi8(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), _mm256_set1_epi8('a'));
    __m256i digit = _mm256_sub_epi8(bytes, _mm256_set1_epi8('0'));
    __m256i letters = _mm256_cmpeq_epi8(_mm256_min_epu8(letter, _mm256_set1_epi8(25)), letter);
    __m256i digits = _mm256_cmpeq_epi8(_mm256_min_epu8(digit, _mm256_set1_epi8(9)), digit);
    int shift = 32 * piece;
    masks.letters |= (uint64_t)(uint32_t)_mm256_movemask_epi8(letters) << shift;
    masks.digits |= (uint64_t)(uint32_t)_mm256_movemask_epi8(digits) << shift;
    masks.small |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(bytes, 2)) << shift;
    masks.leads |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(bytes, 1)) << shift;
    masks.wide |= (uint64_t)(uint32_t)_mm256_movemask_epi8(bytes) << shift;
    __m256i percents = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('%'));
    masks.percents |= (uint64_t)(uint32_t)_mm256_movemask_epi8(percents) << shift;
    __m256i line_feeds = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n'));
    masks.line_feeds |= (uint64_t)(uint32_t)_mm256_movemask_epi8(line_feeds) << shift;
  }
  return masks;
}

__attribute__((target("avx512f,avx512bw"))) ALWAYS token_masks masks_avx512(const uint8_t *text) {
  __m512i bytes = _mm512_loadu_si512(text);
  __m512i letter =
    _mm512_sub_epi8(_mm512_or_si512(bytes, _mm512_set1_epi8(0x20)), _mm512_set1_epi8('a'));
  __m512i digit = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
  return (token_masks){
    .letters = _mm512_cmplt_epu8_mask(letter, _mm512_set1_epi8(26)),
    .digits = _mm512_cmplt_epu8_mask(digit, _mm512_set1_epi8(10)),
    .small = _mm512_test_epi8_mask(bytes, _mm512_set1_epi8(0x20)),
    .wide = _mm512_movepi8_mask(bytes),
    .leads = _mm512_test_epi8_mask(bytes, _mm512_set1_epi8(0x40)),
    .percents = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('%')),
    .line_feeds = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')),
  };
}

#endif

// The masks of 64 bytes of the text; none behind its end.
#define MASKS_AT(masks_of, text, count, position)                                                  \
  ((position) + 64 <= (count) ? masks_of((text) + (position))                                      \
                              : masks_of(padded(buffer, (text), (count), (position))))

ALWAYS const uint8_t *padded(
  uint8_t *buffer, const uint8_t *text, size_t count, size_t position) {
  memset(buffer, 0, 64);
  if (position < count) memcpy(buffer, text + position, count - position);
  return buffer;
}

#endif
