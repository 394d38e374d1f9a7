"""Förskolenämndens aktiviteter 2025–2027: sex för 2025, två från GDPR-årsrapporten och sex för 2026–2027."""

from datetime import date

from .cells import Sheet

HEADINGS = [
    "Aktivitets-ID", "Aktivitet", "Startår", "Slutår", "Beskrivning", "Ansvarig", "Ansvarstyp", "Med stöd av",
    "Start", "Klart senast", "Återkommande", "Prioritet", "Särskilt prioriterad", "Källa", "VoR-ID", "DSO-ID",
    "Grupp", "Cybersäkerhetslagen", "ISO-kontroll", "Resurs (timmar)", "Kostnad (tkr)", "Status", "Status datum",
    "Statuskommentar", "Ärende i e-arkiv",
]
GDPR = "Övrig prioriterad från GDPR-årsrapport"
CLASSIFY = (
    "Gå igenom it-komponenter, informationsmängder och de processer i verksamheten som de hör till.\n\n"
)

ROWS = [
    ("A25-01", "Översyn av lokal anvisning för informationssäkerhet", 2025, 2025,
     "Den lokala anvisningen ses över varje år och uppdateras när det behövs. Årets uppdatering ska göra roller och "
     "ansvar tydliga. Arbetet med att föra ut anvisningen i förvaltningen fortsätter.",
     "ISAM", "Översyn och uppdatering", None, date(2025, 3, 3), date(2025, 12, 19), "Årligen", "2 Medel", "Nej",
     "VoR; Uppföljning", "V24-02; V25-05; V25-09", None, "Aktivitet", 1, "A.5.1", 60, 0, "Pågår", date(2025, 9, 12),
     None, None),
    ("A25-02", "Översyn av anvisning för hantering av informationssäkerhetsincidenter", 2025, 2025,
     "Anvisningen uppdateras under 2025 så att processen blir tydlig och stämmer med kraven i cybersäkerhetslagen, "
     "som enligt lagförslaget börjar gälla den 15 januari 2026.",
     "ISAM", "Översyn och uppdatering", None, date(2025, 8, 18), date(2025, 12, 19), "Årligen", "1 Hög", "Nej",
     "VoR; Uppföljning", "V24-03; V25-04", None, "Aktivitet", 2, "A.5.24", 40, 0, "Pågår", date(2025, 9, 12), None,
     None),
    ("A25-03", "Uppföljning av behörigheter", 2025, 2025,
     "En gemensam rutin för hela förvaltningen tas fram. Den beskriver hur användares behörigheter granskas.",
     "ISAM", "Genomförs", None, date(2025, 9, 1), date(2025, 12, 19), "Nej", "1 Hög", "Ja", "VoR; Uppföljning",
     "V24-01; V25-01; V25-02", None, "Aktivitet", 9, "A.5.18", 80, 0, "Pågår", date(2025, 9, 12), None, None),
    ("A25-04", "Uppföljning av utbildningsinsatser", 2025, 2025,
     "Varje år följs upp hur många som har gått de obligatoriska e-utbildningarna i informationssäkerhet och "
     "dataskydd.",
     "ISAM", "Genomförs", None, date(2025, 10, 1), "2025-12-19", "Årligen", "2 Medel", "Nej", "VoR", "V25-10", None,
     "Aktivitet", 7, "A.6.3", 24, "0", "Ej påbörjad", None, None, None),
    ("A25-05", "Inventering och klassificering", 2025, 2025,
     CLASSIFY +
     "Nya och äldre klassningar ses över enligt stadens process. I arbetet ingår:\n"
     "- självvärdering och handlingsplan\n"
     "- konsekvensbedömningar för verksamhetens behandling av personuppgifter\n"
     "- hantering av risker och de säkerhetsåtgärder som behövs.",
     "ISAM", "Initieras", None, date(2025, 2, 3), date(2025, 12, 19), "Nej", "1 Hög", "Ja",
     "VoR; Uppföljning; GDPR-årsrapport", "V24-04; V25-03", "D24-01", "Aktivitet", "1; 9", "A.5.9; A.5.12", 200,
     "112,5", "Pågår", date(2025, 9, 12), None, None),
    ("A25-06", "Översyn av informationssäkerhet vid anskaffning och utveckling", 2025, 2025,
     "Processer och rutiner för hur varor och tjänster upphandlas, anskaffas och utvecklas ses över under 2025. "
     "Målet är att verksamheten får in informationssäkerhet och dataskydd i rätt tid och på ett tydligt sätt.",
     "ISAM", "Genomförs", None, date(2025, 4, 1), date(2025, 11, 28), "Nej", "1 Hög", "Ja", "VoR; Uppföljning",
     "V24-05; V25-06; V25-07", None, "Aktivitet", "4; 5", "A.5.8", 80, 0, "Pågår", "2025-09-12", None, None),
    ("A25-07", "Rutiner för att hantera individers rättigheter", 2025, 2025,
     "Rutiner tas fram för hur enskildas begäranden om sina rättigheter hanteras.",
     "ISAM", "Initieras", "DSO", date(2025, 9, 1), date(2025, 12, 19), "Nej", "1 Hög", "Nej", "GDPR-årsrapport", None,
     "D24-02", GDPR, None, None, 40, 0, "Ej påbörjad", None, None, None),
    ("A25-08", "Säkerställa att konsekvensbedömningar och informationsklassningar genomförts", 2025, 2025,
     "Det kontrolleras att konsekvensbedömningar och informationsklassningar är gjorda där de behövs.",
     "ISAM", "Initieras", "DSO", date(2025, 9, 1), date(2025, 12, 19), "Nej", "1 Hög", "Nej", "GDPR-årsrapport", None,
     "D24-03", GDPR, None, None, 60, 0, "Pågår", date(2025, 9, 12), None, None),
    ("A25-01", "Översyn av lokal anvisning för informationssäkerhet", 2026, 2027,
     "Den lokala anvisningen ses över varje år och uppdateras när det behövs.",
     "ISAM", "Översyn och uppdatering", None, date(2026, 1, 12), date(2027, 12, 17), "Årligen", "2 Medel", "Nej",
     "VoR; Uppföljning", "V24-02; V25-05; V25-09", None, "Aktivitet", 1, "A.5.1", 40, 0, "Ej påbörjad", None, None,
     None),
    ("A25-02", "Översyn av anvisning för hantering av informationssäkerhetsincidenter", 2026, 2027,
     "Anvisningen ses över varje år och uppdateras när det behövs.",
     "ISAM", "Genomförs", None, date(2026, 1, 12), date(2027, 12, 17), "Årligen", "2 Medel", "Nej",
     "VoR; Uppföljning", "V24-03; V25-04", None, "Aktivitet", 2, "A.5.24", 40, 0, "Ej påbörjad", None, None, None),
    ("A25-04", "Uppföljning av utbildningsinsatser", 2026, 2027,
     "Varje år följs upp hur många som har gått de obligatoriska e-utbildningarna i informationssäkerhet och "
     "dataskydd.",
     "ISAM", "Genomförs", None, date(2026, 1, 12), date(2027, 12, 17), "Årligen", "2 Medel", "Nej", "VoR", "V25-10",
     None, "Aktivitet", 7, "A.6.3", 48, 0, "Ej påbörjad", None, None, None),
    ("A26-01", "Särskild utbildning för chefer och ledning i enlighet med krav från cybersäkerhetslagstiftningen",
     2026, 2027,
     "Från och med 2026 hålls en särskild och obligatorisk utbildning för chefer och ledning en gång om året. Den "
     "kommer utöver e-utbildningarna och svarar mot kravet på utbildning i cybersäkerhetslagen.",
     "Förvaltningschef", "Genomförs", "ISAM", date(2026, 1, 12), date(2027, 12, 17), "Årligen", "1 Hög", "Nej",
     "Lagkrav", None, None, "Aktivitet", 7, "A.6.3", 32, "45,5", "Ej påbörjad", None, None, None),
    ("A25-05", "Inventering och klassificering", 2026, 2027,
     CLASSIFY +
     "Nya och äldre klassningar ses över enligt stadens process, med självvärdering, handlingsplan, riskanalys och "
     "de säkerhetsåtgärder som behövs.\n\n"
     "Kritiska processer i verksamheten och de informationssystem som bär deras information går först, eftersom "
     "cybersäkerhetslagen ställer krav på dem.",
     "ISAM", "Initieras och genomförs", None, date(2026, 1, 12), date(2027, 12, 17), "Årligen", "1 Hög", "Nej",
     "VoR; Uppföljning; GDPR-årsrapport", "V24-04; V25-03", "D24-01", None, "1; 9", "A.5.9; A.5.12", 400, 225,
     "Ej påbörjad", None, None, None),
    ("A26-02", "Kontinuitetshantering och katastrofåterhämtning", 2026, 2027,
     "En gemensam kontinuitetsplan tas fram för hela förvaltningen. Den gäller när en kritisk aktivitet eller resurs "
     "störs eller går förlorad. Aktiviteten är särskilt prioriterad, bland annat på grund av den nya "
     "lagstiftningen.\n\n"
     "I arbetet ingår en fullständig lista över i vilken ordning system och tjänster ska återställas efter en "
     "katastrof (disaster recovery).",
     "ISAM", "Initieras", None, date(2026, 3, 2), date(2027, 12, 17), "Nej", "1 Hög", "Ja", "Lagkrav; Omvärld", None,
     None, None, 3, "A.5.29; A.5.30", 240, 150, "Ej påbörjad", None, None, None),
]


def sheet():
    return Sheet("Aktiviteter", HEADINGS, ROWS, title="Aktiviteter 2025–2027",
                 notes=["Timmar och kostnader är fiktiva. En aktivitet som återkommer behåller sitt ID."])
