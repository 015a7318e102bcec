#pragma once
// Declares the few functions of libhighs that Muster calls; highs.c opens the library at run time.
const char *muster_highs_open(const char *path);
