"""Regular expressions over digits as one minimal acyclic graph.

Telephone numbers have at most 17 digits, so that every plan is a finite set of numbers; read digit by
digit it is a graph without circles, and equal ends of all plans are one node (Daciuk and others,
"Incremental Construction of Minimal Acyclic Finite-State Automata", 2000).
"""

try:
    from re import _constants as constants, _parser as parser
except ImportError:
    import sre_constants as constants
    import sre_parse as parser

MOST_DIGITS = 17
DIGITS = frozenset(range(10))


class Patterns:
    """Patterns as one non-deterministic automaton; node 0 leads nowhere."""

    def __init__(self):
        self.reads = [()]  # By node: (digits, next) pairs.
        self.free = [()]  # By node: next nodes that need no digit.
        self.accepts = [None]
        self.starts = []

    def add(self, pattern, label):
        """Lets numbers that match the whole pattern end at `label`."""
        end = self._node()
        self.accepts[end] = label
        self.starts.append(self._sequence(parser.parse(pattern), end))

    def _node(self):
        self.reads.append([])
        self.free.append([])
        self.accepts.append(None)
        return len(self.reads) - 1

    def _sequence(self, items, end):
        for item in reversed(list(items)):
            end = self._item(item, end)
        return end

    def _item(self, item, end):
        operator, argument = item
        start = self._node()
        if operator is constants.LITERAL:
            self.reads[start].append((frozenset([int(chr(argument))]), end))
        elif operator is constants.IN:
            self.reads[start].append((digits_of(argument), end))
        elif operator is constants.BRANCH:
            self.free[start] += [self._sequence(branch, end) for branch in argument[1]]
        elif operator is constants.SUBPATTERN:
            self.free[start].append(self._sequence(argument[3], end))
        elif operator is constants.MAX_REPEAT:
            least, most, inside = argument
            if most > MOST_DIGITS + 5:
                raise ValueError(f"a repeat without an end: {item}")
            for count in range(most, 0, -1):
                once = self._sequence(inside, end)
                if count > least:
                    # Who skips one of several optional items may skip those behind it too.
                    fork = self._node()
                    self.free[fork] += [once, end]
                    once = fork
                end = once
            self.free[start].append(end)
        else:
            raise ValueError(f"unknown syntax: {item}")
        return start

    def closure(self, nodes):
        seen, waiting = set(), list(nodes)
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += self.free[node]
        return frozenset(n for n in seen if self.reads[n] or self.accepts[n] is not None)


def digits_of(argument):
    digits = set()
    for operator, value in argument:
        if operator is constants.LITERAL:
            digits.add(int(chr(value)))
        elif operator is constants.RANGE:
            digits |= set(range(int(chr(value[0])), int(chr(value[1])) + 1))
        elif operator is constants.CATEGORY and value is constants.CATEGORY_DIGIT:
            digits |= DIGITS
        else:
            raise ValueError(f"unknown class: {argument}")
    return frozenset(digits)


class Graph:
    """Nodes that are shared by all plans. Node 0 is where no number is left."""

    def __init__(self):
        self.nodes = [(0, (0,) * 10)]
        self.known = {self.nodes[0]: 0}

    def add(self, patterns, result_of):
        """Adds the numbers of some patterns; gives the node to start at.

        `result_of(labels, length)` says what a number is that has matched these patterns, 0 for
        nothing.
        """
        known, closures = {}, {}

        def close(nodes):
            if nodes not in closures:
                closures[nodes] = patterns.closure(nodes)
            return closures[nodes]

        def node_of(state, length):
            key = (state, length)
            if key in known:
                return known[key]
            labels = frozenset(
                patterns.accepts[n] for n in state if patterns.accepts[n] is not None)
            result = result_of(labels, length)
            after = [set() for _ in range(10)]
            if length < MOST_DIGITS:
                for node in state:
                    for digits, target in patterns.reads[node]:
                        for digit in digits:
                            after[digit].add(target)
            targets = tuple(
                node_of(close(frozenset(nodes)), length + 1) if nodes else 0 for nodes in after)
            row = (result, targets)
            if row not in self.known:
                self.known[row] = len(self.nodes)
                self.nodes.append(row)
            known[key] = self.known[row]
            return known[key]

        return node_of(close(frozenset(patterns.starts)), 0)
