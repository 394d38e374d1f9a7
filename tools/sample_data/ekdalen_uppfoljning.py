"""Ekdalens uppföljning av 2025: oönskade händelser, revision, GDPR-årsrapport och incidenter (allt fiktivt)."""

from datetime import date, datetime

from .cells import Sheet

OPEN = ("Öppen", None, None)

FOLLOW_UP_HEADINGS = [
    "VoR-ID", "Bedömning", "Allvarlighetsgrad", "Trend", "Uppföljningsmetod", "Iakttagelse och bedömning",
    "ISAM:s rekommendation", "I samsyn med", "Aktivitets-ID", "Sekretess", "Lagrum", "Öppen text",
]
FOLLOW_UPS = [
    ("V25-01", "Otillräcklig", "Hög", "Oförändrad", "Stickprov",
     "Stickprovet omfattade 120 konton i tre system. Fjorton av dem hörde till medarbetare som hade bytt tjänst.\n\n"
     "Rutinen fungerar när någon slutar, men inte när någon byter tjänst inom förvaltningen.",
     "ISAM föreslår att byte av tjänst alltid leder till att behörigheterna prövas på nytt. Cheferna bör få en lista "
     "över sina medarbetares behörigheter varje halvår.",
     None, "A26-01", "Maskas", "OSL 18 kap. 8 § 4", "Behörigheter vid byte av tjänst behöver följas upp bättre."),
    ("V25-02", "Delvis tillräcklig", "Hög", "Bättre", "Observation",
     "Två av fyra hemtjänstenheter har gått över till personliga konton. På de andra två används fortfarande "
     "gemensamma konton under sommaren.",
     "ISAM föreslår att personliga konton beställs redan när en vikarie anställs.", None, "A26-01", "Maskas",
     "OSL 18 kap. 8 § 4", "Inloggning i hemtjänsten har blivit bättre men är inte klar."),
    ("V25-03", "Delvis tillräcklig", "Medel", "Bättre", "Incidentanalys",
     "Fler incidenter än tidigare anmäls, och de flesta inom ett dygn. Tre av arton anmäldes senare.\n\n"
     "Rutinen beskriver inte de tider som gäller enligt cybersäkerhetslagen.",
     "ISAM föreslår att rutinen kompletteras med tiderna för betydande incidenter och med vem som rapporterar "
     "utanför kontorstid.",
     None, "A26-02", *OPEN),
    ("V25-04", "Otillräcklig", "Hög", "Oförändrad", "Översyn",
     "Nio åtgärdsplaner har gåtts igenom. Fem av dem saknar ansvarig eller datum.",
     "ISAM föreslår:\n- att varje plan får en ansvarig\n- att läget redovisas för ledningen varje kvartal\n"
     "- att klassningar äldre än två år görs om.",
     "DSO", "A26-03", *OPEN),
    ("V25-05", "Otillräcklig", "Medel", "Sämre", "Deltagande i upphandling; Stickprov",
     "Av tolv granskade avtal hade fem inga krav på informationssäkerhet. Alla fem var korta avtal, t.ex. avtal < 1 år "
     "för drift & förvaltning.",
     "ISAM föreslår en kort kravlista som alltid bifogas mindre avtal.", None, "A26-04", *OPEN),
    ("V25-06", "Otillräcklig", "Hög", "Oförändrad", "Observation",
     "Pappersrutinen finns på alla vård- och omsorgsboenden. Den har övats på ett av sex boenden.",
     "ISAM föreslår att kontinuitetsplanerna skrivs klart och att varje boende övar en gång per år.",
     None, "A26-05", *OPEN),
    ("V25-07", "Delvis tillräcklig", "Medel", "Bättre", "Stickprov; Incidentanalys",
     "Antalet felskick har minskat sedan säkra meddelanden infördes. Fyra felskick rapporterades under året, och i "
     "samtliga hade vanlig e-post använts.",
     "ISAM föreslår att säkra meddelanden blir förstahandsval i alla funktionsbrevlådor.", "DSO", "A26-06", *OPEN),
    ("V25-08", "Tillräcklig", "Låg", "Bättre", "Annan",
     "Systemrapporten visar att alla 640 enheter går att fjärradera. Två enheter förlorades under året och båda "
     "kunde tömmas samma dag.",
     "Ingen", None, None, *OPEN),
    ("V25-09", "Otillräcklig", "Medel", "Bättre", "Översyn",
     "Av 1 150 medarbetare har 874 gått e-utbildningen, vilket är 76 procent. Två fall av nätfiske lyckades.",
     "ISAM föreslår att cheferna får en månatlig lista och att nya medarbetare går utbildningen under första veckan.",
     None, "A26-07", *OPEN),
    ("V25-10", "Delvis tillräcklig", "Medel", "Bättre", "Översyn",
     "Ägare är utsedda för 31 av 44 informationsmängder. De som saknas hör till öppen verksamhet och till nya tjänster.",
     "ISAM föreslår att resterande ägare utses före sommaren och att ansvaret skrivs in i chefernas uppdrag.",
     None, "A26-09", *OPEN),
    ("V25-11", "Delvis tillräcklig", "Hög", "Oförändrad", "Observation; Annan",
     "Leverantörens larmprov var utan fel. Under året inträffade ändå en störning på fem timmar då reservrutinen fick "
     "användas.\n\nPersonalen kände inte till rutinen på alla enheter.",
     "ISAM föreslår att reservrutinen övas och att avtalet kompletteras med krav på en andra operatör.",
     None, "A26-10", *OPEN),
    ("V25-12", "Otillräcklig", "Hög", "Sämre", "Observation",
     "Användningen av öppna AI-tjänster ökar snabbt. Många medarbetare vet inte vilka uppgifter som får användas.",
     "ISAM föreslår en lokal riktlinje med tydliga exempel på vad som är tillåtet.", "DSO", "A26-11", *OPEN),
]

AUDIT_HEADINGS = ["Revisions-ID", "Benämning", "Typ", "Utförare", "Datum", "Sammanfattning"]
AUDITS = [
    ("R25-01", "Granskning av nämndens informationssäkerhet", "Stadsrevisionen", "Stadsrevisionen", date(2025, 5, 20),
     "Revisionen bedömer att nämndens styrning i huvudsak fungerar. Uppföljningen av behörigheter och av "
     "åtgärdsplaner behöver bli bättre."),
    ("R25-02", "Penetrationstest av bokningstjänst", "Penetrationstest", "Extern konsult", date(2025, 9, 25),
     "Testet visade två brister. Båda är anmälda till leverantören."),
]
FINDING_HEADINGS = [
    "Revisions-ID", "Iakttagelse-ID", "Iakttagelse", "Allvarlighetsgrad", "Rekommendation", "Åtgärd", "Ansvarig",
    "Klart senast", "Status", "Aktivitets-ID", "Sekretess", "Lagrum", "Öppen text",
]
FINDINGS = [
    ("R25-01", "RI25-01", "Behörigheter följs inte upp regelbundet.", "Hög",
     "Nämnden bör följa upp behörigheter minst två gånger per år.", "Ingår i behörighetsgranskningen.", "ISAM",
     date(2026, 10, 30), "Pågår", "A26-01", "Öppen", None, None),
    ("R25-01", "RI25-02", "Åtgärdsplaner efter klassning saknar ansvarig.", "Medel",
     "Nämnden bör utse ansvarig för varje plan.", "Planerna kompletteras.", "Informationsägare", date(2026, 6, 30),
     "Pågår", "A26-03", "Öppen", None, None),
    ("R25-01", "RI25-03", "Kontinuitetsplaner är inte övade.", "Hög", "Nämnden bör öva planerna varje år.",
     "Övningar planeras på alla boenden.", "Avdelningschef", date(2026, 11, 27), "Ej påbörjad", "A26-05", "Öppen", None,
     None),
    ("R25-01", "RI25-04", "Informationsägare är inte utsedda för alla informationsmängder.", "Medel",
     "Nämnden bör utse ägare till all information.", "Resterande ägare utses.", "Förvaltningschef", "2026-05-29", "Pågår",
     "A26-09", "Öppen", None, None),
    ("R25-02", "RI25-05", "Tjänsten använde en föråldrad krypteringsinställning.", "Medel",
     "Leverantören bör byta till en aktuell inställning.", "Leverantören rättar.", "Systemägare", date(2026, 3, 31),
     "Pågår", "A26-13", "Maskas", "OSL 18 kap. 8 § 3", "En teknisk brist rättas av leverantören."),
    ("R25-02", "RI25-06", "Felmeddelanden visade uppgifter om serverns program.", "Låg",
     "Leverantören bör dölja tekniska uppgifter i felmeddelanden.", "Leverantören rättar.", "Systemägare",
     date(2026, 3, 31), "Pågår", "A26-13", "Maskas", "OSL 18 kap. 8 § 3", "En teknisk brist rättas av leverantören."),
]

ADVICE_HEADINGS = [
    "DSO-ID", "Rekommendation", "Område", "Artikel i GDPR", "Risk", "Prioriterad", "Berör informationssäkerhet",
    "Planeras år", "Status", "Aktivitets-ID",
]
ADVICE = [
    ("D25-01", "Behörigheter till register med känsliga personuppgifter bör granskas varje halvår.",
     "Tekniska och organisatoriska åtgärder", "32", "Hög", "Ja", "Ja", 2026, "Pågår", "A26-01"),
    ("D25-02", "Säkra meddelanden bör användas för alla känsliga personuppgifter.",
     "Tekniska och organisatoriska åtgärder", "32", "Hög", "Ja", "Ja", 2026, "Pågår", "A26-06"),
    ("D25-03", "Regler för AI-tjänster bör beslutas innan fler tjänster tas i bruk.",
     "Tekniska och organisatoriska åtgärder", "25; 32", "Medel", "Nej", "Ja", 2026, "Ej påbörjad", "A26-11"),
    ("D25-04", "En rutin bör finnas för begäranden om registerutdrag och rättelse.", "Individens rättigheter", "12–22",
     "Hög", "Ja", "Nej", 2026, "Ej påbörjad", "A26-14"),
    ("D25-05", "Konsekvensbedömningar bör göras för kameror och annan välfärdsteknik.", "Konsekvensbedömningar", "35",
     "Hög", "Ja", "Nej", 2026, "Ej påbörjad", "A26-15"),
    ("D25-06", "Registerförteckningen bör kompletteras med öppen verksamhet.", "Registerförteckning", "30", "Låg", "Nej",
     "Nej", 2027, "Ej påbörjad", None),
    ("D25-07", "Den lokala dataskyddspolicyn bör dateras upp.", "Styrdokument", "24", "Låg", "Nej", "Nej", 2027,
     "Ej påbörjad", None),
    ("D25-08", "Beslut att inte anmäla en incident bör motiveras skriftligt.", "Personuppgiftsincidenter", "33", "Låg",
     "Nej", "Nej", 2027, "Pågår", None),
    ("D25-09", "Informationen till enskilda på webbplatsen bör göras lättare att läsa.", "Individens rättigheter", "12",
     "Medel", "Nej", "Nej", 2026, "Ej påbörjad", "A26-14"),
]

INCIDENT_HEADINGS = [
    "Incident-ID", "Upptäckt", "Typ", "Enhet", "Beskrivning", "Ursprung", "Personuppgiftsincident", "Anmäld till IMY",
    "Anmäld IMY tidpunkt", "Betydande enligt cybersäkerhetslagen", "Registrerade informerade", "Allvarlighetsgrad",
    "KRT-påverkan", "Orsak", "Åtgärdsstatus", "VoR-ID", "Aktivitets-ID", "Sekretess", "Lagrum",
]
OMIT_TECHNICAL = ("Maskas", "OSL 18 kap. 8 § 3")
OMIT_PERSONAL = ("Maskas", "OSL 26 kap. 1 §")
PUBLIC = ("Öppen", None)
UNLIKELY, NA = "Nej, risk osannolik", "Ej aktuell"
INCIDENTS = [
    ("I25-01", datetime(2025, 1, 14, 8, 20), "Felskick", "Hemtjänst norr", "Ett beslut skickades till fel person.",
     "Internt", "Ja", "Ja", datetime(2025, 1, 15, 15, 0), NA, "Ja", "Medel", "K", "Fel adress valdes i e-posten.", "Klar",
     "V25-07", "A26-06", *OMIT_PERSONAL),
    ("I25-02", datetime(2025, 1, 29, 10, 5), "Driftstörning", "Hela förvaltningen",
     "Inloggningen till stadens nät fungerade inte.", "Leverantör", "Nej", None, None, NA, None, "Medel", "T",
     "Fel vid byte av utrustning.", "Klar", "V25-06", None, *PUBLIC),
    ("I25-03", datetime(2025, 2, 11, 13, 40), "Nätfiske", "Ekonomi", "En medarbetare lämnade ut sitt lösenord.",
     "Externt angrepp", "Nej", None, None, NA, None, "Medel", "K", "Brevet liknade ett meddelande från staden.", "Klar",
     "V25-09", "A26-07", *OMIT_TECHNICAL),
    ("I25-04", datetime(2025, 2, 27, 9, 0), "Förlust-stöld", "Hemtjänst söder", "En telefon blev stulen ur en bil.",
     "Internt", "Nej", None, None, NA, None, "Låg", "K", None, "Klar", "V25-08", None, *PUBLIC),
    ("I25-05", datetime(2025, 3, 13, 14, 15), "Obehörig åtkomst", "Biståndsenheten",
     "En medarbetare läste ärenden utan att ha skäl.", "Internt", "Ja", "Ja", datetime(2025, 3, 14, 11, 30), NA, "Ja",
     "Hög", "K", "Behörigheten var för vid.", "Klar", "V25-01", "A26-01", *OMIT_PERSONAL),
    ("I25-06", datetime(2025, 3, 28, 7, 50), "Leverantörsincident", "Hela förvaltningen",
     "En leverantör fick sina system krypterade.", "Leverantör", "Nej", None, None, NA, None, "Medel", "T; R",
     "Angrepp mot leverantören.", "Klar", "V25-11", "A26-10", *OMIT_TECHNICAL),
    ("I25-07", datetime(2025, 4, 15, 16, 10), "Felkonfiguration", "Kansli", "En mapp var läsbar för alla medarbetare.",
     "Internt", "Nej", None, None, NA, None, "Medel", "K", "Fel grupp valdes.", "Klar", "V25-01", None, *OMIT_TECHNICAL),
    ("I25-08", datetime(2025, 4, 25, 11, 0), "Felskick", "Socialtjänst", "Ett utdrag lades i fel kuvert.", "Internt",
     "Ja", "Ja", datetime(2025, 4, 27, 9, 45), NA, "Ja", "Medel", "K", "Utskrifter blandades ihop.", "Klar", "V25-07",
     None, *OMIT_PERSONAL),
    ("I25-09", datetime(2025, 5, 6, 3, 30), "Driftstörning", "Vård- och omsorgsboende",
     "Journalsystemet låg nere en natt.", "Leverantör", "Nej", None, None, NA, None, "Hög", "T",
     "Planerat underhåll tog för lång tid.", "Klar", "V25-06", "A26-05", *PUBLIC),
    ("I25-10", datetime(2025, 5, 23, 10, 45), "Skadlig kod", "Fritidsverksamhet",
     "Ett minne med skadlig kod anslöts till en dator.", "Externt angrepp", "Nej", None, None, NA, None, "Låg", "R",
     "Minnet hittades i en lokal.", "Klar", "V25-09", None, *OMIT_TECHNICAL),
    ("I25-11", datetime(2025, 6, 18, 9, 25), "Felskick", "Biståndsenheten",
     "Ett brev med uppgift om hälsa skickades öppet.", "Internt", "Ja", "Ja", datetime(2025, 6, 24, 10, 0), NA, "Ja",
     "Medel", "K", "Anmälan dröjde över midsommar.", "Klar", "V25-07", "A26-06", *OMIT_PERSONAL),
    ("I25-12", datetime(2025, 7, 8, 6, 15), "Obehörig åtkomst", "Hemtjänst norr",
     "En vikarie använde en kollegas konto.", "Internt", "Ja", UNLIKELY, None, NA, "Ej krav", "Låg", "K",
     "Eget konto hade inte hunnit beställas.", "Klar", "V25-02", "A26-01", *OMIT_TECHNICAL),
    ("I25-13", "2025-08-19 13:00", "Nätfiske", "Kansli", "Falska fakturor skickades från ett kapat konto.",
     "Externt angrepp", "Nej", None, None, NA, None, "Medel", "K; R", "Lösenordet var återanvänt.", "Klar", "V25-09",
     "A26-07", *OMIT_TECHNICAL),
    ("I25-14", datetime(2025, 9, 2, 15, 35), "Förlust-stöld", "Hemtjänst söder", "En surfplatta glömdes på en buss.",
     "Internt", "Ja", UNLIKELY, None, NA, "Ej krav", "Låg", "K", None, "Klar", "V25-08", None, *PUBLIC),
    ("I25-15", datetime(2025, 9, 26, 8, 40), "Felkonfiguration", "Lokalbokning",
     "Bokningar kunde läsas utan inloggning.", "Leverantör", "Nej", None, None, NA, None, "Medel", "K",
     "Fel vid uppdatering av tjänsten.", "Pågår", "V25-05", "A26-13", *OMIT_TECHNICAL),
    ("I25-16", datetime(2025, 10, 21, 17, 55), "Driftstörning", "Trygghetslarm", "Larmen fungerade inte under fem timmar.",
     "Leverantör", "Nej", None, None, NA, None, "Hög", "T", "Avbrott hos operatören.", "Pågår", "V25-11", "A26-10",
     *PUBLIC),
    ("I25-17", datetime(2025, 11, 13, 9, 30), "Felskick", "Socialtjänst",
     "En kallelse med känsliga uppgifter gick till fel mottagare.", "Internt", "Ja", "Ja",
     datetime(2025, 11, 14, 16, 20), NA, "Ja", "Medel", "K", "Två personer hade samma namn.", "Klar", "V25-07", "A26-06",
     *OMIT_PERSONAL),
    ("I25-18", datetime(2025, 12, 4, 12, 10), "Leverantörsincident", "Hela förvaltningen",
     "En leverantör meddelade att adresser till kontaktpersoner hade läckt.", "Leverantör", "Nej", None, None, NA, None,
     "Låg", "K", "Angrepp mot leverantören.", "Pågår", "V25-11", None, *PUBLIC),
]


def sheets():
    """Blad som ligger i boken Underlag 2026; årtalet i bladets namn visar att de gäller 2025."""
    return [
        Sheet("Uppföljning 2025", FOLLOW_UP_HEADINGS, FOLLOW_UPS, title="Uppföljning av VoR 2025"),
        Sheet("Revisioner 2025", AUDIT_HEADINGS, AUDITS, title="Revisioner och tester 2025"),
        Sheet("Iakttagelser 2025", FINDING_HEADINGS, FINDINGS, title="Iakttagelser 2025"),
        Sheet("Rekommendationer 2025", ADVICE_HEADINGS, ADVICE, title="GDPR-årsrapport 2025: rekommendationer"),
    ]


def workbooks():
    return {"Incidenter 2025.xlsx": [Sheet("Incidenter", INCIDENT_HEADINGS, INCIDENTS, title="Incidentlista 2025",
                                           notes=["Alla händelser är fiktiva."])]}
