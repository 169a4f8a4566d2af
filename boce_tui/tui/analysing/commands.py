"""What a person can do while reading back and writing findings."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

READING = N_("Reading back")
FINDINGS = N_("Findings")

register(
    Command(
        "analysing.open-reading",
        N_("Read back"),
        N_("All answers to one question under each other, beside the finding you are writing."),
        group=N_("Go to"),
        opens="boce_tui.tui.analysing:reading_door",
    ),
    Command(
        "analysing.open-findings",
        N_("Findings"),
        N_("The list of findings with their sources."),
        group=N_("Go to"),
        opens="boce_tui.tui.analysing:finding_door",
    ),
    Command(
        "reading.for",
        N_("Evidence for"),
        N_("Takes the answer under the cursor as evidence for the finding; once more takes it away."),
        key="space",
        group=READING,
        short=N_("for"),
        footer=1,
    ),
    Command(
        "reading.against",
        N_("Evidence against"),
        N_("Takes the answer under the cursor as evidence against the finding; once more takes it away."),
        key="t",
        group=READING,
        short=N_("against"),
        footer=2,
    ),
    Command(
        "reading.label",
        N_("Labels on this answer"),
        N_("Puts labels on the answer under the cursor or takes them off: trust, capacity, your own words."),
        key="l",
        group=READING,
        short=N_("label"),
        footer=3,
    ),
    Command(
        "reading.quote",
        N_("Quote as evidence"),
        N_("Takes a quote from this answer as evidence for the finding; once more takes it away."),
        key="q",
        group=READING,
        short=N_("quote"),
        footer=7,
    ),
    Command(
        "reading.write",
        N_("Write the finding"),
        N_("Goes to the text of the finding; esc comes back to the answers."),
        key="enter",
        group=READING,
        short=N_("write"),
        footer=4,
    ),
    Command(
        "reading.new",
        N_("New finding"),
        N_("Starts an empty finding for this sub-question and theme."),
        key="n",
        group=READING,
        short=N_("new"),
        footer=6,
    ),
    Command(
        "reading.choose",
        N_("Write on with another finding"),
        N_("Chooses the finding that stands beside the answers."),
        key="b",
        group=READING,
        short=N_("finding"),
        footer=8,
    ),
    Command(
        "reading.open",
        N_("The whole finding"),
        N_("Opens the finding with the other side, its place, the quantity word and all its sources."),
        key="o",
        group=READING,
    ),
    Command(
        "reading.group",
        N_("All, executives or officials"),
        N_("Shows the answers of everyone, or of one group only."),
        key="w",
        group=READING,
        short=N_("who"),
        footer=9,
    ),
    Command(
        "reading.by-label",
        N_("All answers with one label"),
        N_("Shows every answer with a label, whatever the question; esc goes back to the question."),
        key="f",
        group=READING,
    ),
    Command(
        "reading.filter",
        N_("Only answers with these words"),
        N_("Type words; only answers that have them all stay. Esc takes the filter away."),
        key="slash",
        group=READING,
        short=N_("filter"),
        footer=10,
    ),
    Command(
        "reading.notes",
        N_("Notes under the worked out texts"),
        N_("Shows the notes as they were typed under each answer that was worked out, or hides them."),
        key="a",
        group=READING,
    ),
    Command(
        "reading.figures",
        N_("Figures of this question"),
        N_(
            "Counts, averages and spread, executives and officials beside each other, where enough people "
            "answered."
        ),
        key="c",
        group=READING,
    ),
    Command(
        "findings.open",
        N_("Open this finding"),
        N_("Opens the finding to write in it and to see its sources."),
        key="enter",
        group=FINDINGS,
        short=N_("open"),
        footer=1,
    ),
    Command(
        "findings.new",
        N_("New finding"),
        N_("Starts an empty finding at the end of the list."),
        key="n",
        group=FINDINGS,
        short=N_("new"),
        footer=2,
    ),
    Command(
        "findings.delete",
        N_("Delete this finding"),
        N_("Deletes the finding; u or ^z brings it back, with everything that rested on it."),
        key="delete",
        group=FINDINGS,
        short=N_("delete"),
        footer=4,
    ),
    Command(
        "finding.delete",
        N_("Delete this finding"),
        N_("Deletes the finding; u or ^z brings it back, with everything that rested on it."),
        key="x",
        group=FINDINGS,
    ),
    Command(
        "findings.read",
        N_("To the answers"),
        N_("Opens the answers beside this finding, to take more evidence."),
        key="r",
        group=FINDINGS,
        short=N_("read on"),
        footer=3,
    ),
    Command(
        "finding.word",
        N_("Quantity word"),
        N_("Chooses all, most, a part ...; another word than the counts propose needs a reason."),
        key="w",
        group=FINDINGS,
        short=N_("word"),
        footer=2,
    ),
    Command(
        "finding.stance",
        N_("For or against"),
        N_("Turns the source under the cursor from for to against, or back."),
        key="t",
        group=FINDINGS,
        short=N_("turn"),
        footer=1,
    ),
    Command(
        "finding.reread",
        N_("Read again"),
        N_("Says that you read the changed source again: the mark goes away."),
        key="g",
        group=FINDINGS,
        short=N_("reread"),
        footer=3,
    ),
    Command(
        "finding.remove",
        N_("Take this source away"),
        N_("Takes the source under the cursor out of the finding; u brings it back."),
        key="delete",
        group=FINDINGS,
        short=N_("remove"),
        footer=4,
    ),
    Command(
        "finding.add",
        N_("Add a document"),
        N_("Takes a document of the round as evidence for the finding."),
        key="d",
        group=FINDINGS,
    ),
    Command(
        "finding.change",
        N_("Change this"),
        N_("Chooses another value for the line under the cursor."),
        key="enter",
        group=FINDINGS,
        short=N_("change"),
        footer=6,
    ),
    Command(
        "figures.next",
        N_("Next question"),
        N_("The figures of the next question that can be counted."),
        key="right,n",
        group=READING,
        short=N_("next"),
        footer=1,
    ),
    Command(
        "figures.previous",
        N_("Previous question"),
        N_("The figures of the question before."),
        key="left,p",
        group=READING,
        short=N_("previous"),
        footer=2,
    ),
)
register_help(
    "analysing.reading",
    N_(
        "Left the questions, in the middle all answers to one question under each other, right the finding "
        "you are writing. On a narrow screen they are three tabs; f5 goes to the next one and each keeps "
        "its place."
    ),
    N_(
        "Read, and take an answer as evidence with space (for) or t (against). At the right you see how many "
        "people are behind the finding and which quantity word fits. Everybody counts once."
    ),
    N_(
        "Interviews that were withdrawn are not shown. Numbers of too few people are not shown either: "
        "they would tell what one person said."
    ),
)
register_help(
    "analysing.findings",
    N_(
        "Every finding with the number of people for and against it. A finding without a source, or with a "
        "source that was changed or is gone, has a mark."
    ),
)
register_help(
    "analysing.finding",
    N_(
        "A finding has a text, the other side when there is one, a place (sub-question and theme), and "
        "sources for and against it. When it is about one group, only people of that group count."
    ),
    N_(
        "A source that was changed after you cited it has a mark: read it again and press g. Nothing is "
        "thrown away: u brings back what you deleted."
    ),
)
register_help(
    "analysing.figures",
    N_(
        "How often each answer was given, the average and the spread, for everyone and per group. A group "
        "that is too small is not shown, and neither is a second group when it would give the first away."
    ),
)
