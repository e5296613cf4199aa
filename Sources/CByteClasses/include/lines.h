// Lines and gaps of a text.

#ifndef BYTE_CLASSES_LINES_H
#define BYTE_CLASSES_LINES_H

#include <stddef.h>
#include <stdint.h>

#include "paths.h"

// How many line feeds the text has.
size_t vp_count_line_feeds(vp_path path, const uint8_t *text, size_t count);

// How many characters of UTF-8 begin in the text.
size_t vp_count_characters(vp_path path, const uint8_t *text, size_t count);

// The place behind the last line feed; 0 for none.
size_t vp_line_start(vp_path path, const uint8_t *text, size_t count);

// The first place of a tab, a `|` or the second of two spaces; `count` for none.
size_t vp_first_gap(vp_path path, const uint8_t *text, size_t count);

#endif
