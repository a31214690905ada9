"""Reads suites of domains in the sources of PyPI packages."""

import ast
import json
import re

# What separates labels. A single one is tried below a top-level domain: alone it is no mail domain.
DOTS = "[.\u3002\uff0e\uff61]"

# A case: domain, its A-labels (True where only the verdict is known) or None when it is refused, what
# the suite says of it.


def idna(folder):
    """UTS 46 with IDNA 2008 (Unicode's IdnaTestV2), as PyPI's idna holds it in its tests."""
    tree = ast.parse((folder / "tests/test_idna_uts46.py").read_text())
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or not function.name.startswith("test_uts46"):
            continue
        for call in ast.walk(function):
            case = encoded(call) if isinstance(call, ast.Call) else None
            if case:
                domain, labels = case
                below = "" if re.search(DOTS, domain) else ".com"
                yield domain + below, labels and labels + below, function.name


def encoded(call):
    """Domain and A-labels of `assertEqual(idna.encode(D), A)` and `assertRaises(E, idna.encode, D)`."""
    method = getattr(call.func, "attr", "")
    if method == "assertEqual" and isinstance(call.args[0], ast.Call):
        inner = call.args[0]
        if getattr(inner.func, "attr", "") == "encode":
            return ast.literal_eval(inner.args[0]), ast.literal_eval(call.args[1]).decode()
    if method == "assertRaises" and getattr(call.args[1], "attr", "") == "encode":
        return ast.literal_eval(call.args[2]), None
    return None


def hosts(folder, name):
    """The formats `hostname` and `idn-hostname` of the JSON Schema test suite."""
    path = folder / f"json/tests/draft2020-12/optional/format/{name}.json"
    for group in json.loads(path.read_text()):
        for case in group["tests"]:
            if isinstance(case["data"], str):
                below = "" if re.search(DOTS, case["data"]) else ".com"
                yield case["data"] + below, case["valid"] or None, case["description"]


def suffixes(folder):
    """publicsuffix.org's test_psl.txt: domain, and whether it is itself a public suffix.

    `checkPublicSuffix(domain, registered)`; null for the second says that nobody can register it.
    """
    text = (folder / "publicsuffixlist/test_psl.txt").read_text()
    for domain, registered in re.findall(r"^checkPublicSuffix\('([^']*)', (null|'[^']*')\);", text, re.M):
        if not domain.startswith("."):
            yield domain, registered == "null"
