// The ways in which the functions of this target are compiled: all give the same.

#ifndef BYTE_CLASSES_PATHS_H
#define BYTE_CLASSES_PATHS_H

typedef enum { vp_path_portable = 0, vp_path_avx2 = 1, vp_path_avx512 = 2 } vp_path;

// The widest path that this machine has.
vp_path vp_best_path(void);

// Whether this machine has the path.
int vp_has_path(vp_path path);

#endif
