"""Who sat at the table of an interview, now and at an earlier moment: that tells whose words they are."""

from __future__ import annotations

from boce_tui.cycle.giving_access.earlier import Line
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import ALL, AnswerKey, join, last
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier, Stored


class Tables:
    """The interviews of one person.

    Words of the whole table hold words of others. Of an earlier version both tables count, that of then and
    that of now: a correction of who was there, or of who said it, never gives words of another away.

    Args:
        dossier: The dossier.
        round_id: The round.
        code: Whose.
    """

    def __init__(self, dossier: Dossier, round_id: str, code: str) -> None:
        self._dossier, self._round, self.code = dossier, round_id, code
        self.lines: dict[str, Line[Interview]] = {}
        """Interviews this person is or was in, deleted ones too."""
        for key in dossier.head_keys(Interview, f"{round_id}/"):
            line = Line.of(dossier, Interview, key)
            if any(one.value is not None and code in one.value.participants for one in line.versions):
                self.lines[last(key)] = line
        self._answers: dict[str, Line[Answer]] = {}

    def now(self, interview: str) -> tuple[str, ...]:
        """Who is at the table now."""
        line = self.lines.get(interview)
        value = line.last.value if line is not None and line.last is not None else None
        return value.participants if value is not None else ()

    def then(self, interview: str, at: str) -> set[str]:
        """Who was at the table at that moment, and who is now."""
        found = set(self.now(interview))
        line = self.lines.get(interview)
        versions = [one for one in line.versions if one.value is not None] if line is not None else []
        before = [one for one in versions if one.at <= at] or versions[:1]
        if before and before[-1].value is not None:
            found |= set(before[-1].value.participants)
        return found

    def is_in(self, interview: str) -> bool:
        """True when this person is at the table now."""
        return self.code in self.now(interview)

    def answer(self, key: str) -> Line[Answer]:
        """Every version of an answer."""
        if key not in self._answers:
            self._answers[key] = Line.of(self._dossier, Answer, key)
        return self._answers[key]

    def of_answer(self, key: str, speakers: tuple[str, ...] | None = None) -> bool:
        """True when an answer, as it is now, is of this person alone.

        What the whole table said stays of the whole table when somebody leaves it, until it is written again.

        Args:
            key: Its key.
            speakers: Who said it; by default whoever the answer says.
        """
        place = AnswerKey.parse(key)
        if place.participant != ALL:
            return place.participant == self.code
        item = self.answer(key).last
        if speakers is None:
            speakers = item.value.speakers if item is not None and item.value is not None else ()
        if item is None:
            return self.alone(place.interview, speakers)
        return self.alone_then(place.interview, item.at, speakers)

    def of_answer_then(self, key: str, at: str, speakers: tuple[str, ...] | None = None) -> bool:
        """True when what stood in an answer at that moment was of this person alone."""
        place = AnswerKey.parse(key)
        if place.participant != ALL:
            return place.participant == self.code
        if speakers is None:
            versions = [one for one in self.answer(key).versions if one.value is not None and one.at <= at]
            value = versions[-1].value if versions else None
            speakers = value.speakers if value is not None else ()
        return self.alone_then(place.interview, at, speakers)

    def alone_then(self, interview: str, at: str, speakers: tuple[str, ...] = ()) -> bool:
        """True when nobody else said it, or sat there, at that moment or now."""
        return (set(speakers) or self.then(interview, at)) == {self.code}

    def alone(self, interview: str, speakers: tuple[str, ...] = ()) -> bool:
        """True when nobody else says it, or sits there, now."""
        return tuple(speakers or self.now(interview)) == (self.code,)

    def version_is_alone(self, item: Stored[Interview]) -> bool:
        """True when that version of an interview is about this person only."""
        return item.value is not None and set(item.value.participants) == {self.code}

    def key(self, interview: str) -> str:
        """The key of an interview."""
        return join(self._round, interview)
