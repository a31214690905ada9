#!/usr/bin/env python3
"""Writes leads for the benchmarks: 20 columns, always the same rows for the same numbers.

Usage: generate_leads.py FIRST COUNT FILE.csv     rows FIRST to FIRST + COUNT - 1

Nobody exists: domains are those of RFC 2606; telephone numbers are the drama ranges of Ofcom,
Bundesnetzagentur, ARCEP and ACMA and North American numbers in the fictional exchange 555, each
given to one lead only, so that no program gains from numbers that repeat. Of a hundred rows four
repeat an earlier person (three by e-mail, one by telephone), one has a bad e-mail address, one a
bad telephone number, ten no telephone number.
"""

import sys

HEADER = (
    "external_id,first_name,last_name,email,phone,company,job_title,website,industry,employees,"
    "country,city,postcode,utm_source,utm_medium,utm_campaign,created_at,consent_status,consent_at,"
    "consent_source\n")

FIRST = (
    "Anna Lukas Jörg Sabine James Olivia Noah Amelia Camille Élodie Jérôme Isla Arthur Mia Harry Grace "
    "Oscar Freya Henry Emily Jack Sophie Thomas Ella William Chloe Daniel Ruby Samuel Alice").split()
LAST = (
    "Ashdown Birchall Calloway Dunmore Ellerby Fairfax Garrick Holloway Iversley Jessop Kettering "
    "Langford Merrow Northcote Oakden Pemberley Quill Ravensworth Stannard Thackeray Underhill Vickers "
    "Müller Schäfer Lefèvre Bérard Dupré Köhler Krüger Yarrow Weiss Zeller").split()
WORDS = (
    "Alderbrook Brightwater Copperfield Driftwood Eastmoor Fernhill Glasswing Harborline Ironbark "
    "Juniper Kestrel Larkspur Marlowe Northgate Otterburn Pinecrest Quarrystone Redwillow Silverfern "
    "Thornbury").split()
TRADES = "Analytics Tools Logistics Foods Robotics Textiles Energy Health Media Optics".split()
TITLES = [
    "Chief Executive Officer", "VP Sales", "Head of Operations", "Sales Manager", "IT Manager",
    "Analyst", "Procurement Lead", "Student"]
INDUSTRIES = [
    "Software", "Manufacturing", "Logistics", "Retail", "Healthcare", "Energy", "Media"]
UTM = [
    "google,cpc,autumn-launch-2026", "linkedin,paid_social,ops-leaders", ",,", "Newsletter,Email,digest",
    ",,"]
# North American area codes; with exchange 555 and any line but directory assistance.
AREAS = (
    "201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 "
    "240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 "
    "313 314 315 316 317 318 319 320 321 323 325 330 334 336 337 339 347 351 352 360 361 386 401 402 "
    "404 405 406 407 408 409 410 412 413 414 415 417 419 423 425 430 432 434 435 440 443 469 478 479 "
    "480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 "
    "562 563 567 570 571 573 574 580 585 586 601 602 603").split()
LONDON = "20 7946 0|113 496 0|114 496 0|116 496 0|117 496 0|118 496 0|121 496 0|131 496 0|141 496 0".split("|")
GERMAN = "30 23125|69 90009|40 66969|221 4710|89 99998".split("|")
FRENCH = "1 99 00|2 61 91|3 53 01|4 65 71|5 36 49".split("|")
AUSTRALIAN = "2 5550|2 7010|3 5550|3 7010|7 5550|7 7010|8 7010".split("|")


def place(i):
    """(telephone number, country, city, postcode) of person number i."""
    slot, turn = i % 100, i // 100
    if slot < 10:
        return "", "NL", "Utrecht", "3511 CD"
    if slot < 15:
        k = turn * 5 + slot - 10
        return f"+33 {FRENCH[k % 5]} {k // 5 % 10000:04d}", "France", "Lyon", f"690{k % 10}{k % 7}"
    if slot < 22:
        k = turn * 7 + slot - 15
        return f"+61 {AUSTRALIAN[k % 7]} {k // 7 % 10000:04d}", "AU", "Sydney", f"20{k % 90 + 10}"
    if slot == 22 and turn < 9000:
        return f"+44 {LONDON[turn % 9]}{turn // 9:03d}", "United Kingdom", "Leeds", "LS1 4DY"
    if slot == 23 and turn % 2 == 0 and turn < 10000:
        return f"0{GERMAN[turn // 2 % 5]}{turn // 10:03d}", "Germany", "Köln", "50667"
    area = AREAS[i % len(AREAS)]
    line = (i // len(AREAS) + 1213) % 10000
    return f"({area}) 555-{line:04d}", "US", "Austin", f"78{i % 900 + 100}"


def row(i):
    # Rows that repeat somebody are about a person 50,001 (or 101) rows back, who repeats nobody.
    kind = i % 100
    person = i
    if i >= 200 and kind in (31, 57, 83, 96):
        person = i - 50001 if i >= 60000 else i - 101
    mixed = person * 2654435761 & 0xFFFFFFFF
    first, last = FIRST[mixed % 30], LAST[(mixed >> 8) % 32]
    firm = (mixed >> 4) % 20000
    trade = TRADES[firm // 20 % 10]
    word = WORDS[firm % 20]
    domain = f"{word.lower()}-{trade.lower()}-{firm}.example.com"
    mailbox = f"{first[0].lower() if first[0].isascii() else 'e'}.{person:x}"
    email = f"{mailbox}@{domain if mixed % 9 else 'example.org'}"
    phone, country, city, postcode = place(person)
    if person != i:
        if kind == 96:
            email = f"second.{i:x}@{domain}"
        else:
            email = email.upper() if kind == 31 else email
            phone = ""
    elif kind == 41:
        email = f"{mailbox}.example.com"
    elif kind == 67:
        phone = "12345"
    day = f"2026-{mixed % 10 + 1:02d}-{(mixed >> 5) % 28 + 1:02d}"
    consent = f"granted,{day},web form" if mixed % 10 < 7 else ",,"
    return (
        f"B-{i:07d},{first},{last},{email},{phone},{word} {trade} {firm} Ltd,{TITLES[mixed % 8]},"
        f"https://www.{domain},{INDUSTRIES[mixed % 7]},{mixed % 5000 + 1},{country},{city},{postcode},"
        f"{UTM[mixed % 5]},{day}T{(mixed >> 3) % 24:02d}:15:00Z,{consent}\n")


def main():
    start, count, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER)
        for begin in range(start, start + count, 20000):
            file.write("".join(map(row, range(begin, min(begin + 20000, start + count)))))


main()
