"""Whether every template can be used: its form, blocks and names, and no contact details or amounts in what it says.

The environment of the conversation engine has no Jinja, so this is the app's part of `woningscan check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import TemplateSyntaxError, nodes

from bot.commands import template_parts as parts
from bot.commands.template_safety import unsafe_parts
from bot.templates import sandboxed
from woningscan.content.check.keys import LABELS, MESSAGES
from woningscan.content.check.language.sentences import INFORMAL, INFORMAL_TOLD
from woningscan.content.problems import Problem, problem
from woningscan.content.references import alternatives
from woningscan.content.texts import AMOUNT, contact_details_in

FOLDER = "templates"
_ENVIRONMENT = sandboxed(autoescape=True)
_FILTERS = frozenset([*_ENVIRONMENT.filters, "capitalize_first"])
_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
# What of a tag people see, hear or reach.
_TOLD = re.compile(
    r"\b(?:title|alt|aria-label|placeholder|value|data-[a-z-]+)=\"([^\"]*)\"|\bhref=\"((?:tel|mailto|https?):[^\"]*)\""
)
_INNER = re.compile(r"^_|__|\._")
_OF_JINJA = ("loop", "caller", "varargs", "kwargs", "self", "super")
_UNSAFE = "Haal het weg"
_REMEDY = "Kijk of elke {% … %} en {{ … }} goed is gespeld en wordt afgesloten"
_N = TypeVar("_N", bound=nodes.Node)


@dataclass
class _Template:
    name: str
    source: str
    tree: nodes.Template
    parent: str | None = None
    blocks: dict[str, int] = field(default_factory=dict)
    every: list[nodes.Node] = field(default_factory=list)

    def of(self, kind: type[_N] | tuple[type[_N], ...]) -> Iterator[_N]:
        """All parts of this kind, wherever they stand."""
        return (node for node in self.every if isinstance(node, kind))

    def at(self, line: int, text: str) -> Problem:
        return problem(f"{FOLDER}/{self.name}", (), text, line=line)


def template_problems(folder: Path) -> list[Problem]:
    """Everything that is wrong with the templates of a content folder, each with file and line."""
    problems: list[Problem] = []
    read: dict[str, _Template] = {}
    broken = set()
    root = folder / FOLDER
    for path in sorted(root.rglob("*.j2")):
        name = path.relative_to(root).as_posix()
        try:
            source = path.read_text(encoding="utf-8")
            read[name] = _read(name, source)
        except UnicodeDecodeError:
            text = "is geen tekst in UTF-8. Bewaar het opnieuw als UTF-8"
            problems.append(problem(f"{FOLDER}/{name}", (), text, line=1))
        except TemplateSyntaxError as error:
            reason = str(error.message).split(". ")[0].rstrip(".")
            text = f"de opmaakcode klopt niet: {reason}. {_REMEDY}"
            problems.append(problem(f"{FOLDER}/{name}", (), text, line=error.lineno))
        broken.add(name)
    broken -= set(read)
    for name in sorted(set(parts.FILES) - set(read) - broken):
        remedy = f"Zet het terug. {alternatives(name, set(read) - set(parts.FILES)) if read else ''}".strip()
        problems.append(problem(f"{FOLDER}/{name}", (), f"dit bestand ontbreekt. {remedy}"))
    for template in read.values():
        problems += [*_names(template), *_needed(template), *_keys(template), *_texts(template)]
        problems += [*_blocks(template, read), *_others(template, read, broken)]
        problems += [template.at(*found) for found in unsafe_parts(template.name, template.source, template.tree)]
    return problems


def _read(name: str, source: str) -> _Template:
    tree = _ENVIRONMENT.parse(source, name)
    template = _Template(name, source, tree, every=list(tree.find_all(nodes.Node)))
    template.blocks = {block.name: block.lineno for block in template.of(nodes.Block)}
    extends = next(template.of(nodes.Extends), None)
    if extends is not None and isinstance(extends.template, nodes.Const):
        template.parent = extends.template.value
    return template


def _names(template: _Template) -> Iterator[Problem]:
    """A name that nobody fills in ends the page with an error; so does a filter that does not exist."""
    own = {node.name for node in template.of(nodes.Name) if node.ctx != "load"}
    own |= {node.name for node in template.of(nodes.Macro)}
    for taken in template.of(nodes.FromImport):
        own |= {name if isinstance(name, str) else name[1] for name in taken.names}
    group = max((start for start in parts.VALUES if template.name.startswith(start)), key=len, default="")
    filled_in = {*parts.VALUES.get(group, "").split(), *_ENVIRONMENT.globals, *_OF_JINJA}
    for name in template.of(nodes.Name):
        if name.ctx == "load" and name.name not in own | filled_in:
            remedy = alternatives(name.name, own | filled_in - set(_ENVIRONMENT.globals))
            yield template.at(name.lineno, f"{name.name} wordt hier niet ingevuld. {remedy}")
    for used in template.of(nodes.Filter):
        if used.name not in _FILTERS:
            yield template.at(used.lineno, f"het filter {used.name} bestaat niet. {alternatives(used.name, _FILTERS)}")
        elif used.name == "safe" and not _is_ours(used.node):
            yield template.at(used.lineno, f"safe toont wat mensen typen als opmaak. {_UNSAFE}")
    keys = [(part.attr, part.lineno) for part in template.of(nodes.Getattr)]
    keys += [(part.value, part.lineno) for part in template.of(nodes.Const) if isinstance(part.value, str)]
    for key, line in keys:
        if _INNER.search(key):
            yield template.at(line, f"{key} hoort bij de werking van de app, niet bij een tekst. {_UNSAFE}")
    for changed in template.of(nodes.ScopedEvalContextModifier):
        yield template.at(changed.lineno, f"autoescape toont wat mensen typen als opmaak. {_UNSAFE}")


def _is_ours(value: nodes.Node | None) -> bool:
    """Whether markup was written here: a text between quotes with a class in it, or a banner that a template made."""
    if isinstance(value, nodes.Concat):
        return all(_is_ours(part) for part in value.nodes)
    if isinstance(value, nodes.Name):
        return value.name == "class"
    return isinstance(value, nodes.Const) or (isinstance(value, nodes.Getattr) and value.attr == "html")


def _needed(template: _Template) -> Iterator[Problem]:
    there = {node.name for node in template.of(nodes.Name) if node.ctx == "load"}
    there |= {node.value for node in template.of(nodes.Const) if isinstance(node.value, str)}
    for word in parts.NEEDED.get(template.name, "").split():
        if word not in there:
            yield template.at(1, f"{word} is weg, en dit onderdeel hoort in deze tekst. Zet {word} terug")
    set_here = {
        node.target.name
        for node in template.tree.body
        if isinstance(node, nodes.Assign) and hasattr(node.target, "name")
    }
    for word in parts.SETS.get(template.name, "").split():
        if word not in set_here:
            yield template.at(1, f"{word} is weg, en dat leest de app hier. Zet {{% set {word} = '…' %}} terug")
    if template.name in parts.MAILS:
        for node in template.of(nodes.Block):
            if node.name in parts.MAIL_BLOCKS and "reference" not in {n.name for n in node.find_all(nodes.Name)}:
                yield template.at(node.lineno, f"in {node.name} is {{{{ reference }}}} weg. Zet de referentie terug")


def _keys(template: _Template) -> Iterator[Problem]:
    """Keys of messages and labels that are named whole, or by how they begin."""
    for item in template.of(nodes.Getitem):
        if not isinstance(item.node, nodes.Name) or item.node.name not in ("messages", "labels"):
            continue
        known = MESSAGES if item.node.name == "messages" else LABELS
        for argument in [item.arg.expr1, item.arg.expr2] if isinstance(item.arg, nodes.CondExpr) else [item.arg]:
            begins = isinstance(argument, nodes.Concat)
            key = argument.nodes[0] if isinstance(argument, nodes.Concat) else argument
            if not isinstance(key, nodes.Const):
                continue
            if not any(known_key.startswith(key.value) if begins else known_key == key.value for known_key in known):
                text = f"{key.value} is geen sleutel van {item.node.name}. {alternatives(key.value, known)}"
                yield template.at(item.lineno, text)


def _texts(template: _Template) -> Iterator[Problem]:
    plain = _CODE.sub(lambda code: "…" + "\n" * code[0].count("\n"), template.source)
    if ".html" in template.name or ".svg" in template.name:
        plain = _TAG.sub(_told, plain)
    for number, line in enumerate(plain.split("\n"), start=1):
        pattern, amount = AMOUNT
        wrong = [*contact_details_in(line), *([amount] if pattern.search(line) else [])]
        for text in [*wrong, *([INFORMAL_TOLD] if INFORMAL.search(line) else [])]:
            yield template.at(number, text)
    for const in template.of(nodes.Const):
        if isinstance(const.value, str):
            for text in contact_details_in(const.value):
                yield template.at(const.lineno, text)


def _told(tag: re.Match[str]) -> str:
    words = " ".join(part for groups in _TOLD.findall(tag[0]) for part in groups if part)
    return f" {words.replace(chr(10), ' ')} " + "\n" * tag[0].count("\n")


def _blocks(template: _Template, read: dict[str, _Template]) -> Iterator[Problem]:
    """A block that its frame does not have is never shown; a mail or page without its own blocks says nothing."""
    wanted = parts.MAIL_BLOCKS if template.name in parts.MAILS else frozenset()
    if template.parent and template.name in parts.FILES:
        wanted = parts.FRAMED_BLOCKS
    for name in sorted(wanted - set(template.blocks)):
        near = alternatives(name, set(template.blocks) - wanted) if set(template.blocks) - wanted else ""
        yield template.at(1, f"het blok {name} ontbreekt. Zet {{% block {name} %}} terug. {near}".strip())
    if template.parent is None or template.parent not in read:
        return
    framed = _blocks_of(template.parent, read)
    inner = {nested.name for block in template.of(nodes.Block) for nested in block.find_all(nodes.Block)}
    for name, line in template.blocks.items():
        if name not in framed and name not in inner:
            yield template.at(line, f"het blok {name} bestaat niet in {template.parent}. {alternatives(name, framed)}")


def _blocks_of(name: str, read: dict[str, _Template]) -> set[str]:
    blocks: set[str] = set()
    seen: set[str] = set()
    while name in read and name not in seen:
        seen.add(name)
        blocks |= set(read[name].blocks)
        name = read[name].parent or ""
    return blocks


def _others(template: _Template, read: dict[str, _Template], broken: set[str]) -> Iterator[Problem]:
    """Templates that are named in this one, and what is taken from them."""
    takers: Iterator[Any] = template.of((nodes.Extends, nodes.Include, nodes.FromImport, nodes.Import))
    for node in takers:
        named = node.template
        if not isinstance(named, nodes.Const) or named.value in broken:
            continue
        if named.value not in read:
            yield template.at(node.lineno, f"het bestand {named.value} bestaat niet. {alternatives(named.value, read)}")
        elif isinstance(node, nodes.FromImport):
            there = {macro.name for macro in read[named.value].of(nodes.Macro)}
            for name in (name if isinstance(name, str) else name[0] for name in node.names):
                if name not in there:
                    yield template.at(node.lineno, f"{name} staat niet in {named.value}. {alternatives(name, there)}")
