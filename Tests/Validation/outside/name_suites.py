"""Reads the tests of PyPI's nameparser in its sources: names and what the package reads of them."""

import ast
import sys

FIELDS = ("title", "first", "middle", "last", "suffix", "nickname", "maiden")


def nameparser(folder):
    """Yields a name, the parts that are expected of it (those it states), and the test's own name.

    Taken are names that the package reads with its own settings: calls of `HumanName(NAME)` whose
    parts a test states one by one, and the table of cases without policy or locale.
    """
    for path in sorted((folder / "tests").glob("test_*.py")):
        for function in ast.walk(ast.parse(path.read_text())):
            if isinstance(function, ast.FunctionDef) and function.name.startswith("test_"):
                yield from stated(function, path.stem)
    sys.path.insert(0, str(folder))
    from tests.v2.cases import CASES  # noqa: PLC0415

    for case in CASES:
        if case.policy is None and case.locale is None:
            yield case.text, {field: case.expect.get(part, "") for field, part in zip(
                FIELDS, ("title", "given", "middle", "family", "suffix", "nickname", "maiden")
            )}, f"cases {case.id}"


def stated(function, file):
    """What `self.m(hn.PART, "VALUE", hn)` states of the names in a test."""
    name, parts = None, {}
    for node in function.body:
        call = getattr(node, "value", None)
        if isinstance(node, ast.Assign) and isinstance(call, ast.Call):
            if name and parts:
                yield name, parts, f"{file} {function.name}"
            name, parts = whole(call), {}
        elif isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "m":
            part, value = call.args[:2]
            if isinstance(part, ast.Attribute) and part.attr in FIELDS and isinstance(
                    value, ast.Constant):
                parts[part.attr] = value.value or ""
        else:
            # A setting that is changed midway.
            name = None if isinstance(node, (ast.Assign, ast.AugAssign)) else name
    if name and parts:
        yield name, parts, f"{file} {function.name}"


def whole(call):
    is_plain = getattr(call.func, "id", "") == "HumanName" and len(call.args) == 1
    if is_plain and not call.keywords and isinstance(call.args[0], ast.Constant):
        return call.args[0].value
    return None
