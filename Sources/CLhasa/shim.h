#include <lhasa.h>
