#include "each_path.h"
#include "token_masks.h"

#define TOKENS(path, attribute)                                                                    \
  attribute static void tokens_##path(const uint8_t *text, size_t count, vp_tokens *tokens) {      \
    uint8_t buffer[64];                                                                            \
    for (size_t position = 0, word = 0; position < count; position += 64, word++) {                \
      token_masks masks = MASKS_AT(masks_##path, text, count, position);                           \
      tokens[word] = (vp_tokens){                                                                  \
        .letters = masks.letters,                                                                  \
        .digits = masks.digits,                                                                    \
        .small = masks.letters & masks.small,                                                      \
        .wide = masks.wide,                                                                        \
        .line_feeds = masks.line_feeds,                                                            \
      };                                                                                           \
    }                                                                                              \
  }

ON_EACH_PATH(TOKENS)

void vp_read_tokens(vp_path path, const uint8_t *text, size_t count, vp_tokens *tokens) {
  CHOSEN(path, tokens, text, count, tokens)
}
