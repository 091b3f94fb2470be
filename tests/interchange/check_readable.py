"""Checks what codeglot export writes with other people's tools: XLIFF against the schemas of OASIS (xmllint), PO with
gettext (msgfmt --check), all formats with Translate Toolkit or Python's own readers, whose texts must be the catalog's.

    check_readable.py CODEGLOT CATALOG...

Each check is a line; a tool that is not there is a line that says "not run". Ends with "interchange: N passed, M failed, K not
run"; the exit status is 0 only if M is 0, and with --all-tools, or in continuous integration (CI=true), also only if K is 0.
"""

import contextlib
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SCHEMAS = pathlib.Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
XLIFF2 = "{urn:oasis:names:tc:xliff:document:2.0}"
counts = {"passed": 0, "failed": 0, "not run": 0}


def check(name, run):
    try:
        run()
        counts["passed"] += 1
    except Exception as error:  # Whatever a tool throws is its complaint.
        counts["failed"] += 1
        print(f"FAILED {name}: {error}")


def not_run(name, why):
    counts["not run"] += 1
    print(f"NOT RUN {name}: {why}")


def equal(found, expected):
    if found != expected:
        raise AssertionError(f"expected {expected!r}, found {found!r}")


def run(*command, **options):
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode != 0:
        raise AssertionError(f"{command[0]}: exit status {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout + result.stderr


def export(command, catalog, form, folder):
    run(command, "export", "--to", form, str(catalog), "--output", str(folder))
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".codeglot.json"))


def messages(catalog, tag):
    """The texts of MessageFormat 1 of a locale that have neither syntax nor quotes: what every format shows alike."""
    file = json.loads((catalog / f"{tag}.json").read_text(encoding="utf-8"))
    plain = {}
    for name, value in file.items():
        syntax = file.get("$syntax", "mf1")
        if isinstance(value, dict):
            syntax = value.get("syntax", syntax)
            value = value["text"]
        head = name in ("$schema", "$locale", "$syntax", "$comment", "$bidi")
        # Control characters no tool but ours keeps; white space at the ends some trim.
        odd = re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\U0001ffff]", value)
        if syntax == "mf1" and not head and not odd and not set(value) & set("{}'") and value == value.strip():
            plain[name] = value
    return plain


def lay_out_schemas(work):
    """The schemas as OASIS lays them out, with what they import beside them; and a catalog for what has an address."""
    places = work / "schemas"
    copies = places / "informativeCopiesOf3rdPartySchemas/w3c"
    copies.mkdir(parents=True, exist_ok=True)
    shutil.copy(SCHEMAS / "xml.xsd", copies / "xml.xsd")
    for schema in SCHEMAS.glob("xliff-core-*.xsd"):
        shutil.copy(schema, places / schema.name)
    address = "http://www.w3.org/2001/xml.xsd"
    catalog = places / "catalog.xml"
    target = (copies / "xml.xsd").as_uri()
    catalog.write_text(f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><system systemId="{address}" '
                       f'uri="{target}"/><uri name="{address}" uri="{target}"/></catalog>')
    return places, {**os.environ, "XML_CATALOG_FILES": str(catalog)}


def check_schema(name, files, schema, work):
    if shutil.which("xmllint") is None or not (SCHEMAS / schema).exists():
        not_run(name, f"xmllint, or the schema {SCHEMAS / schema} of Debian's php-symfony-translation, is missing")
        return
    places, environment = lay_out_schemas(work)
    for file in files:
        check(f"{name}: {file.name}",
              lambda file=file: run("xmllint", "--nonet", "--noout", "--schema", str(places / schema), str(file),
                                    env=environment))
    # A validator that accepts anything would pass all of these.
    wrong = work / "wrong.xlf"
    wrong.write_text(files[0].read_text(encoding="utf-8").replace("<source>", "<sauce>").replace("</source>", "</sauce>"),
                     encoding="utf-8")

    def refuses():
        result = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", str(places / schema), str(wrong)],
                                capture_output=True, text=True, env=environment)
        equal(result.returncode, 3)

    check(f"{name}: a wrong file is refused", refuses)


def check_xliff2_rules(file):
    """What XLIFF 2.1 demands beyond its schema: ids, and placeholders that the source and the target share."""
    root = ElementTree.parse(file).getroot()
    equal(root.get("version"), "2.1")
    ids = [node.get("id") for kind in ("unit", "group") for node in root.iter(XLIFF2 + kind)]
    equal(len(ids), len(set(ids)))
    for unit in root.iter(XLIFF2 + "unit"):
        data = {node.get("id") for node in unit.iter(XLIFF2 + "data")}
        kinds = {}
        for side in ("source", "target"):
            seen = set()
            for text in unit.iter(XLIFF2 + side):
                for placeholder in text.iter(XLIFF2 + "ph"):
                    key = placeholder.get("id")
                    assert key not in seen, f"{unit.get('id')}: placeholder {key} twice"
                    seen.add(key)
                    assert placeholder.get("dataRef") in data, f"{unit.get('id')}: no data {placeholder.get('dataRef')}"
                    assert kinds.setdefault(key, placeholder.get("dataRef")) == placeholder.get("dataRef")


def check_xliff1_texts(file, plain):
    from translate.storage import xliff

    store = xliff.xlifffile.parsefile(str(file))
    targets = {unit.xmlelement.get("resname"): str(unit.target) for unit in store.units if unit.target is not None}
    for name, text in plain.items():
        equal(targets[name], text)


def check_po_texts(file, plain):
    from translate.storage import pypo

    store = pypo.pofile.parsefile(str(file))
    targets = {unit.getcontext(): str(unit.target) for unit in store.units if not unit.isheader()}
    for name, text in plain.items():
        equal(targets[name], text)


def check_msgfmt(file, work):
    output = run("msgfmt", "--check", "--output-file", str(work / "x.mo"), str(file))
    equal(output, "")


def check_po_plurals(file, work):
    """gettext itself, through Python, takes the form of each number that the formula says."""
    import gettext

    run("msgfmt", "--output-file", str(work / "x.mo"), str(file))
    with open(work / "x.mo", "rb") as compiled:
        catalog = gettext.GNUTranslations(compiled)
    texts = {n: catalog.npgettext("plural", "%(n)d file", "%(n)d files", n) % {"n": n} for n in (1, 2)}
    equal(texts, {1: "1 Datei", 2: "2 Dateien"})


def check_android_texts(file, plain, identifiers):
    from translate.storage import aresource

    with contextlib.redirect_stdout(io.StringIO()):  # The toolkit prints what it reads.
        store = aresource.AndroidResourceFile.parsefile(str(file))
    units = {unit.getid(): unit for unit in store.units}
    for name, text in plain.items():
        if identifiers.get(name):
            equal(str(units[identifiers[name]].target), text)


def check_arb_texts(file, plain, identifiers):
    from translate.storage import jsonl10n

    store = jsonl10n.ARBJsonFile.parsefile(str(file))
    targets = {unit.getid(): str(unit.target) for unit in store.units if not unit.isheader()}
    for name, text in plain.items():
        key = identifiers.get(name)
        if key:
            equal(targets[key[0].lower() + key[1:]], text)


def check_i18next_texts(file, plain):
    from translate.storage import jsonl10n

    store = jsonl10n.I18NextV4File.parsefile(str(file))
    targets = {unit.getid().lstrip("."): str(unit.target) for unit in store.units}
    for name, text in plain.items():
        own = any(sign in text for sign in ("{{", "$t(")) or name.endswith("_other")  # Taken for a plural's form.
        if not own:
            equal(targets[name], text)


def check_csv_texts(file, catalog, tags):
    text = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert all(len(row) == len(rows[0]) for row in rows), "rows of different lengths"
    for row in rows[1:]:
        for cell in row:
            assert not re.match(r"[=+\-@\t\r＝＋－＠]", cell), f"a formula: {cell!r}"
    for tag in tags:
        column = rows[0].index(tag)
        cells = {row[0]: row[column] for row in rows[1:] if row[1] == ""}
        for name, expected in messages(catalog, tag).items():
            formula = re.match(r"[=+\-@\t\r＝＋－＠]", expected)
            equal(cells[name], ("'" if formula else "") + expected)


def check_xcstrings_texts(file, catalog, tags):
    strings = json.loads(file.read_text(encoding="utf-8"))
    equal(strings["version"], "1.0")
    for tag in tags:
        for name, text in messages(catalog, tag).items():
            if re.search(r"%[\d$]*(@|s|d)|%\(", text):
                continue
            equal(strings["strings"][name]["localizations"][tag]["stringUnit"], {"state": "translated", "value": text})


def identifiers_of(catalog):
    """The names as Android and ARB can have them; none for one whose identifier another name has."""
    taken = {}
    names = ["$unknown-code", "$unreadable-response"]
    codes = json.loads((catalog / "codes.json").read_text(encoding="utf-8"))["codes"]
    names += [code["name"] for code in sorted(codes, key=lambda code: code["code"])]
    result = {}
    for name in names:
        identifier = (f"codeglot_{name[1:]}" if name.startswith("$") else name).replace("-", "_")
        result[name] = identifier if taken.setdefault(identifier, name) == name else None
    return result


def check_catalog(command, catalog, work, toolkit):
    def name(what, file=None):
        return f"{catalog.name}, {what}" + (f", {file.name}" if file else "")

    source = json.loads((catalog / "codes.json").read_text(encoding="utf-8"))["sourceLocale"]
    # As is_reserved_file of core/compiler/catalog.h.
    reserved = {"codes", "check", "glossary", "released", "baseline"}
    tags = sorted(path.stem for path in catalog.glob("*.json") if path.stem not in reserved)
    identifiers = identifiers_of(catalog)
    files = {form: export(command, catalog, form, work / form)
             for form in ("xliff2", "xliff1", "po", "arb", "android", "xcstrings", "i18next", "csv")}

    check_schema(name("XLIFF 2.1"), files["xliff2"], "xliff-core-2.0.xsd", work)  # 2.1 keeps the core's schema of 2.0.
    check_schema(name("XLIFF 1.2"), files["xliff1"], "xliff-core-1.2-strict.xsd", work)
    for file in files["xliff2"]:
        check(name("XLIFF 2.1 rules", file), lambda file=file: check_xliff2_rules(file))
    if shutil.which("msgfmt") is None:
        not_run(name("PO"), "msgfmt of gettext is missing")
    else:
        for file in files["po"]:
            check(name("msgfmt --check", file), lambda file=file: check_msgfmt(file, work))
        if catalog.name == "nasty":
            check(name("gettext's plurals"), lambda: check_po_plurals(work / "po/de.po", work))
    check(name("CSV"), lambda: check_csv_texts(files["csv"][0], catalog, tags))
    check(name("xcstrings"), lambda: check_xcstrings_texts(files["xcstrings"][0], catalog, tags))
    if not toolkit:
        not_run(name("Translate Toolkit"), "Debian's python3-translate is missing")
        return
    texts = 0
    for tag in tags:
        plain = messages(catalog, tag)
        texts += len(plain)
        if not plain:
            continue  # A regional locale that differs from its parent in nothing.
        if tag != source:
            check(name("XLIFF 1.2 texts", work / tag), lambda: check_xliff1_texts(work / f"xliff1/{tag}.xlf", plain))
            check(name("PO texts", work / tag), lambda: check_po_texts(work / f"po/{tag}.po", plain))
        arb = next(file for file in files["arb"] if file.stem.endswith("_" + tag.replace("-", "_")))
        check(name("ARB texts", arb), lambda: check_arb_texts(arb, plain, identifiers))
        i18next = next(file for file in files["i18next"] if file.parent.name == tag and "-icu" not in file.name)
        check(name("i18next texts", work / tag), lambda: check_i18next_texts(i18next, plain))
    assert texts > 10 * len(tags)
    for file in files["android"]:
        folder = file.parent.name
        default = json.loads((catalog / "codes.json").read_text(encoding="utf-8"))["defaultLocale"]
        tag = default if folder == "values" else folder[7:].removeprefix("b+").replace("+", "-").replace("-r", "-")
        check(name("Android texts", work / folder),
              lambda: check_android_texts(file, messages(catalog, tag), identifiers))


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--all-tools"]
    try:
        import translate.storage  # noqa: F401

        toolkit = True
    except ImportError:
        toolkit = False
    for catalog in arguments[1:]:
        with tempfile.TemporaryDirectory() as work:
            check_catalog(arguments[0], pathlib.Path(catalog).resolve(), pathlib.Path(work), toolkit)
    print(f"interchange: {counts['passed']} passed, {counts['failed']} failed, {counts['not run']} not run")
    all_tools = "--all-tools" in sys.argv or os.environ.get("CI") == "true"
    return 1 if counts["failed"] or (all_tools and counts["not run"]) else 0


sys.exit(main())
