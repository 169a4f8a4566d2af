"""The answer to an access request as a document: made, and checked for names of others."""

from __future__ import annotations

from boce_tui.cycle.giving_access.about import about
from boce_tui.cycle.giving_access.earlier import Hush, Line
from boce_tui.cycle.giving_access.planned import erasures, interviews
from boce_tui.cycle.giving_access.said import Said
from boce_tui.cycle.giving_access.tables import Tables
from boce_tui.cycle.giving_access.waiting import waiting
from boce_tui.cycle.outgoing import Outgoing, placed_findings
from boce_tui.cycle.profiles import require
from boce_tui.cycle.reporting.issuing import known_giveaways
from boce_tui.domain.agenda import Agenda
from boce_tui.domain.keys import join
from boce_tui.domain.profiles import TAKE_OUT
from boce_tui.domain.round import Respondent
from boce_tui.errors import BadInput
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.access import check_access
from boce_tui.reports.documents import Document
from boce_tui.reports.model.access import AccessModel
from boce_tui.reports.model.base import Origin, Text
from boce_tui.reports.printing.access import access_parts
from boce_tui.store import Dossier

TEMPLATE = "access"


def prepare_access(dossier: Dossier, round_id: str, code: str, names: Names) -> Outgoing:
    """Make the answer to an access request and check it for names of others; nothing is written.

    Raises:
        BadInput: There is no such person in the round.
        PrivacyStop: This profile may not.
    """
    require(dossier.env.profile, TAKE_OUT)
    wanted = code.strip().upper()
    key = join(round_id, wanted)
    person = Line.of(dossier, Respondent, key)
    if person.last is None:
        raise BadInput(
            _("There is nobody with code {code} in round {round}.").format(code=wanted, round=round_id)
        )
    giveaways = known_giveaways(dossier, names)
    with in_language("nl"):
        hush, tables = Hush(giveaways, wanted), Tables(dossier, round_id, wanted)
        said = Said(dossier, round_id, tables, hush)
        agenda = dossier.value(Agenda, "agenda")
        sections = (
            about(dossier, key, wanted, person, names, hush),
            interviews(dossier, tables, hush),
            said.answers(),
            said.beside(),
            said.quotes(),
            said.noted(),
            waiting(dossier, round_id, tables, said, hush),
            erasures(dossier, round_id, tables),
        )
        model = AccessModel(
            example=dossier.example,
            agenda=Text(agenda.name if agenda else "", Origin(Agenda.entity, "agenda", "name")),
            names_open=names.unlocked or not names.exists,
            sections=tuple(section for section in sections if section.facts),
            shared=said.shared,
            own=(wanted,),
        )
        document = Document(TEMPLATE, model, "nl", access_parts)
    findings = placed_findings(dossier, round_id, names, check_access(document, giveaways))
    return Outgoing("access", "interviewee", "", "nl", document.markdown.encode(), findings)
