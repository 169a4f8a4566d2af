"""What the documents that go out draw on; only what the report publishes and what was decided."""

from __future__ import annotations

from functools import cached_property

from boce_tui.cycle.deciding.standing import DECISION, Standing, colleges, standings
from boce_tui.cycle.reporting.decided import decided_items
from boce_tui.cycle.reporting.issued import latest_issued
from boce_tui.cycle.reporting.sources import Sources, text
from boce_tui.cycle.sending.meeting import councils_meeting
from boce_tui.cycle.sending.texts import Filler, placeholder_values
from boce_tui.domain.agenda import Agenda
from boce_tui.domain.round import FINAL, Round
from boce_tui.locale import _
from boce_tui.reports.gates.finding import Gap
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.model.sending import Asked, Belongs, CollegeDecided, Meeting
from boce_tui.reports.printing.sending import agreed
from boce_tui.store import Dossier

COUNCILS = "councils"


class Facts:
    """One round as the documents that go out read it.

    Args:
        dossier: The dossier.
        round_id: The round.
        language: Language of the documents.
        draft: They may be incomplete.
    """

    def __init__(self, dossier: Dossier, round_id: str, language: str = "nl", *, draft: bool = False) -> None:
        self.dossier = dossier
        self.round_id = round_id
        self.language = language
        self.draft = draft
        self.sources = Sources(dossier, round_id, language)
        self.round: Round = self.sources.round

    @cached_property
    def places(self) -> dict[str, Text]:
        """Municipality id -> its name, in their order."""
        return {key: self.sources.organisation(key) for key in colleges(self.dossier)}

    @cached_property
    def standings(self) -> list[Standing]:
        """Every recommendation with what was decided."""
        return standings(self.dossier, self.round_id)

    @cached_property
    def version(self) -> str:
        """Version of the report these documents go with: the one that was issued last, when it is final."""
        issued = latest_issued(self.dossier, self.round_id, "public") if self.final else None
        return issued.version if issued else self.round.version

    @property
    def final(self) -> bool:
        """The report is final."""
        return self.round.status == FINAL

    @cached_property
    def about(self) -> Belongs:
        """The report these documents belong to."""
        agenda = self.dossier.value(Agenda, "agenda")
        key = self.round_id
        return Belongs(
            agenda=text(agenda.name, Agenda, "agenda", "name") if agenda else NO_TEXT,
            title=text(self.round.title, Round, key, "title"),
            period=text(self.round.period, Round, key, "period"),
            version=self.version,
            status=self.round.status,
            embargo_until=self.round.embargo_until,
            example=self.dossier.example,
            draft=self.draft,
            municipalities=tuple(self.places.values()),
        )

    @cached_property
    def filler(self) -> Filler:
        """Fills in the placeholders of hand-written texts."""
        days = sorted({day for one in self.decided for day in one.days})
        return Filler(placeholder_values(self.about, days, self.meeting))

    def written(self, place: str) -> Text:
        """A hand-written text with its placeholders filled in; its origin also when there is none yet."""
        return self.filler.fill(self.sources.written(place))

    @cached_property
    def meeting(self) -> Meeting:
        """The joint meeting of the councils."""
        return councils_meeting(self.dossier, self.round_id)

    @cached_property
    def decided(self) -> tuple[CollegeDecided, ...]:
        """On which days each college decided; without decisions the day that the round says they did."""
        noted = self.round.dates.get("colleges")
        fallback = (noted.actual,) if noted and noted.actual else ()
        found = []
        for place, name in self.places.items():
            days = {
                voice.value.date
                for item in self.standings
                for voice in item.of(DECISION)
                if voice.value.municipality in (place, "") and voice.value.date
            }
            found.append(CollegeDecided(municipality=name, days=tuple(sorted(days)) or fallback))
        return tuple(found)

    @cached_property
    def recommendations(self) -> tuple[Asked, ...]:
        """Every recommendation with what each college chose."""
        return tuple(
            Asked(number=item.number, text=item.text, choices=item.decisions)
            for item in decided_items(self.dossier, self.round_id)
        )

    @cached_property
    def for_councils(self) -> tuple[Asked, ...]:
        """The recommendations that ask something of the councils, unless every college rejected it."""
        wanted = {
            item.number
            for item in self.standings
            if COUNCILS in (item.value.addressee, *item.value.co_addressees)
        }
        return tuple(
            item for item in self.recommendations if item.number in wanted and agreed(item) != "reject"
        )

    # --- what is missing ----------------------------------------------------------------------------------

    def not_final(self) -> list[Gap]:
        """These documents go with the final report."""
        if self.final:
            return []
        return [
            Gap(
                _("The report is a concept: version {version}.").format(version=self.version),
                _("Make version 1.0 final first: f in step 9, or boce round close {round}").format(
                    round=self.round_id
                ),
                Origin(Round.entity, self.round_id, "status"),
            )
        ]

    def no_meeting(self) -> list[Gap]:
        """The councils meet on a day."""
        if self.meeting.day or self.meeting.cancelled:
            return []
        return [
            Gap(
                _("The date of the joint meeting of the councils is missing."),
                _("Fill it in at the dates of the round."),
                Origin(Round.entity, self.round_id, "dates"),
            )
        ]
