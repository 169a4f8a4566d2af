"""Question sets of the tests' own."""

EVERY_TYPE = """
format = "boce-survey/1"
id = "proef"
version = "1.0"
title = { nl = "Proef", en = "Trial" }

[[section]]
id = "alles"
title = { nl = "Alles", en = "Everything" }

[[question]]
id = "Q1"
section = "alles"
text = { nl = "Welk cijfer?", en = "Which mark?" }
probes = [{ nl = "Waarom?", en = "Why?" }, { nl = "Sinds wanneer?", en = "Since when?" }]
type = "rating_1_5"

[[question]]
id = "Q2"
section = "alles"
text = { nl = "Ja of nee?", en = "Yes or no?" }
probes = [{ nl = "Waarom?", en = "Why?" }]
type = "yes_no_partly"

[[question]]
id = "Q3"
section = "alles"
text = { nl = "Hoe ver?", en = "How far?" }
type = "realisation_status"

[[question]]
id = "Q4"
section = "alles"
text = { nl = "Welke kleur?", en = "Which colour?" }
type = "single_choice"
options = [{ id = "red", nl = "rood", en = "red" }, { id = "blue", nl = "blauw", en = "blue" }]
other = true

  [[question.part]]
  id = "why"
  type = "multi_choice"
  label = { nl = "Waardoor", en = "Why" }
  show_when = [{ part = "value", any_value = ["blue"] }]
  options = [{ id = "sky", nl = "lucht", en = "sky" }, { id = "sea", nl = "zee", en = "sea" }]
  other = true

[[question]]
id = "Q5"
section = "alles"
text = { nl = "Welke tabel?", en = "Which table?" }
type = "grid"
row_source = "focus_themes"
columns = [
  { id = "mark", type = "rating_1_5", label = { nl = "Cijfer", en = "Mark" } },
  { id = "clear", type = "yes_no_partly", label = { nl = "Helder", en = "Clear" } },
  { id = "words", type = "open_text", label = { nl = "Woorden", en = "Words" } },
  { id = "hours", type = "hours", label = { nl = "Uren", en = "Hours" } },
]

[[question]]
id = "Q6"
section = "alles"
text = { nl = "Welke drie?", en = "Which three?" }
type = "ranked_list"
items = 3

[[question]]
id = "Q7"
section = "alles"
text = { nl = "Welke lijst?", en = "Which list?" }
type = "list"

[[question]]
id = "Q8"
section = "alles"
text = { nl = "Hoeveel?", en = "How much?" }

  [[question.part]]
  id = "hours"
  type = "hours"
  label = { nl = "Uren", en = "Hours" }
  min = 0
  max = 200

  [[question.part]]
  id = "money"
  type = "money"
  label = { nl = "Geld", en = "Money" }

  [[question.part]]
  id = "share"
  type = "percent"
  label = { nl = "Aandeel", en = "Share" }

[[question]]
id = "Q9"
section = "alles"
text = { nl = "Wanneer?", en = "When?" }

  [[question.part]]
  id = "day"
  type = "date"
  label = { nl = "Dag", en = "Day" }

  [[question.part]]
  id = "month"
  type = "month"
  label = { nl = "Maand", en = "Month" }

[[question]]
id = "Q10"
section = "alles"
text = { nl = "Welk orgaan?", en = "Which body?" }
type = "reference"
target = "body"

[[question]]
id = "Q11"
section = "alles"
text = { nl = "Voldaan?", en = "Met?" }
type = "norm_score"

[[question]]
id = "Q12"
section = "alles"
text = { nl = "Voortgang?", en = "Progress?" }
type = "progress_status"

[[question]]
id = "Q13"
section = "alles"
text = { nl = "Sterk of zwak?", en = "Strong or weak?" }
type = "swot_item"

[[question]]
id = "Q14"
section = "alles"
text = { nl = "Welke zin blijft?", en = "Which sentence stays?" }
type = "quote"

[[question]]
id = "Q15"
section = "alles"
text = { nl = "Kies er een uit veel", en = "Choose one of many" }
type = "single_choice"
options = [
MANY
]

[[question]]
id = "Q16"
section = "alles"
text = { nl = "Alleen bij ja op Q2", en = "Only after yes at Q2" }
when = [{ question = "Q2", any_value = ["yes"] }]

[[question]]
id = "Q17"
section = "alles"
text = { nl = "Terug te lezen", en = "To read back" }
type = "quote"
review = true
""".replace(
    "MANY", "\n".join(f'  {{ id = "o{n}", nl = "keus {n}", en = "option {n}" }},' for n in range(1, 21))
)

HOSTILE = "[red]rood[/red] [/x] [@click=app.quit]weg[/] <script> # kop |"

HOSTILE_SET = f'''
format = "boce-survey/1"
id = "proef"
version = "1.0"
title = {{ nl = "{HOSTILE}", en = "" }}

[[section]]
id = "alles"
title = {{ nl = "{HOSTILE}", en = "" }}

[[question]]
id = "Q1"
section = "alles"
text = {{ nl = "Vraag {HOSTILE}", en = "Question {HOSTILE}" }}
help = {{ nl = "Hulp {HOSTILE}", en = "" }}
probes = [{{ nl = "Door {HOSTILE}", en = "" }}]
type = "single_choice"
label = {{ nl = "Label {HOSTILE}", en = "" }}
options = [{{ id = "a", nl = "Een {HOSTILE}", en = "" }}, {{ id = "b", nl = "Twee", en = "" }}]
other = true

[[question]]
id = "Q2"
section = "alles"
text = {{ nl = "Tabel {HOSTILE}", en = "" }}
type = "grid"
rows = [{{ id = "a", nl = "Rij {HOSTILE}", en = "" }}]
columns = [{{ id = "w", type = "open_text", label = {{ nl = "Kolom {HOSTILE}", en = "" }} }}]
'''
