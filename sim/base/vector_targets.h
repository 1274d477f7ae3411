// What makes loops over lanes vector code. Instructions beyond the baseline for which functions are
// compiled a second time. Whoever calls such a function has asked the machine first (vector_level,
// which looks for the same sets).
#pragma once

#if defined(__x86_64__)
#define RELCO_AVX2 [[gnu::target("avx2")]]
#define RELCO_AVX512 [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]]
#endif

// Before a loop whose lanes do not depend on each other.
#if defined(__clang__)
#define RELCO_LANE_LOOP _Pragma("clang loop vectorize(assume_safety) interleave(disable)")
#else
#define RELCO_LANE_LOOP _Pragma("GCC ivdep")
#endif
