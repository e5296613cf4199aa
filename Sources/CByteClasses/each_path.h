// Functions that are compiled once for each kind of processor.

#ifndef BYTE_CLASSES_EACH_PATH_H
#define BYTE_CLASSES_EACH_PATH_H

#include "paths.h"

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
