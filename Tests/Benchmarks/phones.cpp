// Times our reading of telephone numbers beside libphonenumber's own loop, on the same numbers, on one
// core, in the same run: parse, validity, type, region and E.164 of each.
//
//   phones [ROUNDS] < numbers.tsv      lines "region TAB number"; Tests/Benchmarks/phones builds it
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "leadmill_phone_reference.h"

namespace {

struct Number {
  std::string region, text;
};

using Examine = void (*)(const char *, size_t, const char *, leadmill_phone *);

// Microseconds that this thread has had of a core: what else runs does not count.
double now() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

// Microseconds a number.
double time_of(Examine examine, const std::vector<Number> &numbers, size_t &valid) {
  double start = now();
  valid = 0;
  for (const Number &number : numbers) {
    leadmill_phone result;
    examine(number.text.data(), number.text.size(),
            number.region.size() == 2 ? number.region.data() : nullptr, &result);
    valid += result.outcome == LEADMILL_PHONE_VALID;
  }
  return (now() - start) / static_cast<double>(numbers.size());
}

}  // namespace

int main(int count, char **words) {
  int rounds = count > 1 ? std::atoi(words[1]) : 3;
  leadmill_phone_library_is_silent();
  std::vector<Number> numbers;
  char *line = nullptr;
  size_t room = 0;
  ssize_t length;
  while ((length = getline(&line, &room, stdin)) > 0) {
    std::string text(line, static_cast<size_t>(length));
    if (text.back() == '\n') text.pop_back();
    size_t tab = text.find('\t');
    if (tab != std::string::npos) numbers.push_back({text.substr(0, tab), text.substr(tab + 1)});
  }
  if (numbers.empty()) return 1;
  size_t valid = 0;
  // Once before: the library compiles its patterns when it first needs them.
  time_of(leadmill_phone_examine_by_library, numbers, valid);
  std::vector<double> ours, theirs;
  for (int round = 0; round < rounds; ++round) {
    theirs.push_back(time_of(leadmill_phone_examine_by_library, numbers, valid));
    ours.push_back(time_of(leadmill_phone_examine, numbers, valid));
  }
  std::sort(ours.begin(), ours.end());
  std::sort(theirs.begin(), theirs.end());
  double mine = ours[ours.size() / 2], other = theirs[theirs.size() / 2];
  std::printf("%zu numbers, %zu valid, medians of %d rounds on one core\n", numbers.size(), valid, rounds);
  std::printf("libphonenumber  %8.3f us a number\n", other);
  std::printf("leadmill        %8.3f us a number, %.0f times as fast\n", mine, other / mine);
  return mine * 10 <= other ? 0 : 1;
}
