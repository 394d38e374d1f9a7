"""Ekdalens aktiviteter 2026 och läget för 2025 års aktiviteter (allt fiktivt)."""

from datetime import date

from .cells import Sheet

GDPR = "Övrig prioriterad från GDPR-årsrapport"
HEADINGS = [
    "Aktivitets-ID", "Aktivitet", "Beskrivning", "Startår", "Slutår", "Start", "Klart senast", "Ansvarig",
    "Ansvarstyp", "Med stöd av", "Prioritet", "Särskilt prioriterad", "Källa", "VoR-ID", "DSO-ID", "Iakttagelse-ID",
    "Incident-ID", "Grupp", "Återkommande", "Cybersäkerhetslagen", "Beroende av", "Resurs (timmar)", "Kostnad (tkr)",
    "Status", "Status datum", "Vår anteckning",
]
NOT_STARTED = ("Ej påbörjad", None)
ROWS = [
    ("A26-01", "Behörighetsgranskning i verksamhetssystem",
     "Behörigheter granskas varje halvår i fem verksamhetssystem. Cheferna får listor att bekräfta.\n\n"
     "I arbetet ingår att hemtjänstens vikarier får personliga konton.",
     2026, 2026, date(2026, 2, 2), date(2026, 10, 30), "ISAM", "Initieras och genomförs", None, "1 Hög", "Ja",
     "VoR; Revision; GDPR-årsrapport", "V25-01; V25-02; V26-01; V26-02", "D25-01", "RI25-01", "I25-05; I25-12",
     "Aktivitet", "Halvår", 9, None, 120, "37,5", "Pågår", date(2026, 2, 6), None),
    ("A26-02", "Rutin för rapportering av betydande incidenter",
     "Rutinen för incidenter anpassas till cybersäkerhetslagen: en första upplysning inom 24 timmar, en "
     "incidentanmälan inom 72 timmar och en slutrapport inom en månad. Beredskap utanför kontorstid beskrivs.",
     2026, 2026, date(2026, 1, 19), date(2026, 4, 30), "ISAM", "Översyn och uppdatering", None, "1 Hög", "Ja",
     "VoR; Lagkrav", "V25-03; V26-03", None, None, None, "Aktivitet", "Nej", 2, None, 60, 0, "Pågår", date(2026, 2, 6),
     None),
    ("A26-03", "Uppföljning av åtgärdsplaner efter klassning",
     "- Varje åtgärdsplan får en ansvarig och ett datum.\n- Läget redovisas för ledningen varje kvartal.\n"
     "- Klassningar äldre än två år görs om.",
     2026, 2026, date(2026, 3, 2), date(2026, 12, 18), "Informationsägare", "Genomförs", "ISAM", "1 Hög", "Nej",
     "VoR; Revision", "V25-04; V26-04", None, "RI25-02", None, "Aktivitet", "Kvartal", "1; 6", "A26-09", 80, 0,
     *NOT_STARTED, None),
    ("A26-04", "Krav på informationssäkerhet i mindre avtal",
     "En kort kravlista tas fram och används i alla mindre avtal, t.ex. avtal < 1 år för drift & förvaltning.",
     2026, 2026, date(2026, 3, 2), date(2026, 9, 30), "Upphandlingsansvarig", "Genomförs", "ISAM", "2 Medel", "Ja", "VoR",
     "V25-05; V26-05", None, None, None, "Aktivitet", "Nej", "4; 5", None, 40, "12,5", *NOT_STARTED, None),
    ("A26-05", "Kontinuitetsplaner för äldreomsorgen",
     "Planer för avbrott i journalsystemet skrivs klart för alla vård- och omsorgsboenden. Varje boende övar planen "
     "minst en gång under året.",
     2026, 2026, date(2026, 2, 16), date(2026, 11, 27), "Avdelningschef", "Genomförs", "ISAM", "1 Hög", "Ja",
     "VoR; Revision; Incident", "V25-06; V26-06", None, "RI25-03", "I25-09", "Aktivitet", "Årligen", 3, None, 160, 80,
     "Pågår", date(2026, 2, 20), None),
    ("A26-06", "Säkra meddelanden i stället för e-post",
     "Säkra meddelanden blir förstahandsval i alla funktionsbrevlådor. Varje enhet får en genomgång.",
     2026, 2026, date(2026, 4, 1), date(2026, 10, 30), "Enhetschef", "Genomförs", "DSO", "1 Hög", "Nej",
     "VoR; GDPR-årsrapport; Incident", "V25-07; V26-07", "D25-02", None, "I25-01; I25-11; I25-17", "Aktivitet", "Nej", 7,
     None, 50, "25,0", *NOT_STARTED, None),
    ("A26-07", "Uppföljning av obligatoriska e-utbildningar",
     "Genomförandegraden följs upp varje månad. Nya medarbetare går utbildningen under sin första vecka.",
     2026, 2026, date(2026, 1, 12), date(2026, 12, 18), "Avdelningschef", "Genomförs", "ISAM", "2 Medel", "Nej",
     "VoR; Incident", "V25-09; V26-09", None, None, "I25-03; I25-13", "Aktivitet", "Årligen", 7, None, 48, 0, "Pågår",
     date(2026, 2, 6), None),
    ("A26-08", "Utbildning för ledningen i säkerhetsåtgärder",
     "Förvaltningens ledning går en utbildning om säkerhetsåtgärder, så som cybersäkerhetslagen kräver. Därefter "
     "upprepas den varje år.",
     2026, 2026, date(2026, 3, 16), date(2026, 5, 29), "Förvaltningschef", "Genomförs", "ISAM", "1 Hög", "Ja", "Lagkrav",
     None, None, None, None, "Aktivitet", "Årligen", 7, None, 24, "18,5", *NOT_STARTED, None),
    ("A26-09", "Utse informationsägare",
     "Ägare utses för de informationsmängder som saknar en. Ansvaret skrivs in i chefernas uppdrag.",
     2026, 2026, date(2026, 2, 2), date(2026, 5, 29), "Förvaltningschef", "Genomförs", "ISAM", "2 Medel", "Nej",
     "VoR; Revision", "V25-10; V26-10", None, "RI25-04", None, None, "Nej", 1, None, 30, 0, "Pågår", date(2026, 2, 20),
     None),
    ("A26-10", "Reservrutin för trygghetslarm",
     "Reservrutinen övas på alla enheter. Vid nästa avtalsmöte tas frågan om en andra operatör upp.",
     2026, 2026, date(2026, 2, 16), "2026-06-12", "Avdelningschef", "Initieras", "Leverantör", "1 Hög", "Nej",
     "VoR; Incident", "V25-11; V26-11", None, None, "I25-06; I25-16", None, "Nej", "3; 4", None, 60, 0, *NOT_STARTED,
     "Avtalsmöte i maj"),
    ("A26-11", "Riktlinje för AI-tjänster",
     "En lokal riktlinje beskriver vilka AI-tjänster som får användas och vilka uppgifter som aldrig får läggas in. "
     "Den innehåller exempel från verksamheten.",
     2026, 2026, date(2026, 1, 26), date(2026, 6, 12), "ISAM", "Genomförs", "DSO", "1 Hög", "Ja",
     "VoR; GDPR-årsrapport; Omvärld", "V25-12; V26-12", "D25-03", None, None, None, "Nej", "5; 7", None, 60, 0, "Pågår",
     date(2026, 2, 20), None),
    ("A26-12", "Översyn av skalskydd i lokaler",
     "Lokaler där handlingar med skyddade personuppgifter förvaras ses över tillsammans med drift & förvaltning.",
     2026, 2026, date(2026, 4, 1), date(2026, 6, 12), "Enhetschef", "Initieras", None, "2 Medel", "Nej", "VoR", "V26-13",
     None, None, None, None, "Nej", 9, None, 32, "42,5", *NOT_STARTED, None),
    ("A26-13", "Åtgärder efter penetrationstest",
     "Leverantören rättar de två bristerna i bokningstjänsten. Ett nytt test görs innan ärendet stängs.",
     2026, 2026, date(2026, 1, 12), date(2026, 3, 31), "Systemägare", "Initieras och genomförs", "Leverantör", "1 Hög",
     "Nej", "Revision; Incident", None, None, "RI25-05; RI25-06", "I25-15", None, "Nej", "5; 8", None, 24, "30,5", "Pågår",
     date(2026, 2, 6), None),
    ("A25-05", "Översyn av lokal anvisning för informationssäkerhet",
     "Den lokala anvisningen ses över och anpassas till cybersäkerhetslagen. Aktiviteten är flyttad från 2025.",
     2026, 2026, date(2026, 1, 12), date(2026, 4, 30), "ISAM", "Översyn och uppdatering", None, "2 Medel", "Nej",
     "VoR; Lagkrav", "V26-03; V26-10", None, None, None, None, "Årligen", 1, "A26-02", 40, 0, "Pågår", date(2026, 2, 6),
     "Flyttad från 2025"),
    ("A26-14", "Rutin för registerutdrag och rättelse",
     "En rutin och ett svarsbrev tas fram för begäranden från enskilda. Texten på webbplatsen skrivs om.",
     2026, 2026, date(2026, 3, 2), date(2026, 9, 30), "ISAM", "Initieras", "DSO", "1 Hög", "Nej", "GDPR-årsrapport", None,
     "D25-04; D25-09", None, None, GDPR, "Nej", None, None, 40, 0, *NOT_STARTED, None),
    ("A26-15", "Konsekvensbedömningar för välfärdsteknik",
     "Konsekvensbedömningar görs för kameror och annan välfärdsteknik innan fler enheter tar dem i bruk.",
     2026, 2026, date(2026, 3, 2), date(2026, 10, 30), "Avdelningschef", "Initieras", "DSO", "1 Hög", "Nej",
     "GDPR-årsrapport", None, "D25-05", None, None, GDPR, "Nej", None, None, 60, 20, *NOT_STARTED, None),
]

EARLIER_HEADINGS = [
    "Aktivitets-ID", "Aktivitet", "Startår", "Slutår", "Beskrivning", "Ansvarig", "Ansvarstyp", "Prioritet", "Källa",
    "VoR-ID", "Klart senast", "Status", "Status datum", "Statuskommentar", "Flyttad till år", "Utfall",
]
EARLIER = [
    ("A25-01", "Införa säkra meddelanden", 2025, 2025, "Tjänsten införs i socialtjänsten och på biståndsenheten.",
     "Enhetschef", "Genomförs", "1 Hög", "VoR", "V25-07", date(2025, 9, 30), "Klar", date(2025, 9, 18), None, None,
     "Tjänsten används av 14 enheter."),
    ("A25-02", "Personliga konton i hemtjänsten", 2025, 2025, "Gemensamma konton ersätts av personliga konton.",
     "Avdelningschef", "Genomförs", "1 Hög", "VoR", "V25-02", date(2025, 12, 19), "Försenad", date(2025, 12, 19),
     "Två av fyra enheter är klara. Resten ingår i A26-01.", None, "Två enheter är klara."),
    ("A25-03", "Kampanj om nätfiske", 2025, 2025, "Korta filmer och ett övningsutskick till alla medarbetare.", "ISAM",
     "Genomförs", "2 Medel", "VoR", "V25-09", date(2025, 10, 31), "Klar", date(2025, 10, 24), None, None,
     "Andelen som klickade sjönk från 19 till 11 procent."),
    ("A25-04", "Rutin för incidenter", 2025, 2025, "Rutinen skrivs om och publiceras på intranätet.", "ISAM",
     "Översyn och uppdatering", "1 Hög", "VoR", "V25-03", date(2025, 5, 30), "Klar", "2025-05-23", None, None,
     "Fler incidenter anmäls."),
    ("A25-05", "Översyn av lokal anvisning för informationssäkerhet", 2025, 2025,
     "Anvisningen ses över och uppdateras.", "ISAM", "Översyn och uppdatering", "2 Medel", "VoR", "V25-10",
     date(2025, 12, 19), "Flyttad", date(2025, 11, 20), "Väntar på cybersäkerhetslagen.", 2026, None),
    ("A25-06", "Inventera informationsmängder", 2025, 2025, "Alla informationsmängder listas med ägare och system.",
     "ISAM", "Initieras och genomförs", "1 Hög", "VoR", "V25-04; V25-10", date(2025, 11, 28), "Klar", date(2025, 11, 27),
     None, None, "44 informationsmängder är listade."),
    ("A25-07", "Reservrutin i vården", 2025, 2025, "Pappersrutinen skrivs klart och övas på alla boenden.",
     "Avdelningschef", "Genomförs", "1 Hög", "VoR", "V25-06", date(2025, 12, 19), "Pågår", date(2025, 12, 12),
     "Rutinen är klar men övad på ett boende av sex.", None, "Övningarna fortsätter i A26-05."),
    ("A25-08", "Egen utbildning för AI-tjänster", 2025, 2025, "En kort utbildning tas fram.", "ISAM", "Initieras",
     "3 Låg", "VoR", "V25-12", date(2025, 12, 19), "Utgår", date(2025, 9, 5),
     "Staden tar fram en gemensam utbildning.", None, None),
]


def sheets():
    return [
        Sheet("Aktiviteter", HEADINGS, ROWS, title="Aktiviteter 2026",
              notes=["Timmar och kostnader är fiktiva."]),
        Sheet("Tidigare aktiviteter", EARLIER_HEADINGS, EARLIER, title="Aktiviteter 2025, läget i februari 2026"),
    ]
