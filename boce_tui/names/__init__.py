"""The encrypted names file and the list of words that give a person away.

Names stand in ``names.age`` beside the dossier, encrypted with a passphrase (age), and nowhere else: the
dossier knows people by code. Without the passphrase everything works with codes; what needs the name check
stops with exit code 5.

    names = Names(dossier.folder)                  locked
    key = find_key(env, dossier.folder, example=dossier.example)   BOCE_KEY_FILE, the example's own, or None
    names.unlock(key), names.unlock("typed")       PrivacyStop when it does not fit; a passphrase takes time
    names.create(new_passphrase("typed"))          the first time
    names.unlocked, .exists, .person("R07"), .evaluator("2041/EV1"), .data(), .put({...}), .remove(...)
    giveaways(names, bodies, organisations, respondents, themes) -> GiveawayList     PrivacyStop while locked
    check_text(text, giveaways) -> list[Hit]       (boce_tui.domain.giveaways)
    draw_code(existing, entropy) -> "R42"
"""

from boce_tui.names.codes import draw_code
from boce_tui.names.file import FILE, NamesFile, not_checked
from boce_tui.names.giveaways import giveaways
from boce_tui.names.keys import (
    EXAMPLE_KEY,
    KEY_VARIABLE,
    SHORTEST,
    Key,
    find_key,
    make_example_key,
    new_passphrase,
    passphrase,
    read_key_file,
)
from boce_tui.names.locks import Lock
from boce_tui.names.model import NamesData, Person
from boce_tui.names.session import Names

__all__ = [
    "EXAMPLE_KEY",
    "FILE",
    "KEY_VARIABLE",
    "SHORTEST",
    "Key",
    "Lock",
    "Names",
    "NamesData",
    "NamesFile",
    "Person",
    "draw_code",
    "find_key",
    "giveaways",
    "make_example_key",
    "new_passphrase",
    "not_checked",
    "passphrase",
    "read_key_file",
]
