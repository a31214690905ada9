#pragma once
/// Swift's Glibc module leaves the allocator's settings and advice on memory out.
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
