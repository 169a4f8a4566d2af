"""What a finding rests on, in people; the word that fits; sources that change, break or stop counting."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from boce_tui.cycle.analysing import findings
from boce_tui.cycle.analysing.findings import AGAINST, FOR
from boce_tui.cycle.analysing.hints import hints
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import Support, support
from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import Finding
from boce_tui.domain.answers import Choice, Rating
from boce_tui.domain.interviewing import Answer
from boce_tui.errors import BadInput
from tests.cycle.analysing.heard import A2, E1, E4, Heard
from tests.cycle.factory import ROUND


def written(heard: Heard, **fields: Any) -> str:
    made = findings.new_finding(heard.dossier, ROUND, "experiences", fields.pop("theme", "general"))
    if fields:
        findings.change_finding(heard.dossier, made.key, **fields)
    return made.key


def found(heard: Heard, key: str) -> Support:
    finding = heard.dossier.value(Finding, key)
    assert finding is not None
    return support(Readback(heard.dossier, ROUND), finding)


def value(heard: Heard, key: str) -> Finding:
    finding = heard.dossier.value(Finding, key)
    assert finding is not None
    return finding


def test_six_for_and_two_against(heard: Heard) -> None:
    answers = heard.marks("official", 4, 4, 5, 4, 5, 4, 1, 2)
    key = written(heard)
    for n, answer in enumerate(answers):
        findings.cite(heard.dossier, key, "answer", answer, FOR if n < 6 else AGAINST)
    seen = found(heard, key)
    assert (len(seen.supporting), len(seen.opposing), seen.answered) == (6, 2, 8)
    assert seen.proposal == "most"
    assert (seen.changed, seen.broken, seen.uncounted, seen.outside) == ((), (), (), ())


def test_a_person_counts_once_however_many_sources(heard: Heard) -> None:
    one = heard.person()
    key = written(heard)
    first = heard.says(one, E1, "goed", Rating(score=4))
    second = heard.says(one, E4, "levert veel op")
    quote = heard.quote(first, "goed")
    for kind, source in (("answer", first), ("answer", second), ("quote", quote)):
        findings.cite(heard.dossier, key, kind, source)
    seen = found(heard, key)
    assert seen.supporting == (one,)
    assert seen.answered == 1


def test_everyone_at_the_table_counts_once_and_speakers_only_for_themselves(heard: Heard) -> None:
    a, b, c = heard.person(), heard.person(), heard.person("executive")
    joint = heard.together(a, b, c)
    own = heard.says(a, E1, "zelf", Rating(score=4))
    shared = heard.says(joint, E1, "samen", Rating(score=5))
    some = heard.says(joint, E4, "twee van ons", speakers=(a, c))
    key = written(heard)
    for source in (own, shared):
        findings.cite(heard.dossier, key, "answer", source)
    findings.cite(heard.dossier, key, "answer", some, AGAINST)
    seen = found(heard, key)
    assert seen.supporting == tuple(sorted((a, b, c)))
    assert seen.opposing == tuple(sorted((a, c)))
    assert seen.answered == 3


def test_who_only_did_not_know_is_not_among_those_who_answered(heard: Heard) -> None:
    yes = heard.marks("official", 5, 5, 5, 5)
    heard.says(heard.person(), E1, "", Rating(non_answer="dont_know"))
    key = written(heard)
    for answer in yes:
        findings.cite(heard.dossier, key, "answer", answer)
    assert found(heard, key).answered == 4
    heard.says(heard.person(), E1, "geen idee eigenlijk, maar prima", Rating(non_answer="dont_know"))
    assert found(heard, key).answered == 5
    assert found(heard, key).proposal == "most"


def test_only_the_same_theme_of_a_question_counts(heard: Heard) -> None:
    status = Choice(option="realised")
    here = [heard.says(heard.person(), A2, "x", status, theme="housing") for _n in range(5)]
    heard.says(heard.person(), A2, "x", status, theme="accessibility")
    key = written(heard, theme="housing")
    for answer in here:
        findings.cite(heard.dossier, key, "answer", answer)
    assert found(heard, key).answered == 5
    assert found(heard, key).proposal == "all"


def test_about_a_group_only_its_people_count(heard: Heard) -> None:
    officials = heard.marks("official", 4, 4, 4, 4, 1)
    executive = heard.marks("executive", 5)[0]
    key = written(heard, group="official")
    for answer in (*officials[:4], executive):
        findings.cite(heard.dossier, key, "answer", answer)
    seen = found(heard, key)
    assert len(seen.supporting) == 4
    assert seen.answered == 5
    assert seen.groups == ("official",)
    assert len(seen.outside) == 1
    assert not seen.one_group
    assert any(seen.outside[0] in hint for hint in hints(value(heard, key), seen, 3))


def test_only_one_group_is_worth_a_look_when_others_spoke_too(heard: Heard) -> None:
    officials = heard.marks("official", 4, 4)
    key = written(heard)
    for answer in officials:
        findings.cite(heard.dossier, key, "answer", answer)
    assert found(heard, key).one_group == ""
    heard.marks("executive", 2)
    seen = found(heard, key)
    assert seen.one_group == "official"
    assert any("alleen ambtenaren" in hint.lower() for hint in hints(value(heard, key), seen, 3))


@pytest.mark.parametrize(("people", "too_few"), [(2, True), (3, False)])
def test_a_statement_about_a_theme_needs_three_people(heard: Heard, people: int, too_few: bool) -> None:
    key = written(heard, theme="housing")
    for answer in heard.marks("official", *[4] * people):
        findings.cite(heard.dossier, key, "answer", answer)
    assert found(heard, key).too_few is too_few
    findings.change_finding(heard.dossier, key, theme="general")
    assert found(heard, key).too_few is False


def test_a_fact_from_a_document_needs_no_number_of_people(heard: Heard) -> None:
    heard.dossier.save(Document(title="Jaarplan"), f"{ROUND}/D1")
    key = written(heard, theme="housing")
    assert found(heard, key).too_few is True
    findings.cite(heard.dossier, key, "document", f"{ROUND}/D1")
    seen = found(heard, key)
    assert seen.too_few is False
    assert seen.supporting == ()
    assert seen.uncounted == ()
    findings.cite(heard.dossier, key, "answer", heard.marks("official", 4)[0])
    assert found(heard, key).too_few is True


def test_a_withdrawn_interview_no_longer_counts_and_says_so(heard: Heard) -> None:
    one, other = heard.person(), heard.person()
    key = written(heard)
    for who in (one, other):
        findings.cite(heard.dossier, key, "answer", heard.says(who, E1, "ja", Rating(score=4)))
    heard.withdraw(one.replace("R", "G"))
    seen = found(heard, key)
    assert seen.supporting == (other,)
    assert seen.answered == 1
    assert [e.key for e in seen.uncounted] == [f"{ROUND}/{one.replace('R', 'G')}/{E1}/-/all"]
    assert any("ingetrokken" in hint for hint in hints(value(heard, key), seen, 3))


def test_changed_and_gone_sources_are_told_apart(heard: Heard) -> None:
    first, second = heard.marks("official", 4, 5)
    key = written(heard)
    for answer in (first, second):
        findings.cite(heard.dossier, key, "answer", answer)
    before = heard.dossier.value(Answer, first)
    assert before is not None
    heard.dossier.save(msgspec.structs.replace(before, text="toch anders"), first)
    heard.dossier.delete(Answer, second)
    seen = found(heard, key)
    assert [e.key for e in seen.changed] == [first]
    assert [e.key for e in seen.broken] == [second]
    assert len(seen.supporting) == 1


def test_reading_again_renews_one_source_or_all(heard: Heard) -> None:
    answers = heard.marks("official", 4, 5)
    key = written(heard)
    for answer in answers:
        findings.cite(heard.dossier, key, "answer", answer)
        before = heard.dossier.value(Answer, answer)
        assert before is not None
        heard.dossier.save(msgspec.structs.replace(before, text="anders"), answer)
    findings.accept_changed(heard.dossier, key, answers[0])
    assert [e.key for e in found(heard, key).changed] == [answers[1]]
    findings.accept_changed(heard.dossier, key)
    assert found(heard, key).changed == ()


def test_citing_twice_takes_away_and_the_other_side_turns(heard: Heard) -> None:
    answer = heard.marks("official", 4)[0]
    key = written(heard)
    findings.cite(heard.dossier, key, "answer", answer)
    assert findings.stance_of(value(heard, key), "answer", answer) == FOR
    findings.cite(heard.dossier, key, "answer", answer, AGAINST)
    assert findings.stance_of(value(heard, key), "answer", answer) == AGAINST
    assert len(value(heard, key).evidence) == 1
    findings.cite(heard.dossier, key, "answer", answer, AGAINST)
    assert value(heard, key).evidence == ()


def test_what_is_not_there_cannot_be_cited(heard: Heard) -> None:
    key = written(heard)
    with pytest.raises(BadInput, match="niet meer"):
        findings.cite(heard.dossier, key, "answer", f"{ROUND}/G99/E1/-/all")
    findings.delete_finding(heard.dossier, key)
    with pytest.raises(BadInput, match="verwijderd"):
        findings.cite(heard.dossier, key, "answer", heard.marks("official", 4)[0])
    with pytest.raises(BadInput):
        findings.delete_finding(heard.dossier, key)


def test_a_broken_source_can_be_removed(heard: Heard) -> None:
    answer = heard.marks("official", 4)[0]
    key = written(heard)
    findings.cite(heard.dossier, key, "answer", answer)
    heard.dossier.delete(Answer, answer)
    findings.remove_source(heard.dossier, key, "answer", answer)
    assert value(heard, key).evidence == ()


def test_another_word_than_proposed_needs_a_reason(heard: Heard) -> None:
    key = written(heard)
    findings.choose_quantifier(heard.dossier, key, "most", "", "most")
    assert value(heard, key).quantifier == msgspec.structs.replace(
        value(heard, key).quantifier,  # type: ignore[type-var]
        word="most",
        reason="",
    )
    with pytest.raises(BadInput, match="reden"):
        findings.choose_quantifier(heard.dossier, key, "nearly_all", "  ", "most")
    findings.choose_quantifier(heard.dossier, key, "nearly_all", "telt de stille instemming mee", "most")
    quantifier = value(heard, key).quantifier
    assert quantifier is not None
    assert quantifier.reason == "telt de stille instemming mee"
    findings.choose_quantifier(heard.dossier, key, "most", "oude reden", "most")
    quantifier = value(heard, key).quantifier
    assert quantifier is not None
    assert quantifier.reason == ""
    findings.choose_quantifier(heard.dossier, key, "", "", "most")
    assert value(heard, key).quantifier is None


def test_a_word_the_counts_no_longer_propose_is_worth_a_look(heard: Heard) -> None:
    answers = heard.marks("official", 4, 4, 4, 4, 4)
    key = written(heard)
    for answer in answers:
        findings.cite(heard.dossier, key, "answer", answer)
    findings.choose_quantifier(heard.dossier, key, "all", "", "all")
    assert not any("alle" in hint for hint in hints(value(heard, key), found(heard, key), 3))
    heard.marks("official", 1, 1)
    assert any("alle" in hint for hint in hints(value(heard, key), found(heard, key), 3))


def test_hints_of_an_empty_finding_and_of_a_forgotten_other_side(heard: Heard) -> None:
    key = written(heard, theme="housing")
    said = hints(value(heard, key), found(heard, key), 3)
    assert len(said) == 1
    assert "bron" in said[0]
    findings.cite(heard.dossier, key, "answer", heard.marks("official", 2)[0], AGAINST)
    assert any("andere kant" in hint for hint in hints(value(heard, key), found(heard, key), 3))
    findings.change_finding(heard.dossier, key, against_text="Anderen vinden van niet.")
    assert not any("andere kant" in hint for hint in hints(value(heard, key), found(heard, key), 3))


def test_findings_come_in_order_and_new_ones_last(heard: Heard) -> None:
    keys = [written(heard) for _n in range(3)]
    assert [item.key for item in findings.ordered(heard.dossier, ROUND)] == keys
    assert [item.value.order for item in findings.ordered(heard.dossier, ROUND) if item.value] == [1, 2, 3]
    findings.delete_finding(heard.dossier, keys[1])
    assert written(heard) == findings.ordered(heard.dossier, ROUND)[-1].key


def test_answers_behind_quotes_are_cited_too(heard: Heard) -> None:
    one, two, three = heard.marks("official", 4, 4, 4)
    key = written(heard)
    findings.cite(heard.dossier, key, "answer", one)
    findings.cite(heard.dossier, key, "quote", heard.quote(two, "goed"))
    assert findings.cited_answers(heard.dossier, ROUND) == {one, two}
    assert three not in findings.cited_answers(heard.dossier, ROUND)
