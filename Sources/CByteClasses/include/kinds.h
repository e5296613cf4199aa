// Which bytes are of one kind: control characters, ASCII, one byte.

#ifndef BYTE_CLASSES_KINDS_H
#define BYTE_CLASSES_KINDS_H

#include <stddef.h>
#include <stdint.h>

#include "paths.h"

// How many bytes are 0.
size_t vp_count_nuls(vp_path path, const uint8_t *text, size_t count);

// How many are control characters that texts hardly have, 0 among them: those of ASCII but for backspace,
// tabs, line ends, form feed and escape.
size_t vp_count_controls(vp_path path, const uint8_t *text, size_t count);

// The first place of a byte above ASCII; `count` for none.
size_t vp_ascii_end(vp_path path, const uint8_t *text, size_t count);

// Sets a bit for each place of `byte` in (count + 63) / 64 words, the lowest of the first for the first
// place; leaves all others as they are.
void vp_mark(vp_path path, const uint8_t *text, size_t count, uint8_t byte, uint64_t *places);

#endif
