"""Tre mappar där VoR och IKP ligger som andra system exporterar dem, och resten i våra blanketter.

The risks and the controls are the same in all three, so that what is read can be compared; only layout, headings and
IDs differ. All of it is invented.
"""

from datetime import date

from .cells import Sheet
from .export_writer import GROUP, HEADER, LABEL, SMALL, TITLE, Export, Line
from .shared import ROLE_HEADINGS, details, scales

DETAILS = [
    ("Nämnd", "kulturnämnden"),
    ("Förvaltning", "Kulturförvaltningen"),
    ("Förvaltningschef, titel", "förvaltningschefen"),
    ("Rapportår", 2025),
    ("Uppföljningsår", 2024),
    ("Planperiod, första år", 2025),
    ("Planperiod, sista år", 2026),
    ("Diarienummer", "KUN 2025/7"),
    ("Handläggare", "Informationssäkerhetssamordnare (ISAM)"),
    ("Rapportdatum", date(2025, 10, 14)),
    ("Sammanträdesdatum", date(2025, 11, 20)),
    ("Ärendetyp", "Anmälan"),
    ("Omedelbar justering", "Nej"),
]
ROLES = [
    ("ISAM", "informationssäkerhetssamordnare", "informationssäkerhetssamordnaren", None, None),
    ("DSO", "dataskyddsombud", "dataskyddsombudet", None, None),
    ("Förvaltningschef", "förvaltningschef", "förvaltningschefen", None, None),
    ("Avdelningschef", "avdelningschef", "avdelningschefen", None, None),
    ("Enhetschef", "enhetschef", "enhetschefen", None, None),
]
TEXT_HEADINGS = ["Nyckel", "Text", "Rapportår", "Granskad datum"]
READ_ON = date(2025, 10, 1)
TEXTS = [
    ("prioriterat", "Behörigheter och upphandling är de områden som nämnden bör ta sig an först under 2025.", 2025, READ_ON),
    ("faktorer", "Nya system och ny lagstiftning påverkar nämndens arbete.", 2025, READ_ON),
    ("uppföljningsmetod", "De oönskade händelserna i VoR 2024 har följts upp med stickprov och samtal.", 2025, READ_ON),
    ("revisionsrekommendation", "Nämnden bör fortsätta att följa upp sina rutiner.", 2025, READ_ON),
]

# Process, riskens namn, område, händelse, sannolikhet, konsekvens, ägare, hantering
RISKS = [
    ("Hantera behörigheter", "Kvarvarande behörigheter", "Behörigheter",
     "Det finns en risk att medarbetare som byter uppdrag behåller behörigheter som de inte längre behöver.",
     3, 4, "Enhetschef", "Åtgärd och kontroll"),
    ("Hantera behörigheter", "Delade konton", "Behörigheter",
     "Det finns en risk att vikarier loggar in med någon annans konto.", 2, 3, "Enhetschef", "Bevakas"),
    ("Upphandla och införa system", "Krav vid inköp", "Upphandling",
     "Det finns en risk att säkerhetskrav inte ställs när system köps in.", 3, 4, "Avdelningschef", "Åtgärd och kontroll"),
    ("Upphandla och införa system", "Leverantörers incidenter", "Leverantörer",
     "Det finns en risk att leverantörer berättar för sent om incidenter hos dem.", 2, 4, "Avdelningschef", "Åtgärd"),
    ("Ta hand om incidenter", "Sen anmälan", "Incidenthantering",
     "Det finns en risk att incidenter anmäls så sent att lagens frister inte kan hållas.", 3, 3, "ISAM", "Åtgärd"),
    ("Ta hand om incidenter", "Långa avbrott", "Kontinuitet",
     "Det finns en risk att biblioteken inte kan låna ut vid ett långt avbrott.", 2, 5, "Avdelningschef",
     "Åtgärd och kontroll"),
]
# Riskens nummer, kontroll, beskrivning, metod, frekvens, ansvarig
CONTROLS = [
    (1, "Stickprov av behörigheter", "Tio konton i vart och ett av tre system jämförs med chefens lista.", "Stickprov",
     "Varje tertial", "Enhetschef"),
    (1, "Genomgång av avslutade konton", "Alla som har slutat under perioden gås igenom.", "Systemrapport",
     "Varje månad", "ISAM"),
    (3, "Läsning av förfrågningsunderlag", "Kraven på informationssäkerhet finns med i varje underlag.",
     "Fullständig kontroll", "Vid behov", "ISAM"),
    (6, "Övning av reservrutin", "Utlåning utan system övas på två bibliotek.", "Observation", "1 gång/år",
     "Avdelningschef"),
]
RISKS_2024 = [
    ("Hantera behörigheter", "Kvarvarande behörigheter", "Behörigheter",
     "Det finns en risk att behörigheter finns kvar efter byte av uppdrag.", 3, 4, "Enhetschef", "Åtgärd"),
    ("Ta hand om incidenter", "Sen anmälan", "Incidenthantering",
     "Det finns en risk att incidenter inte anmäls av verksamheten.", 3, 3, "ISAM", "Åtgärd"),
]
FOLLOW_UP_HEADINGS = ["VoR-ID", "Uppföljningsmetod", "Iakttagelse och bedömning", "Bedömning", "ISAM:s rekommendation",
                      "Aktivitets-ID"]
ACTIVITY_HEADINGS = ["Aktivitets-ID", "Aktivitet", "Startår", "Slutår", "Beskrivning", "Ansvarig", "Ansvarstyp",
                     "Klart senast", "Återkommande", "Prioritet", "Särskilt prioriterad", "Källa", "VoR-ID", "Status"]


def _activities(ids, earlier):
    return [
        ("A25-01", "Rutin för behörigheter", 2025, 2025, "En rutin för ändrade och avslutade uppdrag tas fram.", "ISAM",
         "Genomförs", date(2025, 12, 19), "Nej", "1 Hög", "Ja", "VoR; Uppföljning",
         "; ".join([ids[0], ids[1], *earlier[:1]]), "Pågår"),
        ("A25-02", "Krav på leverantörer", 2025, 2026, "Krav på informationssäkerhet i upphandling och avtal tas fram.",
         "Avdelningschef", "Initieras och genomförs", date(2026, 6, 30), "Nej", "1 Hög", "Ja", "VoR",
         f"{ids[2]}; {ids[3]}", "Ej påbörjad"),
        ("A25-03", "Snabbare anmälan av incidenter", 2025, 2025, "Vägen för att anmäla incidenter görs kortare.", "ISAM",
         "Genomförs", date(2025, 11, 28), "Nej", "2 Medel", "Nej", "VoR; Uppföljning",
         "; ".join([ids[4], *earlier[1:]]), "Pågår"),
        ("A26-01", "Övning av reservrutiner", 2026, 2026, "Reservrutinerna för utlåning övas på varje bibliotek.",
         "Avdelningschef", "Initieras", date(2026, 10, 30), "Årligen", "2 Medel", "Nej", "VoR", ids[5], "Ej påbörjad"),
        ("A26-02", "Utbildning för ledningen", 2026, 2026, "Ledningen utbildas i säkerhetsåtgärder enligt cybersäkerhetslagen.",
         "Förvaltningschef", "Genomförs", date(2026, 5, 29), "Årligen", "1 Hög", "Nej", "Lagkrav", None, "Ej påbörjad"),
    ]


def _basics(ids, earlier):
    """The folder's other workbooks, in our own forms."""
    books = {
        "Grunduppgifter.xlsx": [
            details("Uppgifter om rapporten", DETAILS),
            Sheet("Roller", ROLE_HEADINGS, ROLES, title="Roller"),
            Sheet("Textblock", TEXT_HEADINGS, TEXTS, title="Textblock"),
            scales(),
        ],
        "Aktiviteter 2025-2026.xlsx": [
            Sheet("Aktiviteter", ACTIVITY_HEADINGS, _activities(ids, earlier), title="Aktiviteter 2025–2026")
        ],
    }
    if earlier:
        rows = [
            (earlier[0], "Stickprov", "Fyra av trettio konton hade behörigheter från ett tidigare uppdrag.",
             "Otillräcklig", "ISAM föreslår att en rutin för ändrade uppdrag tas fram.", "A25-01"),
            (earlier[1], "Incidentanalys", "Hälften av incidenterna anmäldes senare än ett dygn efter upptäckten.",
             "Delvis tillräcklig", "ISAM föreslår att vägen för anmälan görs kortare.", "A25-03"),
        ]
        books["Uppföljning 2024.xlsx"] = [
            Sheet("Uppföljning", FOLLOW_UP_HEADINGS, rows, title="Uppföljning av VoR 2024")
        ]
    return books


def _packed(likelihood, consequence):
    return f"Riskvärde: {likelihood * consequence} (Sannolikhet: {likelihood}, Konsekvens: {consequence})"


def _grouped(year, risks, controls):
    """All risks by process: the name of a process over its risks, a row more for each further control."""
    width = 9
    headings = ["Risk", "Riskvärde", "Kategori", "Beskrivning", "Kontroll", "Beskrivning", "Ansvarig", "Metod", "Frekvens"]
    lines = [
        Line(["Alla risker grupperade på process"], TITLE, width),
        Line(["Organisationsenhet:", "Kulturnämnden"], SMALL),
        Line(["År och fas:", f"{year}, Planering"], SMALL),
        Line([f"Utskriven {year}-03-14"], SMALL),
        Line([]),
        Line(headings, HEADER),
    ]
    merged, process = [], None
    for number, risk in enumerate(risks, start=1):
        if risk[0] != process:
            process = risk[0]
            lines.append(Line([process], GROUP, width))
        own = [control for control in controls if control[0] == number]
        start = len(lines) + 1
        for place in range(max(1, len(own))):
            what = [risk[1], _packed(risk[4], risk[5]), risk[2], risk[3]] if place == 0 else [None] * 4
            control = [own[place][i] for i in (1, 2, 5, 3, 4)] if own else []
            lines.append(Line(what + control))
        if len(own) > 1:
            merged += [f"{column}{start}:{column}{len(lines)}" for column in "ABCD"]
    high = sum(1 for risk in risks if risk[4] * risk[5] >= 10)
    lines += [Line([]), Line([f"Totalt: {len(risks)}"], LABEL), Line(["Hög", high]), Line(["Medel", len(risks) - high]),
              Line(["Låg", 0])]
    return Export("Alla risker", lines, [26, 26, 18, 44, 26, 36, 16, 18, 14], merged)


def _print(year, risks, controls):
    """A block for each risk, as a page to print."""
    lines = [
        Line(["Riskrapport"], TITLE),
        Line(["Kulturnämnden"], LABEL),
        Line([f"År och fas: {year}, Planering"], SMALL),
        Line([]),
    ]
    process = None
    for number, risk in enumerate(risks, start=1):
        if risk[0] != process:
            process = risk[0]
            lines.append(Line([f"Process: {process}"], GROUP, 4))
        lines += [
            Line([risk[1]], LABEL),
            Line([_packed(risk[4], risk[5])]),
            Line([f"Kategori: {risk[2]}"]),
            Line([f"Riskägare: {risk[6]}"]),
            Line([risk[3]]),
        ]
        own = [control for control in controls if control[0] == number]
        if own:
            lines.append(Line(["Kontroll", "Ansvarig", "Metod", "Frekvens"], HEADER))
        lines += [Line([control[i] for i in (1, 5, 3, 4)]) for control in own]
        lines.append(Line([]))
    lines.append(Line([f"Utskriven {year}-03-14, sida 1 av 1"], SMALL))
    return Export("Utskrift", lines, [60, 18, 22, 18])


WORDS = {"Åtgärd": "Direktåtgärd", "Åtgärd och kontroll": "Åtgärd och granskning", "Bevakas": "Under bevakning"}
LIKELIHOODS = {2: "2 - Osannolik", 3: "3 - Möjlig"}
CONSEQUENCES = {3: "3 - Kännbar", 4: "4 - Allvarlig", 5: "5 - Mycket allvarlig"}


def _risk_register(ids):
    """A municipality's own table: two rows of headings, processes merged down, steps with their words."""
    lines = [
        Line(["Riskregister 2025 – kulturnämnden"], TITLE, 11),
        Line(["Fastställt av förvaltningsledningen"], SMALL),
        Line([]),
        Line(["Risknr", "Process / rutin / system", "Riskkategori", "Beskrivning av risk", "Riskbedömning", None, None,
              "Riskhantering", "Riskansvarig", "Motivering", "Intern kod"], HEADER),
        Line([None, None, None, None, "Sannolikhet (1–5)", "Konsekvens (1–5)", "Risktal", None, None, None, None], HEADER),
    ]
    merged = ["E4:G4"] + [f"{column}4:{column}5" for column in "ABCDHIJK"]
    start, process = 0, None
    for number, risk in enumerate(RISKS):
        here = len(lines) + 1
        if risk[0] != process:
            process, start = risk[0], here
        elif number + 1 == len(RISKS) or RISKS[number + 1][0] != process:
            merged.append(f"B{start}:B{here}")
        value = risk[4] * risk[5]
        level = "Hög" if value >= 10 else "Medel"
        lines.append(Line([ids[number], process if here == start else None, risk[2], risk[3], LIKELIHOODS[risk[4]],
                           CONSEQUENCES[risk[5]], f"{value} ({level})", WORDS[risk[7]], risk[6],
                           "Vikarier får egna konton vid årsskiftet." if risk[7] == "Bevakas" else None, f"KU{number + 1:03}"]))
    lines += [Line([]), Line([f"Antal risker: {len(RISKS)}"], LABEL)]
    return Export("Riskregister", lines, [9, 24, 18, 46, 16, 18, 12, 20, 16, 28, 10], merged, ["K"])


def _control_plan(ids):
    lines = [
        Line(["Plan för intern kontroll 2025"], TITLE, 8),
        Line(["Risknr", "Kontrollmoment", "Kontrollmetod", "Frekvens/När", "Kontrollansvarig", "Rapportering", "Omfattning"],
             HEADER),
    ]
    lines += [Line([ids[c[0] - 1], c[1], c[3], c[4], c[5], "Kulturnämnden", c[2]]) for c in CONTROLS]
    return Export("Kontroller", lines, [9, 36, 22, 18, 18, 18, 44])


MADE = [f"V25-{number:02}" for number in range(1, len(RISKS) + 1)]
EARLIER = ["V24-01", "V24-02"]
OWN = [f"KUN-{number}" for number in range(101, 101 + len(RISKS))]

# Folder → the workbooks in our forms, and the exports.
FOLDERS = {
    "exporter/stratsys-grupperad": (
        _basics(MADE, EARLIER),
        {
            "Risker kulturnämnden.xlsx": [_grouped(2025, RISKS, CONTROLS)],
            "Risker förra året.xlsx": [_grouped(2024, RISKS_2024, [])],
        },
    ),
    "exporter/stratsys-utskrift": (
        _basics(MADE, []),
        {"Riskrapport.xlsx": [_print(2025, RISKS, CONTROLS)]},
    ),
    "exporter/kommunens-riskregister": (
        _basics(OWN, []),
        {"Intern kontroll.xlsx": [_risk_register(OWN), _control_plan(OWN)]},
    ),
}
