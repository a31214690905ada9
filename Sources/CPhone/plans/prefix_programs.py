"""Prefix patterns as programs for a small machine that searches as regular expressions do.

What a prefix takes off a number depends on the order of its alternatives and on its groups, which an
automaton does not know. A program is a list of 16-bit words; operands follow their operation.
"""

from digit_graph import constants, digits_of, parser

MATCH, DIGIT, SPLIT, JUMP, SAVE, END = range(6)


def program_of(pattern):
    """Words of a program, and how many groups it has. Addresses count from its first word."""
    words = []
    items = parser.parse(pattern)
    groups = items.state.groups - 1
    if groups > 2:
        raise ValueError(f"more than two groups: {pattern}")
    _sequence(items, words)
    words.append(MATCH)
    return words, groups


def _sequence(items, words):
    for operator, argument in items:
        if operator is constants.LITERAL:
            words += [DIGIT, 1 << int(chr(argument))]
        elif operator is constants.IN:
            words += [DIGIT, sum(1 << digit for digit in digits_of(argument))]
        elif operator is constants.AT and argument is constants.AT_END:
            words.append(END)
        elif operator is constants.SUBPATTERN:
            group = argument[0]
            if group is not None:
                words += [SAVE, 2 * group]
            _sequence(argument[3], words)
            if group is not None:
                words += [SAVE, 2 * group + 1]
        elif operator is constants.BRANCH:
            _branch(argument[1], words)
        elif operator is constants.MAX_REPEAT:
            _repeat(argument, words)
        else:
            raise ValueError(f"unknown syntax: {operator}")


def _branch(branches, words):
    ends = []
    for index, branch in enumerate(branches):
        if index + 1 == len(branches):
            _sequence(branch, words)
            continue
        words += [SPLIT, len(words) + 3, 0]
        other = len(words) - 1
        _sequence(branch, words)
        words += [JUMP, 0]
        ends.append(len(words) - 1)
        words[other] = len(words)
    for end in ends:
        words[end] = len(words)


def _repeat(argument, words):
    least, most, inside = argument
    for _ in range(least):
        _sequence(inside, words)
    skips = []
    for _ in range(most - least):
        words += [SPLIT, len(words) + 3, 0]
        skips.append(len(words) - 1)
        _sequence(inside, words)
    for skip in skips:
        words[skip] = len(words)
