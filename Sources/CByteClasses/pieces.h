// Loops without branches over pieces of known length: the compiler makes of them what each path has.

#ifndef BYTE_CLASSES_PIECES_H
#define BYTE_CLASSES_PIECES_H

#include <stddef.h>
#include <stdint.h>

#include "paths.h"

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

#if defined(__x86_64__)
#define ON_AVX2 __attribute__((target("avx2,bmi,bmi2")))
#define ON_AVX512 __attribute__((target("avx512f,avx512bw,avx2,bmi,bmi2")))

// Defines for each path what `define` defines.
#define ON_EACH_PATH(define)                                                                       \
  define(portable, ) define(avx2, ON_AVX2) define(avx512, ON_AVX512)

#define CHOSEN(path, name, ...)                                                                    \
  switch (path) {                                                                                  \
    case vp_path_avx512: return name##_avx512(__VA_ARGS__);                                        \
    case vp_path_avx2: return name##_avx2(__VA_ARGS__);                                            \
    default: return name##_portable(__VA_ARGS__);                                                  \
  }
#else
#define ON_EACH_PATH(define) define(portable, )
#define CHOSEN(path, name, ...) return name##_portable(__VA_ARGS__);
#endif

#endif
