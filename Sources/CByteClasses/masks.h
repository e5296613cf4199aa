// The masks of 64 bytes, once for each kind of processor.

#ifndef BYTE_CLASSES_MASKS_H
#define BYTE_CLASSES_MASKS_H

#include "byte_classes.h"

typedef struct {
  uint64_t digits, marks, openings;
  // ASCII letters, and first bytes (0xC0 and above) of other characters.
  uint64_t letters, leads;
  // ASCII bytes of the sets `first` and `second`; `second` with all bytes above ASCII.
  uint64_t first, second;
} vp_masks;

// By byte, a bit for each mask that it is in, in the order of vp_masks.
typedef struct {
  uint8_t bits[256];
} vp_byte_table;

static inline int in_set(const vp_ascii_set *set, unsigned byte) {
  return byte < 0x80 && (set->low[byte & 15] >> (byte >> 4) & 1);
}

static inline void vp_fill(vp_byte_table *table, const vp_classes *classes) {
  for (unsigned byte = 0; byte < 256; byte++) {
    unsigned is_letter = (uint8_t)((byte | 0x20) - 'a') < 26;
    table->bits[byte] = (uint8_t)(
      (byte - '0' < 10) | in_set(&classes->marks, byte) << 1 |
      in_set(&classes->openings, byte) << 2 | is_letter << 3 | (byte >= 0xC0) << 4 |
      in_set(&classes->first, byte) << 5 |
      (byte >= 0x80 || in_set(&classes->second, byte)) << 6);
  }
}

// The bit `number` of each of eight bytes, as the lowest eight bits.
static inline uint64_t vp_gathered(uint64_t bytes, unsigned number) {
  uint64_t bits = bytes >> number & 0x0101010101010101u;
  return bits * 0x0102040810204080u >> 56;
}

static inline void vp_masks_portable(
  const uint8_t *text, const vp_classes *classes, const vp_byte_table *table, vp_masks *masks) {
  (void)classes;
  vp_masks all = {0};
  for (unsigned start = 0; start < 64; start += 8) {
    uint64_t bytes = 0;
    for (unsigned index = 0; index < 8; index++) {
      bytes |= (uint64_t)table->bits[text[start + index]] << 8 * index;
    }
    all.digits |= vp_gathered(bytes, 0) << start;
    all.marks |= vp_gathered(bytes, 1) << start;
    all.openings |= vp_gathered(bytes, 2) << start;
    all.letters |= vp_gathered(bytes, 3) << start;
    all.leads |= vp_gathered(bytes, 4) << start;
    all.first |= vp_gathered(bytes, 5) << start;
    all.second |= vp_gathered(bytes, 6) << start;
  }
  *masks = all;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define VP_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt"), always_inline)) static inline
#define VP_AVX512                                                                                  \
  __attribute__((target("avx512f,avx512bw,avx2,bmi,bmi2,popcnt"), always_inline)) static inline

// 0xFF where the byte is in the set. `bits` holds, for each byte, 1 << its high nibble, 0 above
// ASCII; `low` its low nibble.
VP_AVX2 __m256i in_set_avx2(const vp_ascii_set *set, __m256i low, __m256i bits) {
  __m256i table = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->low));
  __m256i hit = _mm256_and_si256(_mm256_shuffle_epi8(table, low), bits);
  return _mm256_cmpeq_epi8(hit, _mm256_setzero_si256());
}

VP_AVX2 uint64_t joined(uint32_t low, uint32_t high) { return (uint64_t)high << 32 | low; }

VP_AVX2 void half_masks_avx2(const uint8_t *text, const vp_classes *classes, uint32_t *out) {
  __m256i bytes = _mm256_loadu_si256((const __m256i *)text);
  __m256i nibble = _mm256_set1_epi8(15);
  __m256i low = _mm256_and_si256(bytes, nibble);
  __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble);
  __m256i bits = _mm256_shuffle_epi8(
    _mm256_broadcastsi128_si256(
      _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0)),
    high);
  __m256i digit = _mm256_sub_epi8(bytes, _mm256_set1_epi8('0'));
  __m256i is_digit = _mm256_cmpeq_epi8(_mm256_min_epu8(digit, _mm256_set1_epi8(9)), digit);
  out[0] = (uint32_t)_mm256_movemask_epi8(is_digit);
  out[1] = ~(uint32_t)_mm256_movemask_epi8(in_set_avx2(&classes->marks, low, bits));
  out[6] = ~(uint32_t)_mm256_movemask_epi8(in_set_avx2(&classes->openings, low, bits));
  if (!classes->has_words) return;
  __m256i letter = _mm256_sub_epi8(
    _mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), _mm256_set1_epi8('a'));
  __m256i is_letter = _mm256_cmpeq_epi8(_mm256_min_epu8(letter, _mm256_set1_epi8(25)), letter);
  uint32_t above = (uint32_t)_mm256_movemask_epi8(bytes);
  out[2] = (uint32_t)_mm256_movemask_epi8(is_letter);
  out[3] = above & (uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(bytes, 1));
  out[4] = ~(uint32_t)_mm256_movemask_epi8(in_set_avx2(&classes->first, low, bits));
  out[5] = above | ~(uint32_t)_mm256_movemask_epi8(in_set_avx2(&classes->second, low, bits));
}

VP_AVX2 void vp_masks_avx2(
  const uint8_t *text, const vp_classes *classes, const vp_byte_table *table, vp_masks *masks) {
  (void)table;
  uint32_t a[7], b[7];
  half_masks_avx2(text, classes, a);
  half_masks_avx2(text + 32, classes, b);
  masks->digits = joined(a[0], b[0]);
  masks->marks = joined(a[1], b[1]);
  masks->openings = joined(a[6], b[6]);
  if (!classes->has_words) return;
  masks->letters = joined(a[2], b[2]);
  masks->leads = joined(a[3], b[3]);
  masks->first = joined(a[4], b[4]);
  masks->second = joined(a[5], b[5]);
}

VP_AVX512 uint64_t in_set_avx512(const vp_ascii_set *set, __m512i low, __m512i bits) {
  __m512i table = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)set->low));
  return _mm512_test_epi8_mask(_mm512_shuffle_epi8(table, low), bits);
}

VP_AVX512 void vp_masks_avx512(
  const uint8_t *text, const vp_classes *classes, const vp_byte_table *table, vp_masks *masks) {
  (void)table;
  __m512i bytes = _mm512_loadu_si512((const void *)text);
  __m512i nibble = _mm512_set1_epi8(15);
  __m512i low = _mm512_and_si512(bytes, nibble);
  __m512i high = _mm512_and_si512(_mm512_srli_epi16(bytes, 4), nibble);
  __m512i bits = _mm512_shuffle_epi8(
    _mm512_broadcast_i32x4(
      _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0)),
    high);
  masks->digits = _mm512_cmplt_epu8_mask(
    _mm512_sub_epi8(bytes, _mm512_set1_epi8('0')), _mm512_set1_epi8(10));
  masks->marks = in_set_avx512(&classes->marks, low, bits);
  masks->openings = in_set_avx512(&classes->openings, low, bits);
  if (!classes->has_words) return;
  masks->letters = _mm512_cmplt_epu8_mask(
    _mm512_sub_epi8(_mm512_or_si512(bytes, _mm512_set1_epi8(0x20)), _mm512_set1_epi8('a')),
    _mm512_set1_epi8(26));
  uint64_t above = _mm512_movepi8_mask(bytes);
  masks->leads = above & _mm512_movepi8_mask(_mm512_slli_epi16(bytes, 1));
  masks->first = in_set_avx512(&classes->first, low, bits);
  masks->second = above | in_set_avx512(&classes->second, low, bits);
}

#endif

#endif
