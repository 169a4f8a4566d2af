"""What taking over a document or a names file would do, and what it did: the same words everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boce_tui.cycle.exchanging import Imported
from boce_tui.cycle.handing_over.coming import Coming
from boce_tui.cycle.handing_over.names_coming import NamesComing
from boce_tui.cycle.handing_over.names_joining import NamesJoined
from boce_tui.cycle.merging.saying import MOST_NAMED, named
from boce_tui.cycle.withdrawing.saying import Line
from boce_tui.domain.kinds import kind_label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier


def coming_lines(dossier: Dossier, found: Coming) -> list[Line]:
    """What a document brings."""
    lines = [
        Line("head", _("What comes in")),
        Line("plain", _("round: {round}").format(round=found.round_id)),
    ]
    if found.nothing_new:
        lines.append(Line("plain", _("Nothing new: all of it is here already.")))
    else:
        lines += [
            Line("plain", _("new: {n}").format(n=sum(found.new.values()))),
            Line("plain", _("replaced: {n}").format(n=sum(found.replaced.values()))),
        ]
    lines.append(Line("plain", _("the same: {n}").format(n=found.same)))
    if found.taken_out:
        lines.append(Line("warn", _("taken out: {n}").format(n=sum(found.taken_out.values()))))
    if found.both:
        lines.append(Line("warn", _("conflicting: {n}").format(n=len(found.both))))
    lines += _by_kind(_("New"), found.new)
    lines += _by_kind(_("Replaced by what the evaluators have now"), found.replaced)
    lines += _by_kind(_("Taken out by the evaluators, so here too"), found.taken_out)
    if found.both:
        lines.append(Line("head", _("Changed on both sides: nothing gets lost, you compare them afterwards")))
        lines += [Line("plain", named(dossier, *item)) for item in found.both[:MOST_NAMED]]
        if len(found.both) > MOST_NAMED:
            lines.append(Line("quiet", _("and {n} more").format(n=len(found.both) - MOST_NAMED)))
    if found.next_one and not found.nothing_new:
        lines.append(Line("head", _("It takes the place of the hand-over that is here")))
        text = _("What somebody took back since goes here too, for good, also from backups of this dossier.")
        lines.append(Line("warn", text))
        lines.append(Line("plain", _("What you wrote yourself stays.")))
    return lines


def _by_kind(title: str, kinds: Mapping[str, int]) -> Iterator[Line]:
    if kinds:
        yield Line("head", title)
    for view, number in kinds.items():
        yield Line("plain", f"{kind_label(view)}: {number}")


def imported_lines(round_id: str, done: Imported) -> list[Line]:
    """What was taken over of a document."""
    text = ngettext(
        "Taken over: round {round}, {n} change.", "Taken over: round {round}, {n} changes.", done.new
    )
    lines = [Line("plain", text.format(round=round_id, n=done.new))]
    if done.gone:
        text = ngettext("{n} text was erased here too.", "{n} texts were erased here too.", done.gone)
        lines.append(Line("plain", text.format(n=done.gone)))
    if done.backup is not None:
        text = _("The backup from before is {file}; boce restore puts it back.")
        lines.append(Line("quiet", text.format(file=done.backup.name)))
    return lines


def names_lines(found: NamesComing) -> list[Line]:
    """What a names file brings; nobody is named."""
    lines = [Line("head", _("What comes in")), Line("plain", _("people: {n}").format(n=found.people))]
    if not found.replaces:
        lines.append(Line("plain", _("There is no names file here yet.")))
        return lines
    if found.compared:
        lines += [
            Line("plain", _("new: {n}").format(n=found.new)),
            Line("plain", _("the same: {n}").format(n=found.same)),
            Line("warn" if found.gone else "plain", _("no longer in it: {n}").format(n=found.gone)),
        ]
    else:
        text = _("The names that are here are locked, so they could not be compared.")
        lines.append(Line("warn", text))
    lines.append(Line("head", _("It takes the place of the names file that is here")))
    text = _("Who is no longer in it goes for good, also from the copies beside the backups.")
    lines.append(Line("warn", text))
    return lines


def joined_lines(found: NamesJoined) -> list[Line]:
    """What the names of the other laptop bring; nobody is named."""
    lines = [
        Line("head", _("What comes in")),
        Line("plain", _("new: {n}").format(n=len(found.new))),
        Line("plain", _("filled in where something was empty: {n}").format(n=len(found.filled))),
        Line("plain", _("the same: {n}").format(n=found.same)),
        Line("plain", _("words for the name check: {n}").format(n=found.words)),
    ]
    if found.unknown:
        text = _("not known in this dossier: {n}. They stay out; take the bundle of that laptop over first.")
        lines.append(Line("warn", text.format(n=found.unknown)))
    if found.differing:
        text = _("Something else stands here about {codes}. That stays; their spelling is looked for too.")
        lines.append(Line("warn", text.format(codes=", ".join(found.differing))))
    lines.append(Line("quiet", _("Nothing that is here goes.")))
    return lines
