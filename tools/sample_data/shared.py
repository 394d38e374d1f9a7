"""Sheets that look the same in every folder: scales, glossary, roles and the key/value sheet Uppgifter."""

import datetime

from .cells import Sheet

FICTIVE_NOTE = "Sannolikhet, konsekvens och riskvärde är fiktiva och visar bara hur bladet fylls i."

HELP = {
    "Nämnd": "Så som namnet skrivs i löpande text, i bestämd form.",
    "Nämnd, genitiv": "Lämnas tomt om det räcker att lägga till ett s.",
    "Nämnd, rubrikform": "Så som namnet skrivs i en rubrik och i filnamn.",
    "Rapportår": "Det år som rapporten gäller.",
    "Uppföljningsår": "Året vars VoR och IKP följs upp, oftast rapportåret minus ett.",
    "Planperiod, första år": "Första året i aktivitetsplanen.",
    "Planperiod, sista år": "Sista året i aktivitetsplanen.",
    "Diarienummer": "Fiktivt i exemplet.",
    "Handläggare": "Skriv en funktion, inte ett namn.",
    "Ärendetyp": "Beslut, Anmälan eller Information.",
    "Omedelbar justering": "Ja eller Nej.",
    "Ansvarstext i lopp": "Ansvarsmening efter aktivitet, Tabell eller Båda.",
}


def details(title, pairs):
    """The sheet Uppgifter from (Fält, Värde) pairs, with the help text of each."""
    rows = [(name, value, HELP.get(name)) for name, value in pairs]
    return Sheet("Uppgifter", ["Fält", "Värde", "Hjälp"], rows, title=title)


ROLE_HEADINGS = ["Roll", "Fullständig benämning", "Bestämd form", "Innehavare", "Vikarie"]

SCALE_HEADINGS = ["Typ", "Värde", "Från", "Till", "Benämning", "Beskrivning", "Färg", "Kräver hantering"]
SCALES = [
    ("Sannolikhet", 1, None, None, "Mycket osannolik", "Väntas inte inträffa inom tio år.", None, None),
    ("Sannolikhet", 2, None, None, "Osannolik", "Kan inträffa någon gång på fem år.", None, None),
    ("Sannolikhet", 3, None, None, "Möjlig", "Kan inträffa något enstaka år.", None, None),
    ("Sannolikhet", 4, None, None, "Sannolik", "Inträffar troligen varje år.", None, None),
    ("Sannolikhet", 5, None, None, "Mycket sannolik", "Inträffar flera gånger om året.", None, None),
    ("Konsekvens", 1, None, None, "Försumbar", "Märks knappt i verksamheten.", None, None),
    ("Konsekvens", 2, None, None, "Lindrig", "Mindre besvär som löses i det dagliga arbetet.", None, None),
    ("Konsekvens", 3, None, None, "Kännbar", "Störningar som kräver extra resurser.", None, None),
    ("Konsekvens", 4, None, None, "Allvarlig", "Enskilda eller verksamheten skadas märkbart.", None, None),
    ("Konsekvens", 5, None, None, "Mycket allvarlig", "Liv, hälsa eller lagstadgade uppgifter hotas.", None, None),
    ("Risknivå", None, 1, 4, "Låg", "Följs i det löpande arbetet.", "C6E0B4", "Nej"),
    ("Risknivå", None, 5, 9, "Medel", "Bevakas av riskägaren.", "FFE699", "Nej"),
    ("Risknivå", None, 10, 14, "Hög", "Ska hanteras med åtgärd eller kontroll.", "F4B183", "Ja"),
    ("Risknivå", None, 15, 25, "Kritisk", "Ska hanteras skyndsamt och lyftas till ledningen.", "E06666", "Ja"),
    ("Tröskel för hantering", 10, None, None, None, "Från detta riskvärde ska risken hanteras.", None, None),
    ("KRT", 0, None, None, "Ingen eller försumbar", None, None, None),
    ("KRT", 1, None, None, "Måttlig", None, None, None),
    ("KRT", 2, None, None, "Betydande", None, None, None),
    ("KRT", 3, None, None, "Allvarlig", None, None, None),
    ("KRT", 4, None, None, "Synnerligen allvarlig", None, None, None),
    ("Status", 1, None, None, "Ej påbörjad", None, None, None),
    ("Status", 2, None, None, "Pågår", None, None, None),
    ("Status", 3, None, None, "Klar", None, None, None),
    ("Status", 4, None, None, "Försenad", None, None, None),
    ("Status", 5, None, None, "Flyttad", None, None, None),
    ("Status", 6, None, None, "Utgår", None, None, None),
    ("Prioritet", 1, None, None, "1 Hög", None, None, None),
    ("Prioritet", 2, None, None, "2 Medel", None, None, None),
    ("Prioritet", 3, None, None, "3 Låg", None, None, None),
]

GLOSSARY_HEADINGS = ["Term", "Föredragen form", "Otillåten form", "Gäller från", "Gäller till", "Förklaring"]
GLOSSARY = [
    ("IMY", "Integritetsskyddsmyndigheten (IMY)", "Integritetsmyndigheten", None, None,
     "Tillsynsmyndighet för dataskydd."),
    ("MSB", "Myndigheten för samhällsskydd och beredskap (MSB)", None, None, datetime.date(2025, 12, 31),
     "Myndighetens namn till och med 2025."),
    ("MCF", "Myndigheten för civilt försvar (MCF)", "MSB", datetime.date(2026, 1, 1), None,
     "Myndighetens namn från och med 2026."),
    ("Informationssäkerhetsincident", "informationssäkerhetsincident", "informationsincident", None, None,
     "Händelse som har skadat, eller kunde ha skadat, informationens skydd."),
    ("LIS", "ledningssystem för informationssäkerhet (LIS)", None, None, None,
     "Hur arbetet med informationssäkerhet styrs, följs upp och förbättras."),
    ("VoR", "väsentlighets- och riskanalys (VoR)", "väsentlighet- och riskanalys", None, None,
     "Nämndens årliga analys av vad som kan hindra verksamhetens mål."),
    ("IKP", "internkontrollplan (IKP)", None, None, None, "De kontroller som nämnden har beslutat för året."),
    ("ISAM", "informationssäkerhetssamordnare (ISAM)", None, None, None,
     "Samordnar förvaltningens arbete med informationssäkerhet."),
    ("DSO", "dataskyddsombud (DSO)", None, None, None, "Granskar och ger råd om dataskydd."),
]


def scales():
    return Sheet("Skalor", SCALE_HEADINGS, SCALES, title="Skalor och nivåer",
                 notes=["Ändra här om nämnden använder andra skalor. Färg anges som RRGGBB."])


def glossary():
    return Sheet("Ordlista", GLOSSARY_HEADINGS, GLOSSARY, title="Ordlista")
