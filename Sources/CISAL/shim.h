// ISA-L, and what Swift cannot reach: the end of an array that is too long for a tuple.
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

// What was unpacked and not handed out yet.
static inline const uint8_t *isal_waiting_output(const struct inflate_state *state) {
  return state->tmp_out_buffer + state->tmp_out_processed;
}
