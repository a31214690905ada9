"""Holds the role accounts of pipelines/validation.yaml against names of people and a corpus.

    Tests/Validation/run roles

Prints the words that public lists of people (PyPI's names-dataset, half a billion profiles) have
among the given or family names that are frequent in a country: each is a word of the list on
purpose or an error. Then tells how many of the mailboxes of RFC 2142 are there.
"""
import pathlib
import re

from names_dataset import NameDataset

STANDARD = """info marketing sales support abuse noc security postmaster hostmaster usenet news
webmaster www uucp ftp""".split()
# Of a country's names the first so many are frequent.
FREQUENT = 300


def listed():
    text = pathlib.Path("pipelines/validation.yaml").read_text(encoding="utf-8")
    body = re.search(r"^role_accounts: \[(.*?)\]", text, re.M | re.S).group(1)
    return re.sub(r"#.*", "", body).replace(",", " ").split()


def frequent(names, word):
    ranks = (names.get(word.title()) or {}).get("rank") or {}
    return sorted((rank, country) for country, rank in ranks.items() if rank and rank <= FREQUENT)


def main():
    words = listed()
    print(f"{len(words)} role accounts, {len(set(words))} of them different")
    people = NameDataset()
    for word in words:
        for kind, names in (("given", people.first_names), ("family", people.last_names)):
            if found := frequent(names, word):
                print(f"  {word}: a {kind} name in "
                      + ", ".join(f"{country} ({rank})" for rank, country in found[:4]))
    print("not there of RFC 2142:", [word for word in STANDARD if word not in words] or "none")


main()
