"""Finding items and their versions: ``search``, ``history``, ``undo``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boce_tui.cli.output import date_time, say, say_json, say_table, tell
from boce_tui.errors import BadInput, DossierUnavailable, UsageProblem
from boce_tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.domain.base import Entity
    from boce_tui.env import Env
    from boce_tui.store import Dossier, Stored

_MOST_CANDIDATES = 20
_SHOWN = 60


def register(commands: Commands[Parser]) -> None:
    """Add the commands of this module."""
    text = _("find words in answers, findings, recommendations and everything else")
    search = commands.add_parser("search", help=text, description=text, allow_abbrev=False)
    search.add_argument("words", nargs="+", metavar=_("WORDS"), help=_("all of them have to be in it"))
    search.add_argument(
        "--limit", type=int, default=50, metavar=_("N"), help=_("at most this many (standard 50)")
    )
    search.set_defaults(run=_search)

    text = _("all versions of one item")
    history = commands.add_parser("history", help=text, description=text, allow_abbrev=False)
    history.set_defaults(run=_history)
    text = _("take back the last change of one item; no version gets lost")
    undo = commands.add_parser("undo", help=text, description=text, allow_abbrev=False)
    which = undo.add_mutually_exclusive_group()
    which.add_argument("--redo", action="store_true", help=_("take back an undo instead"))
    which.add_argument("--to", metavar=_("VERSION"), help=_("go back to this version, see boce history"))
    undo.set_defaults(run=_undo)
    for parser in (history, undo):
        parser.add_argument("item", metavar=_("ITEM"), help=_("kind:key as boce search shows it, or its end"))
    for parser in (search, history):
        parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))


def _search(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_read
    from boce_tui.cycle.searching import findable

    with open_to_read(env) as dossier:
        may_be_found = findable(dossier)
        found = dossier.search(" ".join(args.words), limit=max(args.limit, 1))
        hits = [hit for hit in found if may_be_found(hit.entity, hit.key)]
    if args.json:
        say_json(env, [hit._asdict() for hit in hits])
    elif hits:
        for hit in hits:
            say(env, f"{hit.entity}:{hit.key}")
            say(env, f"    {hit.snippet}")
    else:
        tell(env, _("Nothing found. Try fewer words, or only the beginning of a word."))
    return 0


def _kind_and_key(dossier: Dossier, text: str) -> tuple[type[Entity], str]:
    from boce_tui.domain.entities import ENTITIES

    found = dossier.items(text)
    if len(found) == 1 and found[0][0] in ENTITIES:
        return ENTITIES[found[0][0]], found[0][1]
    if not found:
        raise BadInput(
            _("The dossier has no item {name}.").format(name=text),
            hint=_("Find the right name with: boce search WORDS"),
        )
    names = [f"{entity}:{key}" for entity, key in found[:_MOST_CANDIDATES]]
    if len(found) > _MOST_CANDIDATES:
        names.append("...")
    raise UsageProblem(
        ngettext("{n} item is called that.", "{n} items are called that.", len(found)).format(n=len(found)),
        hint=_("Choose one of these: {names}").format(names=", ".join(names)),
    )


def _history(args: argparse.Namespace, env: Env) -> int:
    from datetime import datetime

    from boce_tui.cli.dossiers import open_to_read

    with open_to_read(env) as dossier:
        kind, key = _kind_and_key(dossier, args.item)
        versions: list[Stored[Any]] = list(dossier.history(kind, key))
        current = {version.id for version in dossier.heads(kind, key)}
    if args.json:
        say_json(env, [_as_json(version, current) for version in versions])
        return 0
    say(env, f"{kind.entity}:{key}")
    rows: list[tuple[object, ...]] = [(_("version"), _("when"), _("who"), _("what"), _("text"))]
    for version in versions:
        sign = "*" if version.id in current else " "
        what, text = _what(version), _text(version)
        rows.append(
            (f"{sign}{version.id}", date_time(datetime.fromisoformat(version.at)), version.author, what, text)
        )
    say_table(env, rows)
    tell(env, _("* is the current version."))
    return 0


def _as_json(version: Stored[Any], current: set[str]) -> dict[str, Any]:
    import msgspec

    return {
        "id": version.id,
        "entity": version.entity,
        "key": version.key,
        "at": version.at,
        "author": version.author,
        "kind": version.kind,
        "parents": list(version.parents),
        "deleted": version.deleted,
        "erased": version.erased,
        "current": version.id in current,
        "value": msgspec.to_builtins(version.value),
    }


def _what(version: Stored[Any]) -> str:
    if version.erased:
        return _("erased")
    if version.deleted:
        return _("deleted")
    words = {"edit": _("changed"), "undo": _("undone"), "redo": _("redone"), "import": _("imported")}
    return words[version.kind] if version.parents else _("made")


def _text(version: Stored[Any]) -> str:
    if version.value is None:
        return ""
    text = " ".join(version.value.words().split())
    if not text:
        import msgspec

        text = msgspec.json.encode(version.value).decode()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _undo(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_write
    from boce_tui.cycle.locking import check_item, check_undo
    from boce_tui.cycle.undoing import check_fixed, check_sources

    with open_to_write(env) as dossier, dossier.change():
        kind, key = _kind_and_key(dossier, args.item)
        before = dossier.value(kind, key)
        check_item(dossier, kind.entity, key)
        after: Stored[Any] | None
        if args.to:
            after = _bring_back(dossier, kind, key, args.to)
        elif args.redo:
            after = dossier.redo(kind, key)
        elif _versions_back(dossier, kind, key):
            after = None
        else:
            after = dossier.undo(kind, key)
        if after is not None:
            check_fixed(before, after.value)
            check_undo(before, after.value, may_open=False)
            check_sources(dossier, after.value)
        apart = after is None and (kind.entity, key) in dossier.conflicts()
    name = f"{kind.entity}:{key}"
    if apart:
        tell(env, _("{name} has two versions again. Compare them: boce conflicts {name}").format(name=name))
    elif after is None:
        text = (
            _("{name}: there is no undo to take back.")
            if args.redo
            else _("{name}: there is nothing to undo.")
        )
        tell(env, text.format(name=name))
    elif after.deleted:
        tell(env, _("{name} does not exist now. boce undo --redo brings it back.").format(name=name))
    else:
        tell(env, _("{name} is now:").format(name=name))
        say(env, _text(after))
    return 0


def _versions_back(dossier: Dossier, kind: type[Entity], key: str) -> bool:
    """When the last thing was that versions were made one: both again."""
    from boce_tui.cycle.merging.unsettling import unsettle

    heads = dossier.heads(kind, key)
    return len(heads) == 1 and heads[0].kind == "edit" and unsettle(dossier, kind, key, heads[0].id)


def _bring_back(dossier: Dossier, kind: type[Entity], key: str, rev: str) -> Stored[Any]:
    old = dossier.revision(rev)
    if old is None or (old.entity, old.key) != (kind.entity, key):
        raise BadInput(
            _("{name} has no version {rev}.").format(name=f"{kind.entity}:{key}", rev=rev),
            hint=_("See its versions with: boce history"),
        )
    if old.erased:
        raise DossierUnavailable(
            _("The earlier text was erased at someone's request and cannot come back."),
            hint=_("Nothing was changed."),
        )
    return dossier.delete(kind, key) if old.value is None else dossier.save(old.value, key)
