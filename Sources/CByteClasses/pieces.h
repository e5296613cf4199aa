// Loops without branches over pieces of known length: the compiler makes of them what each path has.

#ifndef BYTE_CLASSES_PIECES_H
#define BYTE_CLASSES_PIECES_H

#include <stddef.h>
#include <stdint.h>

#include "each_path.h"

enum {
  // No more than a byte can count.
  LONG_PIECE = 192,
  SHORT_PIECE = 32,
  SEARCHED = 64,
};

#define COUNT_PIECES(piece, is_counted)                                                            \
  for (; start + piece <= count; start += piece) {                                                 \
    uint8_t part = 0;                                                                              \
    for (size_t place = 0; place < piece; place++) {                                               \
      uint8_t byte = text[start + place];                                                          \
      part += is_counted;                                                                          \
    }                                                                                              \
    total += part;                                                                                 \
  }

#define COUNT(name, attribute, is_counted)                                                         \
  attribute static size_t name(const uint8_t *text, size_t count) {                                \
    size_t total = 0, start = 0;                                                                   \
    COUNT_PIECES(LONG_PIECE, is_counted)                                                           \
    COUNT_PIECES(SHORT_PIECE, is_counted)                                                          \
    COUNT_PIECES(1, is_counted)                                                                    \
    return total;                                                                                  \
  }

#endif
