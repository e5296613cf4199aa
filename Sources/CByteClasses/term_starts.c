#include "token_masks.h"

// The bits of `low` from `place` on, with those of `high` behind them.
ALWAYS uint64_t from(unsigned place, uint64_t low, uint64_t high) {
  return place == 0 ? low : low >> place | high << (64 - place);
}

// What the sieve says of a token: nothing that may begin a term, a beginning that must be looked at,
// or one that has the first bytes of a term.
enum { NO = 0, MAYBE = 1, YES = 2 };

ALWAYS unsigned verdict_on_head(uint32_t head, const vp_term_sieve *sieve) {
  return (unsigned)(vp_bit(sieve->heads, vp_term_hash(head)) << 1
    | vp_bit(sieve->short_pairs, head & 0xFFFF));
}

// What the token at `here` is; the bits of `signs` are the letters and digits from there on, those of
// `wide` the bytes above ASCII and the signs that may write others.
ALWAYS unsigned verdict_on(
  const uint8_t *here, uint64_t signs, uint64_t wide, const vp_term_sieve *sieve) {
  uint64_t rest = signs & (signs - 1);
  // Where the text ends is left to the caller.
  if (rest == 0) return MAYBE;
  unsigned second = (unsigned)__builtin_ctzll(rest);
  rest &= rest - 1;
  if (rest == 0) return MAYBE;
  unsigned third = (unsigned)__builtin_ctzll(rest);
  rest &= rest - 1;
  if (rest == 0) return MAYBE;
  unsigned fourth = (unsigned)__builtin_ctzll(rest);
  if (wide & (((uint64_t)2 << fourth) - 1)) return MAYBE;
  uint32_t first = here[0] | 0x20;
  if (second > 1 + VP_LONGEST_GAP || third - second > 1 + VP_LONGEST_GAP
    || fourth - third > 1 + VP_LONGEST_GAP) {
    // What stands behind a term of one byte makes no difference.
    uint32_t other = second > 1 + VP_LONGEST_GAP ? 0xFF : here[second] | 0x20;
    return (unsigned)vp_bit(sieve->short_pairs, first | other << 8);
  }
  return verdict_on_head(
    first | (uint32_t)(here[second] | 0x20) << 8 | (uint32_t)(here[third] | 0x20) << 16
      | (uint32_t)(here[fourth] | 0x20) << 24,
    sieve);
}

#if defined(__x86_64__)

// The same of the eight bytes at `here`, which are there: four of them are letters and digits mostly, and
// six often, so that most words that are like a term are told from it here. Gaps of eight bytes are
// never too long.
__attribute__((target("bmi,bmi2"))) ALWAYS unsigned quick_verdict_on(
  const uint8_t *here, uint64_t signs, uint64_t wide, const vp_term_sieve *sieve) {
  unsigned near = (unsigned)signs & 0xFF;
  uint64_t chosen = _pdep_u64(near, 0x0101010101010101u) * 0xFF;
  uint64_t bytes;
  memcpy(&bytes, here, 8);
  bytes = _pext_u64(bytes | 0x2020202020202020u, chosen);
  // The fourth and the sixth of them, where there are as many.
  uint64_t fourth = _pdep_u64(1 << 3, near);
  if (fourth == 0 || wide & 0xFF) return verdict_on(here, signs, wide, sieve);
  unsigned verdict = verdict_on_head((uint32_t)bytes, sieve);
  uint64_t sixth = _pdep_u64(1 << 5, near);
  if (verdict < YES || sixth == 0) return verdict;
  uint64_t begins = vp_bit(sieve->long_heads, vp_long_term_hash(bytes))
    | vp_bit(sieve->brief_heads, vp_term_hash((uint32_t)bytes));
  return begins ? verdict : verdict & MAYBE;
}

#endif

#define TERM_STARTS(name, attribute, masks_of, quick_verdict)                                                     \
  attribute static void name(                                                                      \
    const uint8_t *text, size_t count, size_t start, size_t end, const vp_term_sieve *sieve,       \
    uint64_t *starts_out, uint64_t *sure_out) {                                                    \
    uint8_t buffer[64];                                                                            \
    uint64_t sign_before = 0, digit_before = 0, small_before = 0, wide_before = 0;                 \
    uint64_t escape_before = 0;                                                                    \
    for (size_t back = 1; back <= 3 && back <= start; back++)                                      \
      escape_before |= (uint64_t)(text[start - back] == '%') << (3 - back);                        \
    if (start > 0) {                                                                               \
      uint8_t byte = text[start - 1];                                                              \
      uint8_t letter = (uint8_t)((byte | 0x20) - 'a') < 26;                                        \
      digit_before = (uint8_t)(byte - '0') < 10;                                                   \
      sign_before = letter | digit_before;                                                         \
      small_before = letter && byte & 0x20;                                                        \
      wide_before = byte >> 7;                                                                     \
    }                                                                                              \
    token_masks next = MASKS_AT(masks_of, text, count, start);                                     \
    for (size_t position = start, word = 0; position < end; position += 64, word++) {              \
      token_masks masks = next;                                                                    \
      next = MASKS_AT(masks_of, text, count, position + 64);                                       \
      uint64_t signs = masks.letters | masks.digits;                                               \
      uint64_t small = masks.letters & masks.small;                                                \
      uint64_t behind_sign = signs << 1 | sign_before;                                             \
      uint64_t behind_digit = masks.digits << 1 | digit_before;                                    \
      uint64_t behind_small = small << 1 | small_before;                                           \
      uint64_t behind_wide = masks.wide << 1 | wide_before;                                        \
      uint64_t behind_escape = masks.percents << 3 | escape_before;                                \
      sign_before = signs >> 63;                                                                   \
      digit_before = masks.digits >> 63;                                                           \
      small_before = small >> 63;                                                                  \
      wide_before = masks.wide >> 63;                                                              \
      escape_before = masks.percents >> 61;                                                        \
      uint64_t starts = (signs & ~behind_sign) | (masks.letters & behind_digit)                    \
        | (masks.digits & behind_sign & ~behind_digit)                                             \
        | (masks.letters & ~masks.small & behind_small);                                           \
      uint64_t known = (signs & (behind_wide | behind_escape)) | (masks.wide & masks.leads)        \
        | masks.percents;                                                                          \
      uint64_t sure = 0;                                                                           \
      starts &= ~behind_wide;                                                                      \
      uint64_t next_signs = next.letters | next.digits;                                            \
      while (starts != 0) {                                                                        \
        unsigned place = (unsigned)__builtin_ctzll(starts);                                        \
        starts &= starts - 1;                                                                      \
        const uint8_t *here = text + position + place;                                             \
        uint64_t signs_here = from(place, signs, next_signs);                                      \
        uint64_t wide_here =                                                                       \
          from(place, masks.wide | masks.percents, next.wide | next.percents);                     \
        unsigned verdict = position + 72 <= count                                                  \
          ? quick_verdict(here, signs_here, wide_here, sieve)                                      \
          : verdict_on(here, signs_here, wide_here, sieve);                                        \
        known |= (uint64_t)(verdict != NO) << place;                                               \
        sure |= (uint64_t)(verdict >> 1) << place;                                                 \
      }                                                                                            \
      uint64_t inside = end - position < 64 ? ((uint64_t)1 << (end - position)) - 1 : ~(uint64_t)0;\
      starts_out[word] = known & inside;                                                           \
      sure_out[word] = sure & inside;                                                              \
    }                                                                                              \
  }

TERM_STARTS(starts_portable, , masks_portable, verdict_on)

#if defined(__x86_64__)
TERM_STARTS(
  starts_avx2, __attribute__((target("avx2,bmi,bmi2"))), masks_avx2, quick_verdict_on)
TERM_STARTS(
  starts_avx512, __attribute__((target("avx512f,avx512bw,avx2,bmi,bmi2"))), masks_avx512,
  quick_verdict_on)
#endif

void vp_term_starts(
  vp_path path, const uint8_t *text, size_t count, size_t start, size_t end,
  const vp_term_sieve *sieve, uint64_t *starts, uint64_t *sure) {
  switch (path) {
#if defined(__x86_64__)
    case vp_path_avx2: starts_avx2(text, count, start, end, sieve, starts, sure); return;
    case vp_path_avx512: starts_avx512(text, count, start, end, sieve, starts, sure); return;
#endif
    default: starts_portable(text, count, start, end, sieve, starts, sure);
  }
}
