"""A small report model, made by hand; every person, place and outcome in it is invented."""

from __future__ import annotations

from typing import Any

from boce_tui.domain.giveaways import GiveawayList
from boce_tui.domain.keys import GENERAL
from boce_tui.reports.model import (
    AmbitionFact,
    AmbitionStatus,
    Appendices,
    AskedQuestion,
    Bullet,
    Chapter,
    Conclusion,
    CouncilDecision,
    Coverage,
    DocumentData,
    EarlierLink,
    Figure,
    FigureRow,
    Finding,
    FollowUp,
    GroupSize,
    Interviewee,
    Introduction,
    Origin,
    Part,
    QuestionSection,
    Quote,
    Recommendation,
    RecommendationGroup,
    ReportModel,
    Share,
    Source,
    StudiedDocument,
    Text,
    Theme,
)


def t(value: str, kind: str = "finding", key: str = "2041/F1", field: str = "text", **more: Any) -> Text:
    return Text(value, Origin(kind, key, field), **more)


def written(value: str, key: str) -> Text:
    return t(value, "chapter_text", f"2041/{key}", fillable=True)


NOBODY = GiveawayList()
WATER = Theme(id="water", name=t("Water & groen", "theme", "water", "name"))
ROADS = Theme(id="roads", name=t("Wegen", "theme", "roads", "name"))
EAST, WEST = t("Oosterdam", "organisation", "east", "name"), t("Westerveld", "organisation", "west", "name")


def source(ref: str, group: str = "official", **more: Any) -> Source:
    return Source(ref=ref, group=group, origin=Origin("answer", f"2041/{ref}/A1/-/all"), **more)


def finding(number: int, text: str, *sources: Source, **more: Any) -> Finding:
    values: dict[str, Any] = {"people": 3} | more
    return Finding(id=f"F{number}", text=t(text, "finding", f"2041/F{number}"), sources=sources, **values)


def part(chapter: str, theme: str, conclusion: str, *findings: Finding, **more: Any) -> Part:
    key = f"2041/{chapter}/{theme}"
    names = {"water": WATER.name, "roads": ROADS.name}
    return Part(
        theme=theme,
        title=names.get(theme, t("")),
        conclusion=t(conclusion, "sub_conclusion", key),
        findings=findings,
        origin=Origin("sub_conclusion", key),
        **more,
    )


F1 = finding(
    1,
    "De gemeenten weten elkaar beter te vinden dan vier jaar geleden.",
    source("G01", "executive"),
    source("G02"),
    source("G03"),
    quantifier="most",
    quotes=(Quote(text=t("Je belt elkaar nu gewoon even.", "quote", "2041/Q1"), ref="Q1", approval="yes"),),
    coverage=Coverage(supporting=6, opposing=1, answered=8),
)
F2 = finding(
    2,
    "De visie op water is af.\n\nHet duurde langer dan gedacht.",
    source("D1", kind="document"),
    source("G04", "executive"),
    evidence_type="document",
)
F3 = finding(
    3,
    "Over de wegen is niets afgesproken.",
    source("G05", "executive"),
    source("G02"),
    against=t("Er lopen wel gesprekken.", "finding", "2041/F3", "against_text"),
)
F4 = finding(
    4, "Uren zijn het grootste knelpunt.", source("G06"), source("G01", "executive"), quantifier="part"
)

STATUS = AmbitionStatus(
    theme=WATER,
    ambition=t("Een visie op water maken.", "ambition", "water1"),
    formal="realised",
    formal_by=t("Gemeenteraden", "body", "councils", "name"),
    formal_date="2040-02-08",
    assessed="exceeded",
    assessed_note=t("er ligt ook een plan", "ambition", "water1", "assessed"),
    perceived=(Share(status="realised", people=6), Share(status="unclear", people=2)),
    answered=8,
)
FIGURE = Figure(
    id="E1",
    title=t("Hoe beleeft u het samenwerken?", "instrument", "annual_evaluation.E1"),
    rows=(
        FigureRow(label=t("bestuurders", "vocabulary"), value=4.25, people=8, lowest=3, highest=5),
        FigureRow(label=t("ambtenaren", "vocabulary"), value=3.95, people=12, lowest=2, highest=5),
        FigureRow(label=t("samen", "vocabulary"), value=4.1, people=20, lowest=2, highest=5, total=True),
    ),
)

AMBITIONS = Chapter(
    id="ambitions",
    title=t("Ambities", "instrument", "annual_evaluation", "ambitions.title"),
    question=t("Wat was afgesproken en hoe ver kwam het?", "instrument", "annual_evaluation", "ambitions"),
    parts=(
        part("ambitions", GENERAL, "De samenwerking leverde contact op.", F1, figures=(FIGURE,)),
        part("ambitions", "water", "De ambitie voor water is gehaald.", F2, statuses=(STATUS,)),
        part("ambitions", "roads", "De ambitie voor wegen bleef liggen.", F3),
    ),
)
ADJUSTMENTS = Chapter(
    id="adjustments",
    title=t("Bijstelling", "instrument", "annual_evaluation", "adjustments.title"),
    question=t("Wat moet anders?", "instrument", "annual_evaluation", "adjustments"),
    parts=(
        part("adjustments", GENERAL, "Er is meer tijd nodig.", F4),
        Part(
            theme="water",
            title=WATER.name,
            none_reason=t(
                "Het thema is afgerond.", "sub_conclusion", "2041/adjustments/water", "none_reason"
            ),
            origin=Origin("sub_conclusion", "2041/adjustments/water"),
        ),
        part(
            "adjustments",
            "roads",
            "De opdracht moet scherper.",
            finding(5, "De opdracht is vaag.", source("G07"), source("G08", "executive")),
            connecting=written("Dit geldt voor {gesprekken} gesprekken.", "3.adjustments.roads"),
        ),
    ),
)

STEERING = t("Stuurgroep", "body", "steering_group", "name")
DIRECTOR = t("Programmaregisseur", "body", "programme_director", "name")


def recommendation(number: str, text: str, **more: Any) -> Recommendation:
    key = f"2041/A{number}"
    values: dict[str, Any] = {
        "id": key,
        "number": number,
        "text": t(text, "recommendation", key),
        "addressee": STEERING,
        "deadline": "2042-03",
        "findings": ("F4",),
        "rests_on": ("adjustments/general",),
    }
    return Recommendation(**(values | more))


GROUPS = (
    RecommendationGroup(
        title=t("Tijd en rollen", "recommendation_group", "2041/time", "title"),
        items=(
            recommendation("1b", "Leg rollen vast.", owner=DIRECTOR, co_addressees=(DIRECTOR,)),
            recommendation(
                "1a",
                "Maak een begroting van uren.",
                owner=STEERING,
                explanation=t("Nu komt het werk erbovenop.", "recommendation", "2041/A1a", "explanation"),
                earlier=(EarlierLink(kind="repeats", number="2040-2", progress="no_action"),),
            ),
        ),
    ),
    RecommendationGroup(
        title=ROADS.name,
        theme="roads",
        items=(
            recommendation(
                "2",
                "Schrijf een opdracht voor wegen.",
                theme="roads",
                findings=("F5", "F3"),
                rests_on=("adjustments/roads", "ambitions/roads"),
            ),
        ),
    ),
)

APPENDICES = Appendices(
    interviewees=(
        Interviewee(
            role=t("Wethouder", "respondent", "2041/R02", "role"), municipalities=(WEST,), code="R02"
        ),
        Interviewee(
            role=t("Beleidsmedewerker", "respondent", "2041/R01", "role"),
            municipalities=(EAST, WEST),
            code="R01",
        ),
    ),
    documents=(
        StudiedDocument(
            title=t("Regionale visie", "document", "2041/D1", "title"),
            kind=t("visie", "document"),
            date="2040-02",
        ),
    ),
    follow_up=(
        FollowUp(number="2040-10", text=t("Deel successen.", "recommendation", "2040/A10"), progress="done"),
        FollowUp(
            number="2040-2",
            text=t("Maak een urenraming.", "recommendation", "2040/A2"),
            progress="no_action",
            note=t("Wacht op de stuurgroep.", "follow_up", "2040/A2"),
        ),
    ),
    figures=(FIGURE,),
    questions=(
        QuestionSection(
            title=t("Inleiding", "instrument"),
            questions=(AskedQuestion(id="I1", text=t("In welke rol bent u betrokken?", "instrument")),),
        ),
    ),
)

MODEL = ReportModel(
    example=True,
    municipalities=(EAST, WEST),
    document=DocumentData(
        title=t("Evaluatie Wateragenda 2041", "round", "2041", "title"),
        agenda=t("Wateragenda", "agenda", "agenda", "name"),
        round=t("Ronde 2041", "round", "2041", "title"),
        round_id="2041",
        period=t("2038-2041", "round", "2041", "period"),
        version="0.2",
        date="2041-09-03",
        embargo_until="2041-10-14",
    ),
    introduction=Introduction(
        background=written("De {agenda} loopt af. Daarom kijken we terug.", "1.1"),
        goal=t("een sterke regio.", "agenda", "agenda", "goal"),
        themes=(WATER, ROADS),
        ambitions=(
            AmbitionFact(
                theme=WATER,
                text=t("Een visie op water maken.", "ambition", "water1"),
                decisions=(
                    CouncilDecision(municipality=EAST, date="2038-02-06"),
                    CouncilDecision(municipality=WEST, date="2038-02-08"),
                ),
            ),
        ),
        focus_themes=(WATER, ROADS),
        left_out=(Theme(id="care", name=t("Zorg", "theme", "care", "name")),),
        evaluators=2,
        evaluator_organisations=(EAST, WEST),
        commissioning_body=t("Opdrachtgeversoverleg", "body", "commissioners_board", "name"),
        interviews=16,
        participants=20,
        groups=(GroupSize(group="executive", people=8), GroupSize(group="official", people=12)),
        interviews_from="2041-04-02",
        interviews_until="2041-06-20",
        main_question=t("Wat bracht de agenda, en wat leren we ervan?", "instrument", "annual_evaluation"),
    ),
    conclusion=Conclusion(
        introduction=written("De samenwerking is waardevol, maar kan scherper.", "2.1"),
        bullets=(
            Bullet(
                text=t("De gemeenten vinden elkaar.", "main_conclusion", "2041/C1"),
                rests_on=("ambitions/water", "ambitions/general"),
            ),
        ),
        groups=GROUPS,
    ),
    chapters=(AMBITIONS, ADJUSTMENTS),
    appendices=APPENDICES,
)
