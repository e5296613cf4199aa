#include "lines.h"

#include "pieces.h"

static inline int is_gap(const uint8_t *text, size_t place) {
  uint8_t byte = text[place];
  return byte == '\t' || byte == '|' || (byte == ' ' && place > 0 && text[place - 1] == ' ');
}

#define FIRST_GAP(name, attribute)                                                                 \
  attribute static size_t name(const uint8_t *text, size_t count) {                                \
    size_t start = 0;                                                                              \
    if (count == 0 || is_gap(text, start)) return 0;                                               \
    for (start = 1; start + SEARCHED <= count; start += SEARCHED) {                                \
      const uint8_t *here = text + start, *before = here - 1;                                      \
      uint8_t has_gap = 0;                                                                         \
      for (size_t place = 0; place < SEARCHED; place++) {                                          \
        has_gap |= (here[place] == '\t') | (here[place] == '|') |                                  \
                   ((here[place] == ' ') & (before[place] == ' '));                                \
      }                                                                                            \
      if (has_gap) break;                                                                          \
    }                                                                                              \
    while (start < count && !is_gap(text, start)) start++;                                         \
    return start;                                                                                  \
  }

#define LINE_START(name, attribute)                                                                \
  attribute static size_t name(const uint8_t *text, size_t count) {                                \
    while (count >= SEARCHED) {                                                                    \
      const uint8_t *here = text + count - SEARCHED;                                               \
      uint8_t has_line_feed = 0;                                                                   \
      for (size_t place = 0; place < SEARCHED; place++) has_line_feed |= here[place] == '\n';      \
      if (has_line_feed) break;                                                                    \
      count -= SEARCHED;                                                                           \
    }                                                                                              \
    while (count > 0 && text[count - 1] != '\n') count--;                                          \
    return count;                                                                                  \
  }

#define LINES(path, attribute)                                                                     \
  COUNT(line_feeds_##path, attribute, byte == '\n')                                                \
  COUNT(characters_##path, attribute, (byte & 0xC0) != 0x80)                                       \
  LINE_START(line_start_##path, attribute)                                                         \
  FIRST_GAP(first_gap_##path, attribute)

ON_EACH_PATH(LINES)

size_t vp_count_line_feeds(vp_path path, const uint8_t *text, size_t count) {
  CHOSEN(path, line_feeds, text, count)
}

size_t vp_count_characters(vp_path path, const uint8_t *text, size_t count) {
  CHOSEN(path, characters, text, count)
}

size_t vp_line_start(vp_path path, const uint8_t *text, size_t count) {
  CHOSEN(path, line_start, text, count)
}

size_t vp_first_gap(vp_path path, const uint8_t *text, size_t count) {
  CHOSEN(path, first_gap, text, count)
}
