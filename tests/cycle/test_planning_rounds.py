"""Setting up a round: settings, themes, ambitions, the round itself and the next one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.cycle.planning import (
    FieldProblem,
    add_ambition,
    add_body,
    add_organisation,
    add_theme,
    agenda,
    ambitions,
    assess_ambition,
    bodies,
    change_agenda,
    change_ambition,
    change_exit,
    change_theme,
    create_round,
    decide_ambition,
    find_theme,
    is_fresh,
    municipalities,
    next_round,
    open_recommendations,
    remove_organisation,
    remove_theme,
    rounds,
    set_formal_status,
    standard_agenda,
    theme_warnings,
    themes,
    update_round,
)
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.recommendation import EarlierLink, FollowUp, Recommendation
from boce_tui.domain.round import Instrument, Interview, Planned, Respondent, Round
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from tests.support import make_env


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    env = make_env(tmp_path / "map met spatie")
    with Dossier.create(env.data_dir, env) as made:
        yield made


@pytest.fixture
def agreed(dossier: Dossier) -> Dossier:
    """A dossier with the standard agenda."""
    standard_agenda(dossier)
    return dossier


def problem(call: object, *args: object, **values: object) -> tuple[str, str]:
    """Field and message of what a call refuses."""
    with pytest.raises(FieldProblem) as refused:
        call(*args, **values)  # type: ignore[operator]
    assert refused.value.place
    assert refused.value.exit_code == 3
    return refused.value.field, refused.value.message


def test_the_standard_agenda_saves_a_newcomer_the_typing(dossier: Dossier) -> None:
    assert is_fresh(dossier)
    made = standard_agenda(dossier)
    assert not is_fresh(dossier)
    assert list(municipalities(dossier)) == ["borger_odoorn", "coevorden", "emmen"]
    assert list(themes(dossier)) == ["environment_act", "tourism_recreation", "liveability", "accessibility"]
    assert bodies(dossier)["programme_director"].single_holder
    assert len(ambitions(dossier)["accessibility_2018"].decisions) == 3
    assert made > 30
    assert standard_agenda(dossier) == 0


def test_nothing_of_the_example_is_in_a_real_dossier(agreed: Dossier) -> None:
    assert not agenda(agreed).example
    assert agenda(agreed).today == agenda(agreed).period == ""
    assert all(not a.assessed for a in ambitions(agreed).values())


def test_the_agenda_can_be_renamed(agreed: Dossier) -> None:
    change_agenda(agreed, name="Kansenagenda\x07", region=" Zuidoost ")
    assert agenda(agreed).name == "Kansenagenda\ufffd"
    assert agenda(agreed).region == "Zuidoost"
    assert problem(change_agenda, agreed, name="  ") == ("name", "Dit moet je invullen.")


def test_organisations_and_bodies_can_be_added_but_not_twice(agreed: Dossier) -> None:
    assert add_organisation(agreed, name="Hunzé & Aa").key == "hunze_aa"
    assert problem(add_organisation, agreed, name="emmen")[0] == "name"
    assert problem(add_body, agreed, name="Gemeenteraden")[0] == "name"
    assert problem(add_body, agreed, name="Raad", group="volk")[0] == "group"
    assert add_body(agreed, name="Provinciale staten").value == bodies(agreed)["provinciale_staten"]


def test_what_is_in_use_stays(agreed: Dossier) -> None:
    create_round(agreed, year=2041, focus_themes=["accessibility"])
    agreed.save(Respondent(group="official", role="other", municipalities=("emmen",)), "2041/R01")
    assert problem(remove_organisation, agreed, "emmen")[0] == "organisation"
    assert problem(remove_theme, agreed, "accessibility")[0] == "theme"
    remove_organisation(agreed, "domesta")
    assert "domesta" not in municipalities(agreed)


def test_themes_have_other_names(agreed: Dossier) -> None:
    known = themes(agreed)
    assert find_theme(known, "r&t") == find_theme(known, "Tourism and Recreation") == "tourism_recreation"
    assert find_theme(known, "vissen") is None
    made = add_theme(agreed, name="Energie", aliases=["warmte", "", "warmte"])
    assert made.key == "energie"
    assert made.value is not None
    assert made.value.aliases == ("warmte",)
    assert problem(add_theme, agreed, name="Warmte")[0] == "name"
    assert problem(change_theme, agreed, "energie", aliases=["R&T"])[0] == "aliases"


def test_a_stopped_theme_without_a_decision_warns(agreed: Dossier) -> None:
    (warning,) = theme_warnings(agreed)
    assert warning.theme == "environment_act"
    assert "Omgevingswet" in warning.message
    change_exit(agreed, "environment_act", body="steering_group", date="3 maart 2041")
    assert len(theme_warnings(agreed)) == 1  # without a document it is no formal decision yet
    change_exit(agreed, "environment_act", body="steering_group", date="3 maart 2041", document="besluit 12")
    assert theme_warnings(agreed) == []
    exit_ = themes(agreed)["environment_act"].exit
    assert exit_ is not None
    assert exit_.date == "2041-03-03"


def test_an_ambition_keeps_its_dates_versions_and_separate_statuses(agreed: Dossier) -> None:
    create_round(agreed, year=2041)
    key = add_ambition(agreed, theme="liveability", text="Meer woningen", valid_from="1-1-2041").key
    assert key == "liveability_2041"
    for place, date in (
        ("emmen", "22-02-2041"),
        ("coevorden", "6 februari 2041"),
        ("borger_odoorn", "2041-02-08"),
    ):
        decide_ambition(agreed, key, place, date=date)
    set_formal_status(agreed, key, status="realised", by="councils", date="1-3-2041")
    assess_ambition(agreed, key, "2041", status="unclear", date="1-6-2041")
    change_ambition(agreed, key, text="Veel meer woningen")
    found = ambitions(agreed, "liveability")[key]
    assert [d.date for d in found.decisions] == ["2041-02-08", "2041-02-06", "2041-02-22"]
    assert found.version == 2
    assert found.formal is not None
    assert (found.formal.status, found.assessed["2041"].status) == ("realised", "unclear")
    assert problem(set_formal_status, agreed, key, status="best wel")[0] == "status"
    assert problem(assess_ambition, agreed, key, "2050", status="unclear")[0] == "id"
    assert problem(change_ambition, agreed, key, theme="vissen")[0] == "theme"


def test_a_round_survives_a_restart_with_all_fields(agreed: Dossier) -> None:
    create_round(
        agreed,
        year="2041",
        title="Evaluatie van Zoë’s agenda",
        period="2038-2041",
        reason="Het is afgesproken.\nElk jaar.",
        assignment="Kijk terug",
        commissioning_body="steering_group",
        delegated_commissioner="secretaris",
        focus_themes=["accessibility", "liveability"],
        left_out_reason="te weinig tijd",
        dates={"interviews": ("1 mei 2041", ""), "report": Planned(planned="2041-06-30", actual="1-7-2041")},
        embargo_until="14-10-2041",
        count_threshold="6",
    )
    folder, env = agreed.folder, agreed.env
    agreed.close()
    with Dossier.open(folder, env) as again:
        found = rounds(again)["2041"]
        kept = again.value(Instrument, "2041/annual_evaluation")
    assert found.left_out == ("environment_act", "tourism_recreation")
    assert found.dates == {
        "interviews": Planned(planned="2041-05-01"),
        "report": Planned(planned="2041-06-30", actual="2041-07-01"),
    }
    assert (found.embargo_until, found.count_threshold, found.period) == ("2041-10-14", 6, "2038-2041")
    assert found.reason == "Het is afgesproken.\nElk jaar."
    assert kept is not None
    assert 'format = "boce-survey/1"' in kept.source


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("year", "twee"),
        ("year", 12),
        ("embargo_until", "gisteren"),
        ("count_threshold", 2),
        ("focus_themes", ["vissen"]),
        ("commissioning_body", "de baas"),
        ("previous", "1999"),
        ("dates", {"feest": ("1-1-2041", "")}),
        ("dates", {"report": ("31-02-2041", "")}),
        ("title", "x" * 301),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_kept(agreed: Dossier, field: str, value: object) -> None:
    values = {"year": 2041, field: value}
    assert problem(create_round, agreed, **values)[0] == field
    assert rounds(agreed) == {}
    assert agreed.all(Instrument) == []


def test_the_same_year_twice_is_refused(agreed: Dossier) -> None:
    create_round(agreed, year=2041)
    assert problem(create_round, agreed, year=2041) == ("year", "Er is al een ronde 2041.")


def test_an_unknown_question_set_leaves_nothing(agreed: Dossier) -> None:
    with pytest.raises(BadInput):
        create_round(agreed, year=2041, instrument="bestaat_niet")
    assert rounds(agreed) == {}


def test_changing_a_round(agreed: Dossier) -> None:
    create_round(agreed, year=2041, dates={"report": ("1-6-2041", ""), "colleges": ("1-9-2041", "")})
    update_round(
        agreed, "2041", title="Anders", dates={"report": ("1-6-2041", "8-6-2041"), "colleges": ("", "")}
    )
    update_round(agreed, "2041", focus_themes=["liveability"], left_out_reason="klein team")
    found = rounds(agreed)["2041"]
    assert found.title == "Anders"
    assert found.dates == {"report": Planned(planned="2041-06-01", actual="2041-06-08")}
    assert found.focus_themes == ("liveability",)
    assert set(found.left_out) == {"environment_act", "tourism_recreation", "accessibility"}
    assert problem(update_round, agreed, "2041", left_out=["liveability"])[0] == "left_out"
    with pytest.raises(TypeError):
        update_round(agreed, "2041", closed=True)
    with pytest.raises(BadInput, match="2050"):
        update_round(agreed, "2050", title="x")


def test_a_closed_round_is_not_changed(agreed: Dossier) -> None:
    made = create_round(agreed, year=2041)
    assert made.value is not None
    import msgspec

    agreed.save(msgspec.structs.replace(made.value, closed=True), "2041")
    with pytest.raises(BadInput, match="gesloten"):
        update_round(agreed, "2041", title="x")


def test_the_question_set_stays_once_there_are_answers(agreed: Dossier, tmp_path: Path) -> None:
    create_round(agreed, year=2041)
    source = agreed.value(Instrument, "2041/annual_evaluation")
    assert source is not None
    own = tmp_path / "eigen lijst.toml"
    own.write_text(source.source.replace('id = "annual_evaluation"', 'id = "eigen_lijst"'), encoding="utf-8")
    update_round(agreed, "2041", instrument=str(own))
    assert rounds(agreed)["2041"].instrument == "eigen_lijst"
    assert agreed.value(Instrument, "2041/eigen_lijst") is not None
    agreed.save(Answer(text="ja"), "2041/G01/I1/-/all")
    assert problem(update_round, agreed, "2041", instrument="annual_evaluation")[0] == "instrument"


def test_the_next_round_has_the_old_questions_and_no_answers(agreed: Dossier) -> None:
    create_round(agreed, year=2041, title="Evaluatie 2041", focus_themes=["accessibility"], count_threshold=7)
    agreed.save(Respondent(group="official", role="other"), "2041/R01")
    agreed.save(Interview(participants=("R01",)), "2041/G01")
    agreed.save(Answer(text="ja"), "2041/G01/I1/-/all")
    for key, text in (("a", "open"), ("b", "gedaan"), ("c", "vervallen"), ("d", "overgenomen")):
        agreed.save(Recommendation(text=text, dropped=key == "c"), f"2041/{key}")
    agreed.save(FollowUp(progress="done"), "2041/b")
    made = next_round(agreed, "2041")
    assert made.key == "2042"
    assert made.value == Round(
        year=2042,
        title="Evaluatie 2042",
        previous="2041",
        focus_themes=("accessibility",),
        left_out=("environment_act", "tourism_recreation", "liveability"),
        count_threshold=7,
    )
    assert agreed.value(Instrument, "2042/annual_evaluation") == agreed.value(
        Instrument, "2041/annual_evaluation"
    )
    assert not any(agreed.all(kind, "2042/") for kind in (Answer, Respondent, Interview))
    assert set(open_recommendations(agreed, "2042")) == {"2041/a", "2041/d"}
    link = EarlierLink(kind="replaces", recommendation="2041/d")
    agreed.save(Recommendation(text="nieuw", earlier=(link,)), "2042/a")
    next_round(agreed, "2042", year=2044, focus_themes=["liveability"])
    assert set(open_recommendations(agreed, "2044")) == {"2042/a", "2041/a"}
    assert "accessibility" in rounds(agreed)["2044"].left_out
    assert problem(next_round, agreed, "2042", year=2044)[0] == "year"


def test_the_next_round_is_about_the_period_after_this_one(agreed: Dossier) -> None:
    create_round(agreed, year=2041, period="sinds de evaluatie van 2021")
    made = next_round(agreed, "2041")
    assert made.value is not None
    assert made.value.period == "sinds de evaluatie van 2041"
    assert next_round(agreed, "2041", year=2043, period="2042").value.period == "2042"  # type: ignore[union-attr]
