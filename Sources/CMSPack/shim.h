// libmspack, and what of it Swift cannot write: a function of any number of arguments.
#include <mspack.h>

static inline void mspack_take_message(struct mspack_file *file, const char *format, ...) {
  (void)file;
  (void)format;
}

// Lets messages, which may name what is in a file, go nowhere.
static inline void mspack_ignore_messages(struct mspack_system *system) {
  system->message = mspack_take_message;
}
