#pragma once
/// Swift's Glibc module leaves the allocator's settings out.
#include <malloc.h>
