"""Surnames and first names that are ordinary Dutch words as well: a hit on one is a warning, not a stop.

Folded forms (no case, no accents), surnames without their "van de". Better too long than too short: with a
"van de" before it or a first name beside it the name is found all the same.
"""

from __future__ import annotations

_COMMON_WORDS = """
adel akker ander ark arend baan baard baas bak bakker balk ball bank bark bart bas baron beek beer begin bel
berg beste beuk bever bieb bij bijl bink bischop blad blauw blij bloem blok bode boek boer boeren bol bont
boog boom boon boot bos bosch bouw bouwman breed brand breuk brief broek broer brouwer brug brugman bruin
buis burger buur cent clerk daal dag dal dam dame david dekker deken dennen dienst dijk dik doel does dokter
dollar donk donker doorn dorp draad draaier draak drop drost droog duif duim duin duits eend eik eiland
einde engel engels eng erf even evers faber feest fijn fries fris fruit gans geel geen gerst gids gilde god
goed goud graaf graan graf grand griffier grijs groen groep groot gul haak haan haar haas hagen haven hand
hans hard hart haver heel heer heide held hemel herder hert heuvel hoek hof hoge hond hoofd hoogland hoorn
hop hout huis huisman hut huur iris jaar jager jan jas jong jonge jongen joost juist juli juni kaal kaars
kaas kamer kamp kan kans kant kapper karel kat keizer kelder kerk kern kers kets ketel kind kist klaver
klein klerk kloos kloosterman knecht knol koe koek kok koning koopman koper koppel korf kort koster kraai
kraan krant kroon kruis kuijper kuiper kuil kunst kwaad kwant kwast laan laar laat lam land landman lang
leen leer leeuw lente les licht lier lies lijst linde loon loos loop los maan maart maas mager man mark
markt mast meer meester mei mees meeuw mens mes middel midden mie mijn min moed molen molenaar mol mooi moor
mos muis mulder munt mus muur naald naam nacht nagel nap nat nest nieuw noord nood noot oever olie oom oord
oost oosten oude ouden paal paard pad pan pap paris park pas paus pauw peer pek pen piek pijl pijp pil pin
plant plas plaat plein ploeg pool poel poort post poot pot prins prent proost punt raad raaf rad rank recht
rector ree regel reen rein reus riet rij rijk ring rit rob roest roever romein rond rood rook roos rose ruim
ruiter rust sas schaap schaar schat schepen schepper schilder schip schipper schoen school schot schouten
schout schrijver schut schutter sjaak slag slager sloot slot smal smid smit snel snoek snijder som spa spaan
spanje speelman spits sport stad staal stam stap steen ster sterk stoel stok storm straat strand strik
stroom stuur swart tak tang tel tent tijd tim tin toon toren touw trap trip trom tuin tuinman turk twist
valk vat veen veer veld veldman vent verf vet veter vijver vink visser vlag vlam vlas vlees vliet vloed vlug
vogel vogels volk volle vonk voogd voort vos vrede vriend vries vrij vroom vuist vuur waal waard wacht wagen
wal wand water weber week weg wegen weide weil wel werf werk wever wiel wijk wijn wijs wil wild will wilg
wind winkel winst winter wit witte woud wolf wolk wolken wonder zaal zaad zalm zand zee zeeman zegel zeil
zeker ziel zijl zilver zomer zon zonder zorg zuid zwaan zwart zwager april augustus faith hoop hope joy melk
merel mila olijf robijn roosje sky vera victor lot lotte guus jet wim
"""
COMMON_WORDS = frozenset(_COMMON_WORDS.split())

_INSTITUTIONS = """
raad rijk stad kerk college kamer bank graaf koning prins burger provincie regio staat dorp school
"""
INSTITUTIONS = frozenset(_INSTITUTIONS.split())
"""Words that are written with a capital in an official text too: "de Raad" need not be a person."""

_ABBREVIATIONS = """
AB AI AO AR AV AZ BB BG BI BO BV BW CE CO CV DB DI DO DT EG EK EO ET EU EZ GR HB HR HT IB IC ID IP IT KA KB
KM KP MB ME MER MR MT NB NL NS NV OD OK OM OR OV PA PB PC PO PR PS PV RA RB RO RV SE SG SR SV TB TK TV VB VE
VN VO VS VV VVE WA WB WM WO WW ZZ BOCE BNG COA CPO DSO GGD HRM MBO HBO NOM OPD RUD SNN UWV VNG WMO WOZ WOO
AVG
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Two or three capitals without full stops that usually are no person."""

_MAILBOXES = """
info post mail gemeente secretariaat bestuur college griffie raad contact administratie office receptie
bestuurssecretariaat communicatie programma programmaregie boce noreply
"""
MAILBOXES = frozenset(_MAILBOXES.split())
"""Local parts of e-mail addresses that are not a person's."""
