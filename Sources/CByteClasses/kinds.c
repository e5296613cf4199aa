#include "kinds.h"

#include "pieces.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define IS_CONTROL                                                                                 \
  (byte < 0x08) | ((uint8_t)(byte - 0x0E) < 13) | ((uint8_t)(byte - 0x1C) < 4) | (byte == 0x7F)

#define PASS_ASCII(piece)                                                                          \
  for (; start + piece <= count; start += piece) {                                                 \
    uint8_t all = 0;                                                                               \
    for (size_t place = 0; place < piece; place++) all |= text[start + place];                     \
    if (all >= 0x80) break;                                                                        \
  }

#define ASCII_END(name, attribute)                                                                 \
  attribute static size_t name(const uint8_t *text, size_t count) {                                \
    size_t start = 0;                                                                              \
    PASS_ASCII(4 * SEARCHED)                                                                       \
    PASS_ASCII(SEARCHED)                                                                           \
    while (start < count && text[start] < 0x80) start++;                                           \
    return start;                                                                                  \
  }

#define KINDS(path, attribute)                                                                     \
  COUNT(nuls_##path, attribute, byte == 0)                                                         \
  COUNT(controls_##path, attribute, (IS_CONTROL))                                                  \
  ASCII_END(ascii_end_##path, attribute)

ON_EACH_PATH(KINDS)

size_t vp_count_nuls(vp_path path, const uint8_t *text, size_t count) {
  CHOSEN(path, nuls, text, count)
}

size_t vp_count_controls(vp_path path, const uint8_t *text, size_t count) {
  CHOSEN(path, controls, text, count)
}

size_t vp_ascii_end(vp_path path, const uint8_t *text, size_t count) {
  CHOSEN(path, ascii_end, text, count)
}

static inline uint64_t places_portable(const uint8_t *text, uint8_t byte) {
  uint64_t places = 0;
  for (int place = 0; place < 64; place++) places |= (uint64_t)(text[place] == byte) << place;
  return places;
}

#if defined(__x86_64__)

ON_AVX2 static inline uint64_t places_avx2(const uint8_t *text, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  __m256i low = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)text), wanted);
  __m256i high = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(text + 32)), wanted);
  return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

ON_AVX512 static inline uint64_t places_avx512(const uint8_t *text, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(text), _mm512_set1_epi8((char)byte));
}

#endif

#define MARK(path, attribute)                                                                      \
  attribute static void mark_##path(                                                               \
    const uint8_t *text, size_t count, uint8_t byte, uint64_t *places) {                           \
    size_t start = 0;                                                                              \
    for (; start + 64 <= count; start += 64) *places++ |= places_##path(text + start, byte);       \
    if (start == count) return;                                                                    \
    uint8_t rest[64];                                                                              \
    memset(rest, (uint8_t)~byte, sizeof rest);                                                     \
    memcpy(rest, text + start, count - start);                                                     \
    *places |= places_##path(rest, byte);                                                          \
  }

ON_EACH_PATH(MARK)

void vp_mark(vp_path path, const uint8_t *text, size_t count, uint8_t byte, uint64_t *places) {
  CHOSEN(path, mark, text, count, byte, places)
}
