"""Writes Sources/Validation/Languages/LanguageTable.swift: codes and names of languages.

    Tests/Validation/run languages_table > Sources/Validation/Languages/LanguageTable.swift

Source: names of PyPI's babel (CLDR) in the languages of ingest and in the language itself, codes of
three letters of pycountry (Debian's iso-codes).
"""
import textwrap
from importlib.metadata import version

import babel
import pycountry

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl"]
WIDTH = 98
# Undetermined, several, none.
NO_LANGUAGE = {"und", "mul", "zxx"}


def own_name(code):
    try:
        return babel.Locale.parse(code).get_language_name(code)
    except (babel.UnknownLocaleError, ValueError):
        return None


def names_of(code):
    names = [babel.Locale.parse(language).languages.get(code) for language in LANGUAGES]
    if "_" not in code:
        names.append(own_name(code))
    return {name for name in names if name}


def main():
    short = {language.alpha_2: language for language in pycountry.languages
             if hasattr(language, "alpha_2")}
    english = babel.Locale.parse("en").languages
    entries = {code: names_of(code) for code in short}
    for code in english:
        head, _, rest = code.partition("_")
        if rest and head in short:
            entries[code] = names_of(code)
    seen = {}
    for code, names in entries.items():
        for name in names:
            seen.setdefault(name.casefold(), set()).add(code)
    long = sorted(language.alpha_3 for language in pycountry.languages
                  if not hasattr(language, "alpha_2") and language.alpha_3 in english
                  and language.alpha_3 not in NO_LANGUAGE)
    print("/// Codes and names of languages, written by Tests/Validation/languages_table.py.")
    print("///")
    print(f"/// - Source: CLDR by PyPI's Babel {version('babel')}, in English, German, French, Spanish, Italian,")
    print(f"///   Portuguese, Dutch and the language itself; ISO 639-2 and 639-3 by pycountry {version('pycountry')}.")
    print("enum LanguageTable {")
    print("  /// The code of a language and its codes of three letters divided by commas, a space, and its")
    print("  /// names divided by bars. Names that are those of two languages are left out.")
    print('  static let named = """')
    for code, names in sorted(entries.items()):
        codes = [code.replace("_", "-")]
        if code in short:
            language = short[code]
            codes += [language.alpha_3] + (
                [language.bibliographic] if hasattr(language, "bibliographic") else [])
        kept = sorted(name for name in names if len(seen[name.casefold()]) == 1)
        line = f"    {','.join(codes)} "
        for name in kept:
            if len(line) + len(name) > WIDTH and not line.endswith(" "):
                print(line.rstrip("|"))
                line = f"    {codes[0]} "
            line += name + "|"
        print(line.rstrip("|").rstrip())
    print('    """')
    print()
    print("  /// Codes of further languages, of three letters.")
    print('  static let unnamed = """')
    for line in textwrap.wrap(" ".join(long), WIDTH - 4):
        print(f"    {line}")
    print('    """')
    print("}")


main()
