"""The parts of the progress letter and of the progress overview, as blocks of Markdown."""

from __future__ import annotations

from functools import partial

from boce_tui.domain.meetings import MEETING_STATUS
from boce_tui.domain.progressing import DELAY_REASONS
from boce_tui.domain.vocabulary import FORMS, PROGRESS_STATUS, label
from boce_tui.locale import _, ngettext
from boce_tui.reports.blocks import Piece, bullets, fill, heading, listing, paragraph, stack, strong, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.progress import (
    LetterModel,
    Network,
    OverviewModel,
    PlanModel,
    ProgressCell,
    Work,
    WorkRow,
)

_OVER = "!"


def letter_parts(letter: LetterModel) -> Functions:
    """What the template of the letter may call."""
    own = (opening, status_table, plan, themes, coordination, meetings, signatures)
    return {function.__name__: partial(function, letter) for function in own}


def overview_parts(overview: OverviewModel) -> Functions:
    """What the template of the overview may call."""
    own = (status_table, plan, asked, hours, marked, reasons, themes, coordination, meetings)
    return {function.__name__: partial(function, overview) for function in own}


def plan_parts(document: PlanModel) -> Functions:
    """What the template of the annual plan may call."""
    return {"planned": partial(planned, document)}


def planned(document: PlanModel) -> Md:
    """Theme by theme what is planned in each form; "nothing planned" is said too."""
    if not document.themes:
        return paragraph(_("No theme has been planned yet."))
    found: list[Md] = []
    for theme in document.themes:
        found.append(heading(2, theme.name))
        for form, text in zip(FORMS, theme.results, strict=True):
            found.append(heading(3, cell_heading(theme.name, form)))
            found.append(paragraph(text) if text else paragraph(_("Nothing planned.")))
    return stack(found)


# --- both ---------------------------------------------------------------------------------------------------


def state_words(cell: ProgressCell) -> str:
    """How a cell stands, in words; never blank."""
    if cell.idle:
        return _("no activities")
    return label(PROGRESS_STATUS, cell.status) if cell.status else _("not filled in")


def cell_heading(theme: Piece, form: str) -> str:
    """The heading of one theme in one form: no heading may stand twice in a document."""
    return _("{theme}: {form}").format(theme=theme, form=label(FORMS, form))


def status_table(document: LetterModel | OverviewModel) -> Md:
    """Every theme in every form."""
    rows: list[tuple[Piece, ...]] = [
        (theme.name, *(state_words(cell) for cell in theme.cells)) for theme in document.themes
    ]
    stopped = [theme.name for theme in document.themes if theme.stopped_undecided]
    words = _("Stopped without a decision: {themes}.")
    named = paragraph(fill(words, themes=listing(stopped))) if stopped else Md("")
    return stack([table([_("Theme"), *(label(FORMS, form).capitalize() for form in FORMS)], rows), named])


def plan(document: LetterModel | OverviewModel) -> Md:
    """The annual plan that what was planned comes from; nothing when there is none."""
    if not document.plan:
        return Md("")
    if document.plan_date:
        words = _("What was planned comes from: {plan} ({date}).")
        return paragraph(fill(words, plan=document.plan, date=day(document.plan_date)))
    return paragraph(fill(_("What was planned comes from: {plan}."), plan=document.plan))


def themes(document: LetterModel | OverviewModel) -> Md:
    """Theme by theme, each form under its own heading."""
    found: list[Md] = []
    for theme in document.themes:
        found.append(heading(2, theme.name))
        for cell in theme.cells:
            found += [heading(3, cell_heading(theme.name, cell.form)), *_cell(cell)]
    return stack(found)


def _cell(cell: ProgressCell) -> list[Md]:
    planned = [paragraph(cell.planned, lead=_("Planned:"))] if cell.planned else []
    if cell.idle:
        return [*planned, paragraph(_("No activities."))]
    if not cell.status:
        return [*planned, paragraph(_("Not filled in yet."))]
    state = _("Status: {status}.").format(status=label(PROGRESS_STATUS, cell.status))
    found = [*planned, paragraph(state, tail=_because(cell))]
    if cell.explanation:
        found.append(paragraph(cell.explanation))
    if cell.achieved:
        found.append(paragraph(cell.achieved, lead=_("Achieved so far:")))
    if cell.next:
        words = _("Next step ({day}):").format(day=day(cell.next_date)) if cell.next_date else _("Next step:")
        found.append(paragraph(cell.next, lead=words))
    elif cell.next_date:
        found.append(paragraph(_("Next step on {day}.").format(day=day(cell.next_date))))
    if cell.new_date:
        found.append(paragraph(_("New date: {day}.").format(day=day(cell.new_date))))
    if cell.learned:
        found.append(paragraph(cell.learned, lead=_("What we learned:")))
    if cell.success:
        found.append(paragraph(cell.success, lead=_("Worth sharing:")))
    if cell.networks:
        rows = [_network(one) for one in cell.networks]
        found.append(table([_("Network"), _("Who"), _("On behalf of")], rows))
    return found


def _because(cell: ProgressCell) -> Md:
    if not cell.reasons:
        return Md("")
    return fill(_("Reason: {reasons}."), reasons=listing(cell.reasons))


def _network(one: Network) -> tuple[Piece, ...]:
    return one.name, one.who, one.behalf


def coordination(document: LetterModel | OverviewModel) -> Md:
    """How the coordination stands."""
    return paragraph(document.coordination or _("There is nothing to say about the coordination."))


def meetings(document: LetterModel | OverviewModel) -> Md:
    """The meetings, with the old day of those that were moved."""
    if not document.meetings:
        return paragraph(_("No meetings were held or planned."))
    rows = [
        (day(one.date), one.title, label(MEETING_STATUS, one.status), day(one.new_date))
        for one in document.meetings
    ]
    return table([_("Date"), _("Meeting"), _("Status"), _("New date")], rows)


# --- the letter ---------------------------------------------------------------------------------------------


def opening(letter: LetterModel) -> Md:
    """The first paragraph, when it is not written by hand."""
    sentence = _("With this letter we inform you about the progress of the {agenda}, as it was on {day}.")
    first = fill(sentence, agenda=letter.agenda, day=day(letter.date))
    second = _("For each theme we tell what we do together, where we speak with one voice and what we learn.")
    return Md(f"{first} {fill(second)}")


def signatures(letter: LetterModel) -> Md:
    """Who sends it; names are written by hand, outside the app."""
    return bullets(
        [fill(_("the executive of {municipality}"), municipality=place) for place in letter.municipalities]
    )


# --- the overview -------------------------------------------------------------------------------------------


def asked(overview: OverviewModel) -> Md:
    """The decisions that are asked, theme by theme."""
    found: list[Piece] = []
    for work in overview.work:
        for row in work.rows:
            if row.asked is None:
                continue
            head = fill("{theme}, {form}:", theme=work.theme, form=label(FORMS, row.form))
            words: Piece = row.asked.what or _("a decision is needed")
            line = fill("{head} {what}", head=strong(head), what=words)
            if row.asked.needed == "partly":
                line = fill(_("{line} (partly needed)"), line=line)
            if row.asked.body:
                line = fill(_("{line} Asked of: {body}."), line=line, body=row.asked.body)
            if row.asked.date:
                line = fill(_("{line} New date: {day}."), line=line, day=day(row.asked.date))
            found.append(line)
    return bullets(found) if found else paragraph(_("No decisions are asked."))


def hours(overview: OverviewModel) -> Md:
    """Hours planned and spent per cell, with a total per theme."""
    rows: list[tuple[Piece, ...]] = []
    for work in overview.work:
        rows += [_hours(work, row) for row in work.rows if row.planned or row.spent]
        total = fill("{hours} {mark}", hours=work.spent, mark=_OVER) if work.over else work.spent
        rows.append((strong(work.theme), strong(_("together")), work.planned, total, ""))
    return table([_("Theme"), _("Form"), _("Planned"), _("Spent"), _("Who")], rows, right=[2, 3])


def _hours(work: Work, row: WorkRow) -> tuple[Piece, ...]:
    spent: Piece = fill("{hours} {mark}", hours=row.spent, mark=_OVER) if row.over else row.spent
    who: Piece = row.leads
    if row.joins:
        others = listing(row.joins)
        who = fill(_("{lead} with {others}"), lead=row.leads, others=others) if row.leads else others
    return work.theme, label(FORMS, row.form), row.planned, spent, who


def marked(overview: OverviewModel) -> Md:
    """What the mark means, when it is there."""
    if not any(work.over or any(row.over for row in work.rows) for work in overview.work):
        return Md("")
    return paragraph(fill(_("{mark} More hours were spent than planned."), mark=strong(_OVER)))


def reasons(overview: OverviewModel) -> Md:
    """How often which reason for delay was given."""
    if not overview.reasons:
        return paragraph(_("No reasons for delay were given."))
    rows = [(label(DELAY_REASONS, one.reason), one.now, one.total) for one in overview.reasons]
    words = ngettext(
        "Counted over {n} progress round.", "Counted over {n} progress rounds.", overview.rounds
    ).format(n=overview.rounds)
    head = [_("Reason"), _("This time"), _("In all rounds")]
    return stack([table(head, rows, right=[1, 2]), paragraph(words)])
