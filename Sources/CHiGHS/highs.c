#include "CHiGHS.h"
#include <dlfcn.h>
const char *muster_highs_open(const char *path) { return dlopen(path, RTLD_NOW) ? 0 : dlerror(); }
