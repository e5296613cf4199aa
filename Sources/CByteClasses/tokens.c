#include "token_masks.h"

#define TOKENS(name, attribute, masks_of)                                                          \
  attribute static void name(const uint8_t *text, size_t count, vp_tokens *tokens) {               \
    uint8_t buffer[64];                                                                            \
    for (size_t position = 0, word = 0; position < count; position += 64, word++) {                \
      token_masks masks = MASKS_AT(masks_of, text, count, position);                               \
      tokens[word] = (vp_tokens){                                                                  \
        .letters = masks.letters,                                                                  \
        .digits = masks.digits,                                                                    \
        .small = masks.letters & masks.small,                                                      \
        .wide = masks.wide,                                                                        \
        .line_feeds = masks.line_feeds,                                                            \
      };                                                                                           \
    }                                                                                              \
  }

TOKENS(tokens_portable, , masks_portable)

#if defined(__x86_64__)
TOKENS(tokens_avx2, __attribute__((target("avx2,bmi,bmi2"))), masks_avx2)
TOKENS(tokens_avx512, __attribute__((target("avx512f,avx512bw,avx2,bmi,bmi2"))), masks_avx512)
#endif

void vp_read_tokens(vp_path path, const uint8_t *text, size_t count, vp_tokens *tokens) {
  switch (path) {
#if defined(__x86_64__)
    case vp_path_avx2: tokens_avx2(text, count, tokens); return;
    case vp_path_avx512: tokens_avx512(text, count, tokens); return;
#endif
    default: tokens_portable(text, count, tokens);
  }
}
