"""Writes people for the linkage benchmark, and who is whom: always the same for the same number.

Usage: linkage_people.py COUNT FILE.csv     beside it FILE.csv.truth, a person's number a row

Names have the frequencies of the United States census of 1990 (the PyPI package 'names'). Of ten rows
two are further records of somebody: with typing errors, initials, values missing, another address of
e-mail, another employer, or after a move. Nobody exists: domains are those of RFC 2606, telephone
numbers have the fictional exchange 555.
"""

import bisect
import pathlib
import random
import sys

import names

HEADER = "external_id,first_name,last_name,email,phone,company,street,city,postcode,country,job_title\n"
TRADES = "Analytics Tools Logistics Foods Robotics Textiles Energy Health Media Optics".split()
FORMS = "Inc. LLC Corp. Ltd.".split()
WAYS = "Street Avenue Road Lane Drive".split()
TITLES = [
    "Chief Executive Officer", "VP Sales", "Head of Operations", "Sales Manager", "IT Manager",
    "Analyst", "Procurement Lead", "Student", "Engineer", "Consultant"]
DOMAINS = ["example.com", "example.net", "example.org"]
SYLLABLES = "ash bel cor dun el fair gar hol ives jes ket lan mer nor oak pem quil rav stan thack".split()
AREAS = [area for area in range(201, 990) if area % 100 not in (0, 11) and area // 10 % 10 != 9]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Names:
    """Draws names by their frequencies."""

    def __init__(self, *files):
        self.names, self.sums, total = [], [], 0.0
        for file in files:
            for line in pathlib.Path(names.FILES[file]).read_text().splitlines():
                name, share = line.split()[:2]
                total += max(float(share), 0.0005)
                self.names.append(name.title())
                self.sums.append(total)

    def draw(self, rng):
        return self.names[bisect.bisect_left(self.sums, rng.random() * self.sums[-1])]


class People:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.first = Names("first:male", "first:female")
        self.last = Names("last")
        towns = sorted({a + b + c for a in SYLLABLES for b in SYLLABLES for c in ("ton", "ford", "field", "ham")})
        self.towns = [town.title() for town in towns]
        self.firms = [
            f"{self.last.draw(self.rng)} {self.rng.choice(TRADES)}" for _ in range(60_000)]

    def place(self):
        rng = self.rng
        town = rng.randrange(len(self.towns))
        street = f"{rng.randrange(1, 1000)} {self.last.draw(rng)} {rng.choice(WAYS)}"
        return street, self.towns[town], f"{10_000 + town * 40 + rng.randrange(40):05d}"

    def firm(self):
        return f"{self.rng.choice(self.firms)} {self.rng.choice(FORMS)}"

    def person(self, number):
        rng = self.rng
        first, last = self.first.draw(rng), self.last.draw(rng)
        email = f"{first}.{last}{rng.randrange(1000)}@{rng.choice(DOMAINS)}".lower()
        phone = f"+1{AREAS[number // 10_000 % len(AREAS)]}555{number % 10_000:04d}"
        return [
            first, last, email if rng.random() < 0.75 else "", phone if rng.random() < 0.7 else "",
            self.firm() if rng.random() < 0.6 else "", *self.place(),
            rng.choice(TITLES) if rng.random() < 0.5 else ""]

    def slip(self, text):
        rng = self.rng
        place = rng.randrange(len(text)) if text else 0
        kind = rng.randrange(4)
        if kind == 0:
            return text[:place] + rng.choice(LETTERS) + text[place:]
        if kind == 1:
            return text[:place] + text[place + 1:]
        if kind == 2:
            return text[:place] + rng.choice(LETTERS) + text[place + 1:]
        return text[:place] + text[place + 1:place + 2] + text[place:place + 1] + text[place + 2:]

    def again(self, person):
        """Another record of somebody."""
        rng = self.rng
        record = list(person)
        if rng.random() < 0.08:
            record[5:8] = self.place()
        if record[2] and rng.random() < 0.3:
            record[2] = f"{record[1]}{rng.randrange(10_000)}@{rng.choice(DOMAINS)}".lower()
        if rng.random() < 0.15:
            record[4] = self.firm()
        if rng.random() < 0.05:
            record[0] = record[0][:1]
        for field in range(len(record)):
            chance = rng.random()
            if chance < 0.1 and field != 3:
                record[field] = self.slip(record[field])
            elif chance < 0.18 and field not in (0, 1):
                record[field] = ""
        return record


def main(count, path):
    people = People(20_261)
    made = []
    with open(path, "w", encoding="utf-8") as file, open(path + ".truth", "w", encoding="utf-8") as truth:
        file.write(HEADER)
        for row in range(count):
            if row % 10 < 8 or not made:
                number = len(made)
                made.append(people.person(number))
                record = made[number]
            else:
                number = people.rng.randrange(len(made))
                record = people.again(made[number])
            first, last, email, phone, firm, street, city, postcode, title = record
            file.write(
                f"P{row},{first},{last},{email},{phone},{firm},{street},{city},{postcode},US,{title}\n")
            truth.write(f"{number}\n")


main(int(sys.argv[1]), sys.argv[2])
