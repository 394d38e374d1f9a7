"""What the plan holds: columns, lists of allowed values, colours of words."""

# heading, width in characters, kind; the headings are those of the sheet
# Aktiviteter, so that the table can be read again next year.
COLUMNS = [
    ("Aktivitets-ID", 12, "id"), ("Aktivitet", 32, "strong"), ("Beskrivning", 42, "text"),
    ("Ansvarig", 20, "text"), ("Ansvarstyp", 14, "text"), ("Med stöd av", 13, "text"),
    ("Startår", 8, "year"), ("Slutår", 8, "year"), ("Start", 11, "date"),
    ("Klart senast", 12, "date"), ("Prioritet", 11, "text"), ("Status", 14, "text"),
    # The columns from here on are beside the printed page.
    ("Status datum", 12, "date"), ("Statuskommentar", 32, "text"), ("Flyttad till år", 10, "year"),
    ("Källa", 20, "text"), ("VoR-ID", 12, "id"), ("DSO-ID", 12, "id"),
    ("Iakttagelse-ID", 13, "id"), ("Incident-ID", 12, "id"), ("Återkommande", 14, "text"),
    ("Särskilt prioriterad", 11, "text"), ("Grupp", 24, "text"),
    ("Cybersäkerhetslagen", 19, "text"), ("ISO-kontroll", 14, "text"),
    ("Resurs (timmar)", 10, "number"), ("Kostnad (tkr)", 10, "number"),
    ("Beroende av", 13, "id"), ("Sekretess", 12, "text"), ("Lagrum", 20, "text"),
    ("Öppen text", 32, "text"),
]
LAST_PRINTED = "Status"

STATUS = ["Ej påbörjad", "Pågår", "Klar", "Försenad", "Flyttad", "Utgår"]
PRIORITY = ["1 Hög", "2 Medel", "3 Låg"]

# heading on Listor, defined name, values, columns of the plan that use it
LISTS = [
    ("Status", "Statusvärden", STATUS, ["Status"]),
    ("Prioritet", "Prioritetsvärden", PRIORITY, ["Prioritet"]),
    ("Ansvarstyp", "Ansvarstyper",
     ["Genomförs", "Initieras", "Initieras och genomförs", "Översyn och uppdatering"],
     ["Ansvarstyp"]),
    ("Återkommande", "Återkommandevärden", ["Nej", "Årligen", "Halvår", "Kvartal"],
     ["Återkommande"]),
    ("Grupp", "Gruppvärden", ["Aktivitet", "Övrig prioriterad från GDPR-årsrapport"], ["Grupp"]),
    ("Ja eller nej", "Janejvärden", ["Ja", "Nej"], ["Särskilt prioriterad"]),
    ("Sekretess", "Sekretessvärden", ["Öppen", "Maskas", "Utelämnas"], ["Sekretess"]),
]

# word: (fill, text); every pair has a contrast of at least 6:1
WORD_COLOURS = {
    "Status": {"Ej påbörjad": ("FBF1D3", "5E4600"), "Pågår": ("DCE8F2", "1B466B"),
               "Klar": ("DDECDD", "1E5128"), "Försenad": ("F7DDD8", "86200F"),
               "Flyttad": ("EAE3F1", "4A2E68"), "Utgår": ("E8E8E8", "454545")},
    "Prioritet": {"1 Hög": ("F7DDD8", "86200F"), "2 Medel": ("FBF1D3", "5E4600"),
                  "3 Låg": ("E4ECEF", "33505C")},
}
BOLD_WORDS = {"Försenad", "1 Hög"}

FIRST = "{{Planperiod första år}}"
LAST = "{{Planperiod sista år}}"
PERIOD = (FIRST + "{{om Planperiod sista år över Planperiod första år}}–" + LAST + "{{slut}}")
EMPTY = "Inga aktiviteter är planerade."
