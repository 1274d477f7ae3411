// The test programs' main(), compiled once, for a Catch2 that brings none (2.13 before 2.13.9).
#define CATCH_CONFIG_MAIN
#include "support/catch.h"
