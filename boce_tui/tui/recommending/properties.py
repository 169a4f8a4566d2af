"""What belongs to a recommendation beside its text: for whom, by when, by whom, where it belongs."""

from __future__ import annotations

from boce_tui.cycle import recommending
from boce_tui.cycle.deciding.standing import standings
from boce_tui.cycle.following_up import earlier as following
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.agenda import Body
from boce_tui.domain.keys import join
from boce_tui.domain.moments import is_day_or_month
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup
from boce_tui.domain.vocabulary import EARLIER_LINK, PROGRESS_CLASS, label
from boce_tui.locale import _, language
from boce_tui.tui.recommending import groups
from boce_tui.tui.text import Piece
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.widgets.fields import Unreadable, read_day, read_month, write_day
from boce_tui.tui.widgets.pick_list import PickRow
from boce_tui.tui.working.pick import Choice, pick, pick_many
from boce_tui.tui.working.screen import WorkingScreen

_NONE = "none"


def property_rows(screen: WorkingScreen, key: str, value: Recommendation) -> list[PickRow]:
    """One line per property; what must be filled in and is empty says so."""
    dossier = screen.dossier
    names = body_names(screen)
    group = dossier.value(RecommendationGroup, join(screen.round_id, value.group)) if value.group else None
    together = ", ".join(names.get(body, body) for body in value.co_addressees)
    earlier = {e.key: e for e in following.earlier(dossier, screen.round_id)}
    links = [
        f"{label(EARLIER_LINK, link.kind)} {e.number} ({label(PROGRESS_CLASS, e.progress)})"
        if (e := earlier.get(link.recommendation))
        else f"{label(EARLIER_LINK, link.kind)} {screen.titles().number(link.recommendation)}"
        for link in value.earlier
    ]
    rows: list[tuple[str, str, Piece]] = [
        ("addressee", _("For"), names.get(value.addressee, value.addressee) or _must()),
        ("co_addressees", _("Together with"), together or ("-", "stil")),
        ("deadline", _("Not later than"), write_day(value.deadline) or _must()),
        ("owner", _("Done by"), names.get(value.owner, value.owner) or ("-", "stil")),
        ("group", _("Group"), group.title if group else _must()),
        ("theme", _("Theme"), theme_name(dossier, value.theme)),
        ("earlier", _("Follows on"), "; ".join(links) or ("-", "stil")),
    ]
    if said := next((one.said() for one in standings(dossier, screen.round_id) if one.key == key), ""):
        rows.insert(0, ("decisions", _("Decision"), said))
    return [PickRow(row_id, ((name, "stil"), piece)) for row_id, name, piece in rows]


def _must() -> Piece:
    return _("to be filled in"), "let-op"


def body_names(screen: WorkingScreen) -> dict[str, str]:
    """Body id -> its name in the language of the moment, in the order of the settings."""
    bodies = sorted(screen.dossier.values(Body).items(), key=lambda entry: (entry[1].order, entry[0]))
    english = language() == "en"
    return {key: (english and body.name_en) or body.name for key, body in bodies}


def change_property(screen: WorkingScreen, key: str, value: Recommendation, field: str) -> None:
    """Ask another value for one property."""
    match field:
        case "addressee":
            _pick_body(screen, key, field, value.addressee, _("For whom is it?"))
        case "owner":
            _pick_body(screen, key, field, value.owner, _("Who does it?"), empty=True)
        case "co_addressees":
            _together(screen, key)
        case "deadline":
            _deadline(screen, key, value)
        case "group":
            _group(screen, key, value)
        case "theme":
            _save_picked(
                screen, key, field, _("About which theme is it?"), groups.themes(screen, value.theme)
            )
        case "earlier":
            _earlier(screen, key, value)
        case "decisions":
            from boce_tui.tui.deciding.one import DecisionScreen

            screen.settle()
            screen.boce.open(DecisionScreen(key))


def _changed(field: str) -> str:
    """What undo calls a change of this property."""
    return {
        "addressee": _("the body it is for"),
        "co_addressees": _("together with whom"),
        "deadline": _("latest day"),
        "owner": _("done by whom"),
        "theme": _("the theme it is about"),
    }[field]


def _save_picked(screen: WorkingScreen, key: str, field: str, question: str, options: list[Choice]) -> None:
    def chosen(option: str) -> None:
        wanted = "" if option == _NONE else option
        screen.do(
            _changed(field),
            lambda d: recommending.change_recommendation(d, key, **{field: wanted}),
        )

    pick(screen.boce, question, options, chosen)


def _pick_body(
    screen: WorkingScreen, key: str, field: str, now: str, question: str, *, empty: bool = False
) -> None:
    options = [Choice(body, name, on=body == now) for body, name in body_names(screen).items()]
    if empty:
        options.insert(0, Choice(_NONE, _("nobody in particular"), on=not now))
    _save_picked(screen, key, field, question, options)


def _together(screen: WorkingScreen, key: str) -> None:
    def offered() -> list[Choice]:
        item = screen.dossier.value(Recommendation, key)
        on = item.co_addressees if item else ()
        return [Choice(body, name, on=body in on) for body, name in body_names(screen).items()]

    def toggle(body: str) -> None:
        screen.do(_changed("co_addressees"), lambda d: recommending.toggle_together(d, key, body))

    pick_many(screen.boce, _("Together with whom?"), offered, toggle)


def _deadline(screen: WorkingScreen, key: str, value: Recommendation) -> None:
    def save(text: str) -> None:
        screen.do(
            _changed("deadline"),
            lambda d: recommending.change_recommendation(d, key, deadline=_read(text)),
        )

    ask_text(
        screen.boce,
        _("By when?"),
        save,
        text=write_day(value.deadline),
        detail=_("A day (01-03-2042) or a month (03-2042)."),
        check=_check_deadline,
    )


def _read(text: str) -> str:
    for read in (read_day, read_month):
        try:
            found = read(text)
        except Unreadable:
            continue
        if not found or is_day_or_month(found):
            return found
    raise Unreadable(_("Write it as 01-03-2042, or as 03-2042."))


def _check_deadline(text: str) -> str:
    try:
        _read(text)
    except Unreadable as problem:
        return str(problem)
    return ""


def _group(screen: WorkingScreen, key: str, value: Recommendation) -> None:
    found = recommending.groups(screen.dossier, screen.round_id)
    options = [
        Choice(g.key.rsplit("/", 1)[-1], g.value.title, theme_name(screen.dossier, g.value.theme))
        for g in found
        if g.value and not g.key.endswith(f"/{value.group}")
    ]

    def chosen(group: str) -> None:
        screen.do(_("moving"), lambda d: recommending.move_to_group(d, key, group))

    if options:
        pick(screen.boce, _("To which group?"), options, chosen)
    else:
        screen.tell(_("There is no other group yet: N in the list starts one."))


def _earlier(screen: WorkingScreen, key: str, value: Recommendation) -> None:
    linked = {link.recommendation: link.kind for link in value.earlier}
    options = [
        Choice(
            e.key,
            f"{e.number}  {shortened(e.value.text, 60)}",
            label(EARLIER_LINK, linked[e.key]) if e.key in linked else label(PROGRESS_CLASS, e.progress),
            e.key in linked,
        )
        for e in following.earlier(screen.dossier, screen.round_id)
    ]
    if not options:
        screen.tell(_("There is no round before this one with recommendations."))
        return

    def link(earlier: str, kind: str) -> None:
        wanted = linked.get(earlier, "") if kind == _NONE else kind
        if wanted and (kind == _NONE or linked.get(earlier) != kind):
            screen.do(
                _("link to an earlier recommendation"),
                lambda d: recommending.link_earlier(d, key, wanted, earlier),
            )

    def chosen(earlier: str) -> None:
        kinds = [Option(kind, label(EARLIER_LINK, kind)) for kind in EARLIER_LINK]
        choose(
            screen.boce,
            _("What does this recommendation do with the earlier one?"),
            [*kinds, Option(_NONE, _("no link"))],
            lambda kind: link(earlier, kind),
            default=linked.get(earlier, ""),
        )

    pick(screen.boce, _("Which earlier recommendation?"), options, chosen)
