"""Förskolenämnden 2026: vad som fylls i när året är öppnat från 2025. Allt är påhittat."""

from datetime import datetime

PLAN_DATE = datetime(2025, 12, 12)


def state(word, comment=None, moved=None):
    return {"Status": word, "Status datum": PLAN_DATE, "Statuskommentar": comment, "Flyttad till år": moved}


# The plan of 2025 as the owners had filled it in at the end of the year.
STATES = {
    ("A25-01", 2025): state("Klar", "Den nya anvisningen är beslutad."),
    ("A25-02", 2025): state("Klar", "Anvisningen är beslutad och känd i enheterna."),
    ("A25-03", 2025): state("Flyttad", "Tre av fem system är klara.", 2026),
    ("A25-04", 2025): state("Klar"),
    ("A25-05", 2025): state("Klar", "Inventeringen är gjord; klassningen går vidare 2026."),
    ("A25-06", 2025): state("Utgår", "Ersätts av stadens nya modell för upphandling."),
    ("A25-07", 2025): state("Klar"),
    ("A25-08", 2025): state("Försenad", "Väntar på DSO:s mall."),
}

FIRST = {"Uppgifter": "Fält", "VoR": "VoR-ID", "Uppföljning": "VoR-ID", "Aktiviteter": "Aktivitets-ID",
         "Textblock": "Nyckel", "Omvärld": "Rubrik", "Staden": "Rubrik", "Incidenter": "Incident-ID"}


def follow_up(method, text, judgement, advice, activity, trend):
    return {"Uppföljningsmetod": method, "Iakttagelse och bedömning": text, "Bedömning": judgement,
            "Allvarlighetsgrad": "Medel", "ISAM:s rekommendation": advice, "Aktivitets-ID": activity, "Trend": trend}


ROWS = {
    "Uppgifter": {
        "Diarienummer": {"Värde": "FSKN 2026/118"},
        "Rapportdatum": {"Värde": datetime(2026, 10, 13)},
        "Sammanträdesdatum": {"Värde": datetime(2026, 11, 19)},
        "Visa tidigare aktiviteter": {"Värde": "Ja"},
        "Visa riskmatris": {"Värde": "Ja"},
    },
    "VoR": {
        "V26-01": {"Sannolikhet": 2, "Motivering": "Rutinen för avslut är införd i tre system."},
        "V26-08": {"Sannolikhet": 4, "Hantering": "Åtgärd", "Motivering": "Fler åtgärder än väntat dröjer."},
        "V26-09": None,
        "V26-11": {"Område": "Artificiell intelligens",
                   "Oönskad händelse": "Personuppgifter läggs in i AI-tjänster som nämnden inte har avtal med.",
                   "Process": "Använda digitala tjänster", "Sannolikhet": 3, "Konsekvens": 4, "Hantering": "Åtgärd",
                   "Riskägare": "Avdelningschef", "Informationssäkerhet": "Ja", "Cybersäkerhetslagen": "1"},
    },
    "Uppföljning": {
        "V25-01": follow_up("Stickprov", "Stickproven visar att konton avslutas i tid i tre av fem system.",
                            "Delvis tillräcklig", "Inför rutinen i de två system som återstår.", "A25-03", "Bättre"),
        "V25-02": follow_up("Stickprov; Observation", "Konsulters konton gås nu igenom varje kvartal.",
                            "Delvis tillräcklig", "Ingen", None, "Bättre"),
        "V25-03": follow_up("Översyn", "Inventeringen är gjord, men hälften av åtgärderna återstår.",
                            "Otillräcklig", "Följ upp åtgärderna varje tertial.", "A25-05", "Oförändrad"),
        "V25-04": follow_up("Incidentanalys", "Fler incidenter rapporteras, och de flesta följs upp.",
                            "Tillräcklig", "Ingen", None, "Bättre"),
        "V25-05": follow_up("Översyn", "Anvisningen är känd hos cheferna men inte hos alla medarbetare.",
                            "Delvis tillräcklig", "Ta upp anvisningen på arbetsplatsträffar.", "A25-01", "Oförändrad"),
        "V25-06": follow_up("Deltagande i upphandling", "Kraven kommer med sent i två av fyra upphandlingar.",
                            "Otillräcklig", "Använd stadens modell från start.", "A26-03", "Oförändrad"),
        "V25-07": follow_up("Observation", "Nya tjänster införs ibland utan att ISAM har tillfrågats.",
                            "Otillräcklig", "Ta med ISAM när ett införande planeras.", "A26-03", "Oförändrad"),
        "V25-08": follow_up("Översyn", "Fyra av nio beslutade åtgärder har dröjt över ett år.",
                            "Otillräcklig", "Gå igenom öppna åtgärder i ledningsgruppen varje kvartal.", "A26-04",
                            "Sämre"),
        "V25-09": follow_up("Översyn", "Roller och ansvar är beslutade i delegationsordningen. Händelsen "
                            "V25-09 utgår därför ur VoR 2026.", "Tillräcklig",
                            "Ingen", None, "Bättre"),
        "V25-10": follow_up("Översyn", "Nio av tio medarbetare har gått grundutbildningen.", "Delvis tillräcklig",
                            "Följ upp dem som återstår varje halvår.", "A25-04", "Bättre"),
    },
    "Aktiviteter": {
        "A26-03": {"Aktivitet": "Stadens modell för upphandling", "Startår": 2026, "Slutår": 2026,
                   "Beskrivning": "Modellen används från start i alla upphandlingar och införanden.",
                   "Ansvarig": "Upphandlingsansvarig", "Ansvarstyp": "Genomförs", "Med stöd av": "ISAM",
                   "Prioritet": "1 Hög", "Källa": "VoR; Uppföljning", "VoR-ID": "V26-06; V26-07",
                   "Status": "Ej påbörjad"},
        "A26-04": {"Aktivitet": "Öppna åtgärder i ledningsgruppen", "Startår": 2026, "Slutår": 2028,
                   "Beskrivning": "Ledningsgruppen går igenom öppna åtgärder varje kvartal.",
                   "Ansvarig": "Förvaltningschef", "Ansvarstyp": "Genomförs", "Återkommande": "Kvartal",
                   "Prioritet": "1 Hög", "Källa": "VoR; Uppföljning", "VoR-ID": "V26-08", "Status": "Ej påbörjad"},
        "A26-05": {"Aktivitet": "Regler för AI-tjänster", "Startår": 2026, "Slutår": 2026,
                   "Beskrivning": "ISAM och DSO tar fram regler för vilka AI-tjänster som får användas.",
                   "Ansvarig": "ISAM", "Ansvarstyp": "Genomförs", "Med stöd av": "DSO", "Prioritet": "1 Hög",
                   "Källa": "VoR", "VoR-ID": "V26-11", "Status": "Ej påbörjad"},
    },
    "Textblock": {
        "prioriterat": {"Text": "Under 2026 bör nämnden först bli klar med behörigheterna och börja styra hur AI-tjänster "
                                "används."},
        "faktorer": {"Gäller till": None},
    },
    "Omvärld": {
        "NIS2-direktivet (cybersäkerhetslagstiftningen)": {
            "Text": "Cybersäkerhetslagen gäller sedan den 15 januari 2026 och genomför EU:s direktiv NIS2.\n\nLagen kräver att "
                    "ledningen utbildas, att risker hanteras systematiskt och att betydande incidenter rapporteras i tid. "
                    "Hela förvaltningens verksamhet omfattas.",
            "Gäller till": None},
        "Ökade cyberattacker mot kommuner": {
            "Text": "Angreppen mot leverantörer av samhällsviktiga tjänster blir fler, och många incidenter börjar hos en "
                    "leverantör.\n\nMyndigheten för civilt försvar (MCF) pekar ut digitala leveranskedjor som det område där en "
                    "störning får störst följder.",
            "Källa": "MCF:s rapporter"},
    },
    "Staden": {
        "Cybersäkerhetslagstiftningen i staden": {
            "Text": "Staden har beslutat om ett gemensamt arbetssätt för kraven i cybersäkerhetslagen. Nämnden ska "
                    "redovisa risker, incidenter och utbildning på samma sätt som övriga nämnder."},
    },
    "Incidenter": {
        "I25-01": {"Upptäckt": datetime(2025, 5, 6, 10, 30), "Typ": "Felskick", "Personuppgiftsincident": "Ja",
                   "Anmäld till IMY": "Nej, risk osannolik", "Allvarlighetsgrad": "Låg", "VoR-ID": "V25-04",
                   "Sekretess": "Öppen"},
    },
}
