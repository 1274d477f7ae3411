// The test programs' main(), compiled once: Catch2 2.13 takes half a minute for it at -O2.
// With Catch2 3 the library brings its own, and this file is left out.
#define CATCH_CONFIG_MAIN
#include "support/catch.h"
