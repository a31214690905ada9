"""Writes Sources/Bytes/CountryNames+Official.swift: the names and official names of ISO 3166-1.

    Tests/Validation/run official_names > Sources/Bytes/CountryNames+Official.swift

Source: PyPI's pycountry, which has them from Debian's iso-codes.
"""
from importlib.metadata import version

import pycountry


def main():
    print("extension CountryNames {")
    print(f"  /// Names and official names of ISO 3166-1 in English, of pycountry {version('pycountry')}:")
    print("  /// the code, a space, and names divided by bars. Written by Tests/Validation/official_names.py.")
    print('  static let official = """')
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_2):
        names = [country.name]
        names += [getattr(country, key) for key in ("official_name", "common_name")
                  if hasattr(country, key)]
        names = [name.removeprefix("the ") for name in dict.fromkeys(names)]
        line = f"    {country.alpha_2} "
        for name in names:
            if len(line) + len(name) > 98 and not line.endswith(" "):
                print(line.rstrip("|"))
                line = f"    {country.alpha_2} "
            line += name + "|"
        print(line.rstrip("|"))
    print('    """')
    print("}")


main()
