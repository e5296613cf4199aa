#include "paths.h"

int vp_has_path(vp_path path) {
#if defined(__x86_64__)
  switch (path) {
    case vp_path_avx2: return __builtin_cpu_supports("avx2") != 0;
    case vp_path_avx512: return __builtin_cpu_supports("avx512bw") != 0;
    default: return 1;
  }
#else
  return path == vp_path_portable;
#endif
}

vp_path vp_best_path(void) {
  if (vp_has_path(vp_path_avx512)) return vp_path_avx512;
  return vp_has_path(vp_path_avx2) ? vp_path_avx2 : vp_path_portable;
}
