"""Reads suites of e-mail addresses: files of a folder, and the tests inside sources of PyPI packages."""

import ast
import json

CARRIED = {"ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN", "ISEMAIL_RFC5321"}
CARRIED_DIAGNOSES = {
    "ISEMAIL_VALID", "ISEMAIL_RFC5321_QUOTEDSTRING", "ISEMAIL_RFC5321_ADDRESSLITERAL",
    "ISEMAIL_RFC5321_TLD", "ISEMAIL_RFC5321_TLDNUMERIC", "ISEMAIL_RFC5321_IPV6DEPRECATED",
}

# A case: address, expected address or None when it is to be refused, whether the expected address
# itself is compared, what the suite says of it, the test it comes from.


def of_folder(folder):
    """The suites of a folder, by name: isemail's, email-validator's, and any other *.jsonl."""
    suites = {}
    for path in sorted(folder.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text().splitlines()]
        if path.name == "isemail_cases.jsonl":
            suites["isemail"] = [isemail(case) for case in lines]
        elif path.name == "email_validator_cases.jsonl":
            suites["email-validator"] = [email_validator(case) for case in lines]
        elif lines and {"address", "valid"} <= lines[0].keys():
            suites[path.stem] = [
                verdict(case["address"], case["valid"], case.get("note", ""), path.stem)
                for case in lines]
    return suites


def verdict(address, is_valid, note, test):
    return (address, address if is_valid else None, False, note, test)


def isemail(case):
    return verdict(case["address"], case["category"] in CARRIED,
                   case["diagnosis"].removeprefix("ISEMAIL_"), "")


def email_validator(case):
    address, expected, test = case["email"], case.get("expected"), case["test"]
    if test == "test_pyisemail_tests":
        return verdict(address, expected in CARRIED_DIAGNOSES, expected, "")
    if isinstance(expected, dict):
        local = expected.get("local_part")
        kept = f"{local}@{expected['ascii_domain']}" if local is not None else None
        return (address, kept, True, "", test)
    if test == "test_email_valid_only_if_quoted_local_part":
        return (address, f"{expected}@{address.rsplit('@', 1)[1]}", True, "", test)
    return (address, None, False, str(expected or ""), test)


def of_sources(folder):
    """The suites in unpacked sources of packages, by name; `folder` holds one folder a package."""
    readers = {"django": django, "jsonschema": json_schema, "marshmallow": parametrised,
               "validators": parametrised, "wtforms": parametrised}
    return {name: list(reader(folder / name)) for name, reader in readers.items()
            if (folder / name).is_dir()}


def constant(node):
    """The value of an expression of literals, such as `"a" * 63`; None for any other."""
    try:
        return eval(compile(ast.Expression(node), "", "eval"), {"__builtins__": {}})
    except (NameError, TypeError, SyntaxError):
        return None


def django(folder):
    """(validate_email, value, error or None) in tests/validators/tests.py."""
    tree = ast.parse((folder / "tests/validators/tests.py").read_text())
    for node in ast.walk(tree):
        if (isinstance(node, ast.Tuple) and len(node.elts) == 3
                and isinstance(node.elts[0], ast.Name) and node.elts[0].id == "validate_email"):
            address = constant(node.elts[1])
            if isinstance(address, str):
                yield verdict(address, not isinstance(node.elts[2], ast.Name), "", "django")


def json_schema(folder):
    """The formats `email` and `idn-email` of the JSON Schema test suite."""
    for name in ("email", "idn-email"):
        path = folder / f"json/tests/draft2020-12/optional/format/{name}.json"
        for group in json.loads(path.read_text()):
            for case in group["tests"]:
                if isinstance(case["data"], str):
                    yield verdict(case["data"], case["valid"], case["description"], name)


def parametrised(folder):
    """Addresses in the parameters of pytest functions whose names say what is expected of them."""
    for path in sorted(folder.glob("tests/**/test_*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.FunctionDef) or "email" not in node.name:
                continue
            is_valid = "invalid" not in node.name and "failed" not in node.name
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and len(decorator.args) == 2:
                    for value in constant(decorator.args[1]) or []:
                        value = value[0] if isinstance(value, tuple) else value
                        if isinstance(value, str):
                            yield verdict(value, is_valid, "", node.name)
