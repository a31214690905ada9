// Reads lines "region TAB text" and writes what is known about each number, as a comparison needs it:
// outcome, type, region, E.164, extension, with tabs between. Line ends in a text are \n, tabs \t.
//
//   phone_verdicts [library] < numbers.tsv > verdicts.tsv
//
// Or reads numbers in E.164 form and writes their time zones:
//
//   phone_verdicts zones < numbers.txt > zones.txt
#include <cstdio>
#include <cstring>
#include <string>

#include "leadmill_phone_reference.h"

namespace {

std::string unescaped(const std::string &line) {
  std::string text;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      ++i;
      text += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
    } else {
      text += line[i];
    }
  }
  return text;
}

int write_zones() {
  char *buffer = nullptr;
  size_t room = 0;
  ssize_t read;
  while ((read = getline(&buffer, &room, stdin)) > 0) {
    size_t length = static_cast<size_t>(read) - (buffer[read - 1] == '\n');
    const char *zones = leadmill_phone_zone_set(leadmill_phone_time_zones(buffer, length));
    std::puts(zones == nullptr ? "" : zones);
  }
  return 0;
}

}  // namespace

int main(int count, char **words) {
  if (count > 1 && std::strcmp(words[1], "zones") == 0) return write_zones();
  bool by_library = count > 1 && std::strcmp(words[1], "library") == 0;
  if (by_library) leadmill_phone_library_is_silent();
  auto examine = by_library ? leadmill_phone_examine_by_library : leadmill_phone_examine;
  char *buffer = nullptr;
  size_t room = 0;
  ssize_t read;
  while ((read = getline(&buffer, &room, stdin)) > 0) {
    std::string line(buffer, static_cast<size_t>(read));
    if (line.back() == '\n') line.pop_back();
    size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    std::string region = line.substr(0, tab), text = unescaped(line.substr(tab + 1));
    leadmill_phone result;
    examine(text.data(), text.size(), region.size() == 2 ? region.data() : nullptr, &result);
    std::printf("%d\t%d\t%.2s\t%.*s\t%.*s\n", result.outcome, result.type, result.region,
                result.e164_length, result.e164, result.extension_length, result.extension);
  }
  return 0;
}
