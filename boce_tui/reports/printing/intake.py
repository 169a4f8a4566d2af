"""The parts of the fiche of a candidate theme and of the comparison, as blocks of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from boce_tui.domain.advising import REASONS
from boce_tui.domain.intake import INTAKE_CHOICE, QUARTERS
from boce_tui.domain.vocabulary import FORMS, THREE_K, YES_NO_PARTLY, label
from boce_tui.locale import _, ngettext
from boce_tui.reports.blocks import Piece, bullets, fill, heading, listing, paragraph, stack, strong, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.intake import Candidate, HoursRow, IntakeModel, IntakesModel
from boce_tui.reports.printing.host_tasks import host_tasks, route

_OVER = "!"


def intake_parts(model: IntakeModel) -> Functions:
    """What the template of the fiche may call."""
    own = (
        called,
        opening,
        route,
        advice,
        missing,
        support,
        feasibility,
        three_k,
        assignment,
        hours,
        planning,
        owners,
        ended,
    )
    return {function.__name__: partial(function, model.candidate) for function in own}


def intakes_parts(model: IntakesModel) -> Functions:
    """What the template of the comparison may call."""
    own = (comparison, marked, decisions, host_tasks)
    return {function.__name__: partial(function, model) for function in own}


# --- the fiche ----------------------------------------------------------------------------------------------


def called(one: Candidate) -> Md:
    """The heading: a theme or a host task."""
    words = _("Business case {number}: {title}") if one.host_task else _("Theme intake {number}: {title}")
    return heading(1, fill(words, number=one.number, title=one.title))


def opening(one: Candidate) -> Md:
    """What it is about and where it comes from."""
    come = paragraph(_("This topic was named in the interviews.")) if one.named else Md("")
    return stack([paragraph(one.description) if one.description else Md(""), come])


def advice(one: Candidate) -> Md:
    """The advice, the decision, and why."""
    if one.host_task:
        return Md("")
    judged = one.judged
    why = " ".join(label(REASONS, reason) for reason in judged.reasons)
    rows: list[Piece] = [
        fill(_("{label} {advice}. {why}"), label=strong(_("Advice:")), advice=_choice(judged.advice), why=why)
    ]
    if judged.decision:
        words = fill(_("{label} {decision}"), label=strong(_("Decision:")), decision=_choice(judged.decision))
        if judged.body:
            words = fill(_("{decision}, by {body}"), decision=words, body=judged.body)
        if judged.date:
            words = fill(_("{decision}, on {day}"), decision=words, day=day(judged.date))
        rows.append(Md(f"{words}."))
        if judged.motivation:
            rows.append(fill(_("{label} {text}"), label=strong(_("Motivation:")), text=judged.motivation))
    else:
        rows.append(fill(_("{label} none yet."), label=strong(_("Decision:"))))
    if one.informed:
        rows.append(fill(_("The councils were informed on {day}."), day=day(one.informed)))
    return bullets(rows)


def missing(one: Candidate) -> Md:
    """What has to be filled in before it can be included."""
    if not one.missing:
        return Md("")
    lead = paragraph(
        _("Still missing, so that the business case cannot be agreed with yet:")
        if one.host_task
        else _("Still missing, so that the theme cannot be included yet:")
    )
    return stack([lead, bullets(one.missing)])


def support(one: Candidate) -> Md:
    """Per municipality and level."""
    rows: list[tuple[Piece, ...]] = [
        (
            row.municipality,
            _said(row.executive, row.executive_by, row.executive_on),
            _said(row.official, row.official_by, row.official_on),
        )
        for row in one.support
    ]
    parts = [table([_("Municipality"), _("Executive"), _("Officials")], rows)] if rows else []
    if one.sensitive:
        parts.append(paragraph(one.sensitive, lead=_("Sensitive locally:")))
    return stack(parts)


def _said(answer: str, by: Piece, on: str) -> Piece:
    word = label(YES_NO_PARTLY, answer) if answer else _("not asked yet")
    if by and on:
        return fill(_("{answer} ({who}, {day})"), answer=word, who=by, day=day(on))
    return fill(_("{answer} ({who})"), answer=word, who=by or day(on)) if by or on else word


def feasibility(one: Candidate) -> Md:
    """The verdict, and why."""
    verdict = label(YES_NO_PARTLY, one.feasible) if one.feasible else _("not judged yet")
    forms = listing([label(FORMS, form) for form in one.forms]) if one.forms else Md("")
    rows: list[Piece] = [fill(_("Feasible: {verdict}"), verdict=verdict)]
    if one.why:
        rows.append(one.why)
    if forms:
        rows.append(fill(_("Form: {forms}"), forms=forms))
    if one.fallback:
        fallback = label(FORMS, one.fallback) if one.fallback in FORMS else _("then it ends")
        rows.append(fill(_("To fall back on: {form}"), form=fallback))
    return bullets(rows)


def three_k(one: Candidate) -> Md:
    """The marks, with what shows them."""
    rows = [(label(THREE_K, mark.name), mark.score, mark.evidence) for mark in one.marks]
    return table([_("K"), _("Mark (1-5)"), _("What shows it")], rows, right=[1])


def assignment(one: Candidate) -> Md:
    """What is to be done."""
    if not one.assignment:
        return paragraph(_("Nothing was filled in here yet."))
    return bullets(
        [fill("{question}: {answer}", question=x.question, answer=x.answer) for x in one.assignment]
    )


def hours(one: Candidate) -> Md:
    """What is asked per quarter; a mark where there is less."""
    if not one.hours:
        return paragraph(_("Nothing was filled in here yet."))
    rows = [(row.place, *_amounts(row)) for row in one.hours]
    parts = [table([_("Hours"), *_quarters()], rows, right=range(1, 5))]
    if not one.hours_known:
        parts.append(paragraph(fill(_("The hours there are in {year} were not filled in."), year=one.year)))
    elif any(over for row in one.hours for over in row.over):
        words = _("{mark} Over budget: more hours are asked than there are left (in brackets).")
        parts.append(paragraph(fill(words, mark=strong(_OVER))))
    guaranteed = label(YES_NO_PARTLY, one.guaranteed) if one.guaranteed else _("not asked yet")
    total = fill(_("In total {hours} hours in {year}."), hours=one.total, year=one.year)
    found: list[Piece] = [total, fill(_("Guaranteed by the commissioners: {answer}."), answer=guaranteed)]
    if one.adopted:
        found.append(fill(_("Adopted by the steering group on {day}."), day=day(one.adopted)))
    if one.money:
        found.append(fill(_("Money from outside: {amount} euro."), amount=one.money))
    return stack([*parts, bullets(found)])


def _amounts(row: HoursRow) -> Iterator[Piece]:
    for asked, left, over in zip(row.asked, row.left, row.over, strict=True):
        yield fill("{asked} {mark} ({left})", asked=asked, mark=_OVER, left=left) if over else asked


def _quarters() -> list[str]:
    return [_("Q{n}").format(n=quarter[1:]) for quarter in QUARTERS]


def planning(one: Candidate) -> Md:
    """The milestones, and the quarters in which they do not fit."""
    if not one.milestones:
        return paragraph(_("Nothing was filled in here yet."))
    rows = [(m.what, day(m.date), m.owner, m.hours) for m in one.milestones]
    found = [table([_("Milestone"), _("Date"), _("Who"), _("Hours")], rows, right=[3])]
    over = [_("Q{n}").format(n=quarter.number[1:]) for quarter in one.quarters if quarter.over]
    if over:
        words = _("{mark} Over capacity: the milestones of {quarters} take more hours than there are.")
        found.append(paragraph(fill(words, mark=strong(_OVER), quarters=listing(over))))
    if one.outside:
        words = ngettext(
            "{n} milestone is in another year than the budget.",
            "{n} milestones are in another year than the budget.",
            one.outside,
        )
        found.append(paragraph(words.format(n=one.outside)))
    return stack(found)


def owners(one: Candidate) -> Md:
    """Who owns it, by function."""
    if not one.owners:
        return paragraph(_("Nothing was filled in here yet."))
    rows = [(row.role, row.function, row.municipality) for row in one.owners]
    return table([_("Role"), _("Function"), _("Municipality")], rows)


def ended(one: Candidate) -> Md:
    """Why it ended and what remains."""
    if not one.ended:
        return Md("")
    lines = [fill("{question}: {answer}", question=x.question, answer=x.answer) for x in one.ended]
    return stack([heading(2, _("Exit")), bullets(lines)])


# --- the comparison -----------------------------------------------------------------------------------------


def comparison(model: IntakesModel) -> Md:
    """All candidates beside each other."""
    themes = _themes(model)
    if not themes:
        return paragraph(_("There are no candidate themes yet."))
    head = [_("Theme"), _("Support"), _("Feasible"), _("Cost"), _("Vulnerability"), _("Quality"), _("Hours"),
            _("Complete"), _("Advice")]  # fmt: skip
    return table(head, [_compared(one) for one in themes], right=[3, 4, 5, 6])


def _themes(model: IntakesModel) -> list[Candidate]:
    return [one for one in model.candidates if not one.host_task]


def _compared(one: Candidate) -> tuple[Piece, ...]:
    asked = [answer for row in one.support for answer in (row.executive, row.official)]
    refused = [row.municipality for row in one.support if "no" in (row.executive, row.official)]
    if refused:
        supported: Piece = fill(_("not in {places}"), places=listing(refused))
    elif not asked or any(answer in ("", "dont_know") for answer in asked):
        supported = _("not known everywhere")
    else:
        supported = _("everywhere") if set(asked) == {"yes"} else _("partly")
    over = any(any(row.over) for row in one.hours) or any(quarter.over for quarter in one.quarters)
    return (
        fill("{number} {title}", number=one.number, title=one.title),
        supported,
        label(YES_NO_PARTLY, one.feasible),
        *(mark.score for mark in one.marks),
        fill("{hours} {mark}", hours=one.total, mark=_OVER) if over else one.total,
        _("no") if one.missing else _("yes"),
        _choice(one.judged.advice),
    )


def marked(model: IntakesModel) -> Md:
    """What the mark means, when it is there."""
    over = (
        any(any(row.over) for row in one.hours) or any(quarter.over for quarter in one.quarters)
        for one in _themes(model)
    )
    if not any(over):
        return Md("")
    words = _("{mark} In one or more quarters more hours are asked than there are.")
    return paragraph(fill(words, mark=strong(_OVER)))


def decisions(model: IntakesModel) -> Md:
    """What was decided on each, by whom and when, and why."""
    rows: list[tuple[Piece, ...]] = []
    for one in _themes(model):
        judged = one.judged
        words = _choice(judged.decision) if judged.decision else _("no decision yet")
        if judged.deviates:
            words = _("{decision} (differs from the advice)").format(decision=words)
        title = fill("{number} {title}", number=one.number, title=one.title)
        rows.append((title, words, day(judged.date), judged.body, judged.motivation))
    if not rows:
        return paragraph(_("Nothing was decided yet."))
    return table([_("Theme"), _("Decision"), _("Date"), _("By"), _("Motivation")], rows)


def _choice(choice: str) -> str:
    return label(INTAKE_CHOICE, choice)
