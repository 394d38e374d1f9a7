"""Ekdalens stadsdelsnämnd 2026: en påhittad nämnd där alla bladen används."""

from datetime import date

from . import ekdalen_aktiviteter, ekdalen_risker, ekdalen_uppfoljning
from .cells import Sheet
from .shared import ROLE_HEADINGS, details, glossary, scales

FOLDER = "ekdalens-stadsdelsnamnd-2026"

DETAILS = [
    ("Nämnd", "Ekdalens stadsdelsnämnd"),
    ("Nämnd, genitiv", "Ekdalens stadsdelsnämnds"),
    ("Nämnd, rubrikform", "Ekdalens stadsdelsnämnd"),
    ("Förvaltning", "Ekdalens stadsdelsförvaltning"),
    ("Förvaltningschef, titel", "stadsdelsdirektören"),
    ("Rapportår", 2026),
    ("Uppföljningsår", 2025),
    ("Planperiod, första år", 2026),
    ("Planperiod, sista år", 2026),
    ("Diarienummer", "EKD 2026/47"),
    ("Handläggare", "Informationssäkerhetssamordnare (ISAM)"),
    ("Telefon", "08-000 00 00"),
    ("E-post", "isam@ekdalen.example"),
    ("Rapportdatum", date(2026, 2, 27)),
    ("Sammanträdesdatum", "2026-03-26"),
    ("Ärendetyp", "Beslut"),
    ("Beslutsförslag", "Stadsdelsnämnden godkänner rapporten.\nStadsdelsnämnden ger stadsdelsdirektören i uppdrag att "
                       "genomföra aktivitetsplanen för 2026."),
    ("Omedelbar justering", "Nej"),
    ("Bilagor", "Aktivitetsplan 2026"),
    ("Ansvarstext i lopp", "Ansvarsmening efter aktivitet"),
    ("Informationsklass (K/R/T)", "K2 R2 T1"),
    *((f"Visa {section}", "Ja") for section in (
        "sammanfattning i siffror", "tidigare aktiviteter", "intressenter", "nyckeltal", "måluppfyllelse", "riskmatris",
        "förslag till beslut", "förvaltningschefens bedömning", "ISO-täckning", "lagtäckning")),
]

ROLES = [
    ("ISAM", "informationssäkerhetssamordnare", "informationssäkerhetssamordnaren", "Alva Fiktiv", "Noah Fiktiv"),
    ("DSO", "dataskyddsombud", "dataskyddsombudet", "Elsa Påhittad", None),
    ("Förvaltningschef", "stadsdelsdirektör", "stadsdelsdirektören", "Nils Påhittad", None),
    ("Avdelningschef", "avdelningschef", "avdelningschefen", None, None),
    ("Enhetschef", "enhetschef", "enhetschefen", None, None),
    ("Systemägare", "systemägare", "systemägaren", None, None),
    ("Informationsägare", "informationsägare", "informationsägaren", None, None),
    ("Upphandlingsansvarig", "upphandlingsansvarig", "den upphandlingsansvariga", None, None),
    ("Stadsledningskontoret", "stadsledningskontoret", "stadsledningskontoret", None, None),
    ("Leverantör", "leverantör", "leverantören", None, None),
]

TEXT_HEADINGS = ["Nyckel", "Rapportår", "Rubrik", "Text", "Granskad datum", "Gäller till", "Källa"]
TEXTS = [
    ("prioriterat", 2026, "Särskilt prioriterat 2026",
     "Under 2026 bör nämnden först ta sig an behörigheter, rapportering av incidenter, kontinuitet i äldreomsorgen och "
     "användningen av AI-tjänster.\n\n"
     "Krav i mindre avtal och utbildning för ledningen hör också till det som är särskilt prioriterat.",
     date(2026, 2, 12), None, "ISAM"),
    ("faktorer", 2026, "Faktorer i omvärlden",
     "Rapporten beskriver också sådant utanför nämnden som påverkar dess ledningssystem för informationssäkerhet "
     "(LIS). Bland annat gäller cybersäkerhetslagen sedan den 15 januari 2026, angreppen mot leverantörer är många "
     "och AI-tjänster används allt mer.",
     date(2026, 2, 12), date(2026, 12, 31), "ISAM"),
    ("uppföljningsmetod", 2026, "Så gjordes uppföljningen",
     "ISAM har följt upp de oönskade händelserna i VoR 2025 med stickprov, observationer, översyner och en analys av "
     "årets incidenter. Resultatet av kontrollerna i internkontrollplanen är en del av underlaget.",
     date(2026, 2, 12), None, "ISAM"),
    ("revisionsrekommendation", 2026, "Rekommendation efter revision",
     "ISAM bedömer att nämnden kan möta revisionens synpunkter under 2026. De viktigaste stegen är att granska "
     "behörigheter varje halvår och att öva kontinuitetsplanerna.",
     date(2026, 2, 12), None, "ISAM"),
    ("förbättringsunderlag", 2026, "Underlag för förbättringarna",
     "Förslagen utgår från VoR 2026, uppföljningen av 2025, Stadsrevisionens granskning, penetrationstestet och "
     "GDPR-årsrapporten.",
     "2026-02-12", None, "ISAM; DSO"),
    ("låga_risker", 2026, "Låga risker i GDPR-årsrapporten",
     "Rekommendationer som gäller låga risker tas om hand under 2027.", date(2026, 2, 12), None, "DSO"),
]

WORLD_HEADINGS = ["Nr", "Typ", "Rubrik", "Text", "Påverkan på nämnden", "Källa", "Granskad datum", "Gäller till", "Ta med"]
WORLD = [
    (1, "Lag", "Cybersäkerhetslagen gäller",
     "Cybersäkerhetslagen (2025:1506) gäller sedan den 15 januari 2026 och omfattar kommuner. Lagen kräver åtgärder "
     "inom bland annat riskanalys, incidenter, kontinuitet, leveranskedjan och utbildning.\n\n"
     "Ledningen ska gå en utbildning om säkerhetsåtgärder. Betydande incidenter ska rapporteras till Myndigheten för "
     "civilt försvar (MCF): en första upplysning inom 24 timmar och en anmälan inom 72 timmar.",
     "Rutiner för incidenter och utbildning av ledningen.", "SFS 2025:1506", date(2026, 2, 12), None, "Ja"),
    (2, "Lag", "Ny myndighet för civilt försvar",
     "Myndigheten för civilt försvar (MCF) är sedan den 1 januari 2026 namnet på den myndighet som tidigare hette "
     "Myndigheten för samhällsskydd och beredskap. Rapporter och stöd finns nu hos MCF.",
     "Länkar och rutiner behöver rättas.", "SFS 2025:1507", date(2026, 2, 12), None, "Ja"),
    (3, "Hot", "Angrepp mot leverantörer",
     "Många angrepp riktas mot leverantörer som har flera kommuner som kunder. När en leverantör stannar kan vård, "
     "larm och ekonomi påverkas samtidigt.",
     "Trygghetslarm och journalsystem är mest utsatta.", None, date(2026, 2, 10), None, "Ja"),
    (4, "Teknik", "AI-tjänster i vardagen",
     "AI-tjänster finns inbyggda i många vanliga program. Medarbetare kan därför dela känsliga uppgifter utan att "
     "märka det.\n- Regler behöver vara korta.\n- Exempel behöver komma från verksamheten.",
     "Riktlinje behövs.", None, date(2026, 2, 10), None, "Ja"),
    (5, "Hot", "Störningar i elförsörjningen",
     "Frågan bevakas men tas inte upp i årets rapport.", None, None, date(2026, 2, 10), None, "Nej"),
]
CITY = [
    (1, "Stad", "Ny inköpsprocess i staden",
     "Staden inför en gemensam inköpsprocess under 2026. Krav på informationssäkerhet blir en del av den, även för "
     "mindre avtal.",
     "Kravlistan för mindre avtal anpassas.", "Stadsledningskontoret", date(2026, 2, 12), None, "Ja"),
    (2, "Stad", "Gemensamt stöd för rapportering av incidenter",
     "Stadsledningskontoret samordnar rapporteringen av betydande incidenter. Förvaltningarna ska kunna nås dygnet "
     "runt.",
     "Beredskap utanför kontorstid.", "Stadsledningskontoret", date(2026, 2, 12), None, "Ja"),
]

NEEDS_HEADINGS = ["Intressent", "Behov/förväntan eller återkoppling", "Förändring sedan förra året", "Hantering", "Ta med"]
NEEDS = [
    ("Boende och anhöriga", "Uppgifter om hälsa ska skyddas, och larmen ska alltid fungera.", "Fler frågor om larm",
     "Reservrutin för trygghetslarm", "Ja"),
    ("Länsstyrelsen i Stockholms län", "Kommunen ska kunna visa sitt arbete enligt cybersäkerhetslagen.",
     "Ny tillsyn sedan 2026", "Underlag samlas i rapporten", "Ja"),
    ("Medarbetare", "Reglerna för AI-tjänster ska vara enkla att förstå.", "Ny", "Riktlinje för AI-tjänster", "Ja"),
]

MEASURE_HEADINGS = [
    "Nyckeltal-ID", "Nyckeltal", "Enhet", "Målvärde", "Riktning", 2023, 2024, 2025, "Kommentar",
]
HIGHER, LOWER, PERCENT = "Högre är bättre", "Lägre är bättre", "0%"
MEASURES = [
    ("N-01", "Andel som har gått e-utbildning i informationssäkerhet", "%", (0.9, PERCENT), HIGHER, (0.61, PERCENT),
     (0.68, PERCENT), (0.76, PERCENT), None),
    ("N-02", "Andel informationsmängder med utsedd ägare", "%", (1, PERCENT), HIGHER, None, (0.5, PERCENT),
     (0.7, PERCENT), "31 av 44"),
    ("N-03", "Klassningar äldre än 24 månader", "antal", 0, LOWER, 12, 9, 7, None),
    ("N-04", "Rapporterade incidenter", "antal", None, None, 9, 13, 18,
     "Fler anmäler. Det säger inget om hur många som inträffar."),
    ("N-05", "Genomsnittlig tid från upptäckt till anmälan", "timmar", "24,0", LOWER, "41,5", "33,0", 20.5,
     "Värdena för 2023 och 2024 är hämtade ur äldre rapporter."),
]
GOALS = [
    ("Alla nya medarbetare går e-utbildningen under första veckan.", "Delvis", "Sommarvikarierna hinner inte alltid."),
    ("Alla anmälningar till IMY görs inom 72 timmar.", "Ej", "En av fem anmälningar var sen."),
    ("Alla mobila enheter går att fjärradera.", "Uppfyllt", None),
]
CLASS_HEADINGS = [
    "Informationsmängd", "System", "K", "R", "T", "Klassad datum", "Nästa översyn", "Informationsägare",
    "Öppna åtgärder", "Sekretess", "Lagrum",
]
CLASSES = [
    ("Journaler i äldreomsorgen", "Journalsystem", 3, 3, 3, date(2024, 11, 5), date(2026, 11, 5), "Avdelningschef", 4,
     "Maskas", "OSL 18 kap. 8 § 3"),
    ("Biståndsbeslut", "Verksamhetssystem", 3, 2, 2, date(2025, 3, 18), date(2027, 3, 18), "Avdelningschef", 1, "Öppen",
     None),
    ("Lokalbokningar", "Bokningstjänst", 1, 1, 1, date(2023, 2, 14), "2025-02-14", "Enhetschef", 2, "Öppen", None),
    ("Personalscheman", "Planeringssystem", 2, 2, 2, date(2025, 6, 3), date(2027, 6, 3), "Enhetschef", 0, "Öppen", None),
]
DECISION_HEADINGS = [
    "Beslut-ID", "Datum", "Beslutande", "Paragraf", "Beslut", "Typ", "Ansvarig", "Klart senast", "Aktivitets-ID",
]
DECISIONS = [
    ("B25-01", date(2025, 3, 27), "Nämnd", "§ 14", "Nämnden godkänner rapporten för 2025 och aktivitetsplanen.", "Annan",
     None, None, None),
    ("B25-02", date(2025, 3, 27), "Nämnd", "§ 14", "Stadsdelsdirektören får i uppdrag att se över den lokala anvisningen.",
     "Ändring av LIS", "Förvaltningschef", date(2025, 12, 19), "A25-05"),
    ("B25-03", date(2025, 4, 8), "Förvaltningschef", None, "ISAM får avsatt tid för att inventera informationsmängder.",
     "Resurs", "ISAM", date(2025, 11, 28), "A25-06"),
]


def workbooks():
    return {
        "Grunduppgifter.xlsx": [
            details("Uppgifter om rapporten", DETAILS),
            Sheet("Roller", ROLE_HEADINGS, ROLES, title="Roller", notes=["Alla namn är påhittade."]),
            Sheet("Textblock", TEXT_HEADINGS, TEXTS, title="Texter som granskas varje år"),
            scales(),
            glossary(),
        ],
        **ekdalen_risker.workbooks(),
        **ekdalen_uppfoljning.workbooks(),
        "Underlag 2026.xlsx": [
            *ekdalen_aktiviteter.sheets(),
            *ekdalen_uppfoljning.sheets(),
            Sheet("Omvärld", WORLD_HEADINGS, WORLD, title="Omvärldsbevakning"),
            Sheet("Staden", WORLD_HEADINGS, CITY, title="Vad händer inom staden"),
            Sheet("Intressenter", NEEDS_HEADINGS, NEEDS, title="Intressenter"),
            Sheet("Nyckeltal", MEASURE_HEADINGS, MEASURES, title="Nyckeltal", notes=["Alla värden är fiktiva."]),
            Sheet("Mål", ["Mål", "Måluppfyllelse", "Kommentar"], GOALS),
            Sheet("Beslut", DECISION_HEADINGS, DECISIONS, title="Beslut efter genomgången 2025"),
            Sheet("Klassning", CLASS_HEADINGS, CLASSES, title="Klassade informationsmängder"),
            Sheet("Kom ihåg", ["Att göra", "Klart"], [("Boka möte med stadsdelsdirektören", "Nej"),
                                                      ("Be DSO läsa avsnittet om dataskydd", "Ja")]),
        ],
    }
