#pragma once
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take variable arguments, which Swift cannot call: one
// function for each type of argument that is used.

static inline CURLcode leadmill_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode leadmill_curl_set_size(CURL *handle, CURLoption option, long long value) {
  return curl_easy_setopt(handle, option, (curl_off_t)value);
}

static inline CURLcode leadmill_curl_set_string(CURL *handle, CURLoption option,
                                                const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode leadmill_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode leadmill_curl_set_list(CURL *handle, CURLoption option,
                                              struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*leadmill_curl_transfer)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode leadmill_curl_set_transfer(CURL *handle, CURLoption option,
                                                  leadmill_curl_transfer value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode leadmill_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

// Writes all of a file system to its disk. The C library's header keeps it for GNU sources, which
// Swift's importer does not claim to be. It stands here because only Delivery needs it.
int syncfs(int descriptor);
