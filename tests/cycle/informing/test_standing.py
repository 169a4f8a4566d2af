"""How a need of the councils stands on a day: laws that hold for every need."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boce_tui.cycle.following_up.decided import months_after
from boce_tui.cycle.informing.standing import AGAIN, DONE, OPEN, RUNNING, Standing, order, stand
from boce_tui.domain.needs import FREQUENCY, MONTHS, ONCE, Delivery, InformationNeed

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 12, 31))
TERMS = st.one_of(st.just(""), DAYS.map(date.isoformat), DAYS.map(lambda day: day.isoformat()[:7]))


@st.composite
def needs(draw: st.DrawFn) -> InformationNeed:
    days = sorted(draw(st.lists(DAYS, max_size=4)))
    return InformationNeed(
        text="Wat er is gedaan.",
        frequency=draw(st.sampled_from(sorted(FREQUENCY))),
        deadline=draw(TERMS),
        deliveries=tuple(Delivery(date=day.isoformat(), document="brief") for day in days),
    )


def on(need: InformationNeed, day: date) -> Standing:
    return stand("2041/N01", "N01", need, day)


@given(needs(), DAYS)
def test_a_need_without_delivery_always_waits(need: InformationNeed, day: date) -> None:
    one = on(need, day)
    if not need.deliveries:
        assert (one.state, one.waits, one.due) == (OPEN, True, need.deadline)
    else:
        assert one.state != OPEN


@given(needs(), DAYS, DAYS)
def test_what_was_wanted_once_and_delivered_never_comes_back(
    need: InformationNeed, day: date, given_on: date
) -> None:
    import msgspec

    made = Delivery(date=given_on.isoformat(), document="brief")
    done = msgspec.structs.replace(need, frequency=ONCE, deliveries=(made,))
    assert on(done, day).state == DONE
    assert not on(done, day).goes_on
    assert not on(done, day).days


@given(needs(), DAYS)
def test_what_comes_back_is_due_again_when_its_months_are_over(need: InformationNeed, day: date) -> None:
    one = on(need, day)
    if not need.deliveries or need.frequency == ONCE:
        return
    assert one.goes_on
    if need.frequency not in MONTHS:
        assert (one.state, one.due) == (RUNNING, "")
        return
    last = date.fromisoformat(need.deliveries[-1].date)
    again = months_after(last, MONTHS[need.frequency])
    assert one.due == again.isoformat()
    assert one.state == (AGAIN if day > again else RUNNING)


@given(DAYS, st.sampled_from(sorted(MONTHS)), st.integers(-2, 2))
def test_on_the_day_itself_it_is_not_late_yet(last: date, frequency: str, offset: int) -> None:
    made = (Delivery(date=last.isoformat(), document="brief"),)
    again = months_after(last, MONTHS[frequency])
    one = on(
        InformationNeed(text="Stand.", frequency=frequency, deliveries=made), again + timedelta(days=offset)
    )
    assert (one.state, one.days) == ((AGAIN, offset) if offset > 0 else (RUNNING, 0))


@given(needs(), DAYS)
def test_late_is_what_waits_past_its_term(need: InformationNeed, day: date) -> None:
    one = on(need, day)
    assert one.days >= 0
    if one.days:
        assert one.waits
        assert one.due < day.isoformat()
        assert not on(need, day - timedelta(days=one.days)).days


@given(st.lists(st.tuples(needs(), DAYS), min_size=2, max_size=8))
def test_what_waits_stands_first_the_longest_due_first(found: list[tuple[InformationNeed, date]]) -> None:
    stood = sorted((on(need, day) for need, day in found), key=order)
    assert [one.waits for one in stood] == sorted((one.waits for one in stood), reverse=True)
    dues = [one.due or "9999" for one in stood if one.waits]
    assert dues == sorted(dues)
