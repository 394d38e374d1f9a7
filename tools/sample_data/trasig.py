"""En liten mapp med de misstag som brukar finnas i blanketter, vart och ett på en bestämd plats.

Everything outside a Mistake is right, so a checker should report the mistakes and nothing that follows from them:
the first activity carries every risk of 2025, and no other sheet points at a row whose ID is wrong.
"""

from datetime import date, datetime

from .cells import BrokenFormula, Mistake, Product, Sheet
from .shared import FICTIVE_NOTE, ROLE_HEADINGS, details, scales

FOLDER = "trasig"

DETAILS = [
    ("Nämnd", "provnämnden"),
    ("Nämnd, genitiv", "provnämndens"),
    ("Nämnd, rubrikform", "Provnämnden"),
    ("Förvaltning", "Provförvaltningen"),
    ("Förvaltningschef, titel", "förvaltningschefen"),
    ("Rapportår", 2025),
    ("Uppföljningsår", 2024),
    ("Planperiod, första år", 2025),
    ("Planperiod, sista år", 2027),
    ("Diarienummer", "PRN 2025/1"),
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
    ("Enhetschef", "enhetschef", "enhetschefen", None, None),
]
TEXT_HEADINGS = ["Nyckel", "Text", "Rapportår", "Granskad datum"]
TEXTS = [
    ("prioriterat", "Behörigheter är det område som nämnden bör ta sig an först under 2025.", 2025, date(2025, 10, 1)),
    ("faktorer", "Omvärldsläget och den nya lagstiftningen påverkar nämndens arbete.", 2025, date(2025, 10, 1)),
    ("uppföljningsmetod", "De oönskade händelserna i VoR 2024 har följts upp med stickprov.", 2025, date(2025, 10, 1)),
    ("revisionsrekommendation", "Nämnden bör fortsätta att arbeta systematiskt.", 2025, date(2025, 10, 1)),
]

RISK_HEADINGS = [
    "VoR-ID", "Område", "Oönskad händelse", "Sannolikhet", "Konsekvens", "Riskvärde", "Hantering", "Riskägare",
    "Informationssäkerhet",
]
RISKS_2024 = [
    ("V24-01", "Behörigheter", "Behörigheter tas inte bort i tid.", 3, 4, Product(), "Åtgärd", "Enhetschef", "Ja"),
    ("V24-02", "Incidenthantering", "Incidenter anmäls för sent.", 3, 3, Product(), "Åtgärd", "Enhetschef", "Ja"),
    ("V24-03", "Utbildning", "Medarbetare går inte utbildningarna.", 3, 3, Product(), "Åtgärd", "Enhetschef", "Ja"),
    (Mistake("V24-04", "Händelsen saknar rad på bladet Uppföljning.", "R12"), "Informationsklassning",
     "Klassningar blir inte gjorda.", 3, 3, Product(), "Åtgärd", "Enhetschef", "Ja"),
]
RISKS_2025 = [
    ("V25-01", "Behörigheter", "Behörigheter finns kvar när någon byter tjänst.",
     Mistake("hög", "Sannolikhet är skriven som text, ”hög”, i stället för ett heltal 1–5.", "R4"), 4, None, "Åtgärd",
     "Enhetschef", "Ja"),
    ("V25-02", "Incidenthantering", "Allvarliga händelser i driften anmäls inte.",
     Mistake(7, "Sannolikhet är 7, men skalan går till 5.", "R4"), 3, None, "Åtgärd", "Enhetschef", "Ja"),
    ("V25-03", "Utbildning", "Konsulter får ingen genomgång av reglerna.", 3, 4,
     Mistake(13, "Riskvärde är 13, men 3 × 4 är 12.", "R5"), "Åtgärd", "Enhetschef", "Ja"),
    ("V25-04", "Informationsklassning", "Nya system tas i bruk utan klassning.", 3, 3, Product(), "Åtgärd", "Enhetschef",
     "Ja"),
    (Mistake("V25-04", "Samma VoR-ID som raden ovanför.", "R3"), "Inköp", "Avtal saknar krav på leverantören.", 2, 3,
     Product(), "Åtgärd", "Enhetschef", "Ja"),
    ("V25-06", "Kontinuitet", "Verksamheten stannar vid ett långt avbrott.", 2, 4,
     Mistake(BrokenFormula(), "Formeln har tappat sin referens och visar #REF!.", "R24"), "Åtgärd", "Enhetschef", "Ja"),
    ("V25-07", "Lokaler", "Besökare rör sig fritt på kontoret.", 2, 3,
     Mistake(Product(cached=False), "Formeln saknar sparat värde (filen är inte sparad i Excel).", "R24"), "Åtgärd",
     "Enhetschef", "Ja"),
]

FOLLOW_UP_HEADINGS = [
    "VoR-ID", "Uppföljningsmetod", "Iakttagelse och bedömning", "Bedömning", "ISAM:s rekommendation", "Aktivitets-ID",
]
FIRST_FOLLOW_UP = (
    "V24-01", "Stickprov", "Stickprov visar att konton finns kvar efter byte av tjänst.", "Otillräcklig",
    "ISAM föreslår att behörigheter granskas på nytt.", "A25-01",
)
FOLLOW_UPS = [
    FIRST_FOLLOW_UP,
    ("V24-02", "Incidentanalys", "Hälften av incidenterna anmäldes senare än ett dygn efter upptäckt.",
     "Delvis tillräcklig", "ISAM föreslår att rutinen uppdateras.", "A25-02"),
    ("V24-03", "Översyn", "Tre av fyra medarbetare har gått utbildningarna.", "Delvis tillräcklig",
     "ISAM föreslår att cheferna följer upp utbildningarna.",
     Mistake(None, "Rekommendationen saknar Aktivitets-ID.", "R13")),
    (Mistake("V24-09", "Händelsen V24-09 finns inte i VoR 2024.", "R12"), "Observation",
     "En observation har gjorts i receptionen.", "Tillräcklig", "Ingen", None),
]

ACTIVITY_HEADINGS = [
    "Aktivitets-ID", "Aktivitet", "Startår", "Slutår", "Beskrivning", "Ansvarig", "Ansvarstyp", "Klart senast",
    "Prioritet", "Källa", "VoR-ID", "DSO-ID", "Kostnad (tkr)", "Status",
]
ALL_RISKS = "V24-01; V25-01; V25-02; V25-03; V25-04; V25-06; V25-07"
ACTIVITIES = [
    ("A25-01", "Granskning av behörigheter", 2025, 2025, "Behörigheter granskas varje halvår.", "ISAM", "Genomförs",
     date(2025, 12, 19), "1 Hög", "VoR", ALL_RISKS, None, 20, "Pågår"),
    ("A25-02", "Rutin för incidenter", 2025, 2025, "Rutinen för incidenter uppdateras.",
     Mistake(None, "Ansvarig saknas.", "R1"), "Översyn och uppdatering", date(2025, 12, 19), "1 Hög", "VoR",
     "V24-02; V25-02", None, 0, "Pågår"),
    ("A25-03", "Uppföljning av utbildningar", 2025, 2025, "Genomförandegraden följs upp.",
     Mistake("HR-partner", "Rollen HR-partner finns inte på bladet Roller.", "R1"), "Genomförs", date(2025, 11, 28),
     "2 Medel", "VoR", "V24-03; V25-03", None, 0, "Ej påbörjad"),
    ("A25-04", "Klassning av nya system", 2025, 2025, "Nya system klassas innan de tas i bruk.", "ISAM", "Initieras",
     Mistake("31 februari 2025", "Datumet finns inte.", "R24"), "1 Hög", "VoR", "V24-04; V25-04", None, 40,
     "Ej påbörjad"),
    ("A25-05", "Krav i avtal", 2025, 2026, "En kravlista för avtal tas fram.", "Enhetschef", "Genomförs",
     date(2026, 6, 12), "2 Medel", "VoR", Mistake("V25-03; V25-99", "V25-99 finns inte i någon VoR.", "R3"), None, 0,
     "Ej påbörjad"),
    ("A26-01", "Utbildning för ledningen",
     Mistake(2027, "Startår 2027 är efter Slutår 2026 i cellen bredvid.", "R11"), 2026, "Ledningen lär sig öva planerna.", "ISAM", "Genomförs",
     None, "2 Medel", "VoR", "V25-06", None, 10, "Ej påbörjad"),
    ("A24-01", "Översyn av lokaler", Mistake(2024, "Startår 2024 ligger utanför planperioden 2025–2027.", "R11"), 2025,
     "Skalskyddet ses över.", "ISAM", "Initieras", None, "3 Låg", "VoR", "V25-07", None, 0, "Ej påbörjad"),
    ("A25-06", "Rutin för registerutdrag", 2025, 2025, "En rutin tas fram tillsammans med DSO.", "ISAM", "Initieras",
     date(2025, 12, 19), "1 Hög", "GDPR-årsrapport", None, "D24-01",
     Mistake("cirka femtio", "Text i en kolumn för tal.", "typ"), "Ej påbörjad"),
]

ADVICE_HEADINGS = [
    "DSO-ID", "Område", "Rekommendation", "Risk", "Berör informationssäkerhet", "Prioriterad", "Planeras år",
    "Aktivitets-ID",
]
ADVICE = [
    ("D24-01", "Individens rättigheter", "En rutin för registerutdrag bör tas fram.", "Hög", "Nej", "Ja", 2025, "A25-06"),
    ("D24-02", "Registerförteckning", "Registerförteckningen bör gås igenom.", "Låg",
     Mistake("kanske", "Ja eller Nej väntas, men cellen säger ”kanske”.", "typ"), "Nej", 2026, None),
]

INCIDENT_HEADINGS = [
    "Incident-ID",
    Mistake("Upptäkt", "Felstavad rubrik; menade du Upptäckt? Kolumnen saknas därmed, vilket pekas ut vid "
                       "rubrikradens första cell.", "R2"),
    "Typ", "Personuppgiftsincident", "Anmäld till IMY", "Anmäld IMY tidpunkt", "Sekretess", "Lagrum",
]
INCIDENTS = [
    ("I24-01", datetime(2024, 4, 16, 9, 10), "Felskick", "Ja", "Ja", datetime(2024, 4, 18, 14, 30), "Öppen", None),
]

MISNAMED = Mistake("Uppfoljning", "Bladets namn är nästan Uppföljning. Raden är en gammal kopia av den första i det "
                                  "rätta bladet, och bladet ska inte läsas.", "bladnamn (varning)")


def workbooks():
    return {
        "Grunduppgifter.xlsx": [
            details("Uppgifter om rapporten", DETAILS),
            Sheet("Roller", ROLE_HEADINGS, ROLES, title="Roller"),
            Sheet("Textblock", TEXT_HEADINGS, TEXTS, title="Textblock"),
            scales(),
        ],
        "VoR 2024.xlsx": [Sheet("VoR", RISK_HEADINGS, RISKS_2024, title="VoR 2024", notes=[FICTIVE_NOTE])],
        "VoR 2025.xlsx": [Sheet("VoR", RISK_HEADINGS, RISKS_2025, title="VoR 2025", notes=[FICTIVE_NOTE])],
        "Uppföljning 2024.xlsx": [
            Sheet("Uppföljning", FOLLOW_UP_HEADINGS, FOLLOW_UPS, title="Uppföljning av VoR 2024"),
            Sheet(MISNAMED.value, FOLLOW_UP_HEADINGS, [FIRST_FOLLOW_UP], title="Uppföljning av VoR 2024, utkast",
                  mistake=MISNAMED),
        ],
        "Aktiviteter 2025-2027.xlsx": [Sheet("Aktiviteter", ACTIVITY_HEADINGS, ACTIVITIES, title="Aktiviteter 2025–2027")],
        "GDPR-årsrapport 2024.xlsx": [Sheet("Rekommendationer", ADVICE_HEADINGS, ADVICE, title="Rekommendationer 2024")],
        "Incidenter 2024.xlsx": [Sheet("Incidenter", INCIDENT_HEADINGS, INCIDENTS, title="Incidenter 2024")],
    }
