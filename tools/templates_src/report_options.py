"""The optional sections of the report: each is printed when Uppgifter says Ja to its "Visa …"."""
from .report_chart import chart
from .report_parts import (AFTER_TABLE, LEAD_AFTER_TABLE, PERIOD, body, caption, h, lead, note, numbered, reference, tag)
from .wml import Raw, p, run, table

ROWS = "antal inga rader, en rad, # rader"
DIGITS = "antal 0, 1, #"
NOT_DONE = "Åtgärdad är Nej"


def when(switch, *content):
    return [tag("{{om " + switch + "}}"), *content, tag("{{slut om}}")]


def either(condition, some, none, style="Brdtext"):
    """What is printed where there are rows, and the sentence where there are none."""
    return [tag("{{om " + condition + "}}"), *some, tag("{{annars}}"), p(style, none), tag("{{slut om}}")]


def paragraphs(*content):
    """Several paragraphs of one cell."""
    return Raw("".join(content))


def text(*content):
    return p("Tabelltext", *content)


def figure_rows():
    def of(part, whole):
        return "{{%s | %s}} av {{%s | %s}}" % (part, DIGITS, whole, DIGITS)

    advice = "Uppföljning där ISAM:s rekommendation finns"
    done = "Nyckeltal där Målvärde nått är Ja"
    yield "Oönskade händelser i VoR för {{Rapportår}}", "{{VoR.antal}}"
    yield ("{{för varje n i Risknivåer}}– varav med risknivå {{n.Risknivå | gemener}}, riskvärde {{n.Från}}–{{n.Till}}",
           "{{n.Antal}}{{slut}}")
    yield "Rekommendationer från DSO som inte är åtgärdade", of("Rekommendationer där " + NOT_DONE, "Rekommendationer")
    yield "Rekommendationer från ISAM som inte är åtgärdade", of(advice + " och " + NOT_DONE, advice)
    yield "Iakttagelser från revisioner som inte är åtgärdade", of("Iakttagelser där " + NOT_DONE, "Iakttagelser")
    yield "Incidenter under {{Uppföljningsår}}", "{{Incidenter.antal}}"
    yield "– varav anmälda till Integritetsskyddsmyndigheten (IMY)", "{{Incidenter.antal anmälda}}"
    yield "Genomförda aktiviteter ur den tidigare planen", "{{Tidigare aktiviteter.antal klara}} av {{Tidigare aktiviteter.antal}}"
    yield ("Genomförda aktiviteter i aktivitetsplanen " + PERIOD, "{{Aktiviteter.antal klara}} av {{Aktiviteter.antal}}")
    yield ("{{om Nyckeltal finns}}Nyckeltal som når sitt målvärde", of(done, "Nyckeltal där Målvärde finns") + "{{slut}}")
    yield ("{{om Mål finns}}Uppfyllda mål för informationssäkerheten",
           of("Mål där Måluppfyllelse är Uppfyllt", "Mål") + "{{slut}}")
    yield "{{om Klassning finns}}Klassade informationsmängder", "{{Klassning.antal}}{{slut}}"


def figures():
    return when("Visa sammanfattning i siffror",
                p("Rubrik2utannummer", "Sammanfattning i siffror"),
                caption("Årets genomgång i siffror"),
                table("Årets genomgång i siffror", "En rad för varje uppgift med antalet i den andra kolumnen.",
                      (6304, 2200), ("Uppgift", "Antal"), *figure_rows(), row_headings=False),
                note("En rekommendation eller iakttagelse räknas som åtgärdad när dess status är klar eller när alla "
                     "aktiviteter som tar hand om den är klara."))


def earlier_activities():
    earlier = "Beslut där Tidigare beslut är Ja"
    return when(
        "Visa tidigare aktiviteter",
        numbered(3, "earlier", "Status för tidigare beslutade aktiviteter"),
        *either("Tidigare aktiviteter finns", [
            lead("Tabellen visar vad som har hänt med aktiviteterna i den tidigare aktivitetsplanen. "
                 "{{Tidigare aktiviteter.genomförandemening}}"),
            caption("Status för aktiviteterna i den tidigare planen"),
            table("Status för aktiviteterna i den tidigare planen",
                  "En rad för varje aktivitet med ansvarig, status och kommentar.",
                  (3204, 1700, 1200, 2400), ("Aktivitet", "Ansvarig", "Status", "Kommentar"),
                  ("{{för varje a i Tidigare aktiviteter}}{{a.Aktivitet}}", "{{a.Ansvarig | eller –}}",
                   "{{a.Status | eller Inte angiven}}",
                   paragraphs(text("{{a.Utfall}}"), text("{{a.Statuskommentar}}"),
                              text("{{om a.Flyttad till år finns}}Flyttad till {{a.Flyttad till år}}.{{slut}}"),
                              text("{{om a.Utfall saknas och a.Statuskommentar saknas och a.Flyttad till år "
                                   "saknas}}–{{slut}}{{slut}}"))))],
            "Underlaget innehåller inga aktiviteter från en tidigare plan."),
        *either(earlier + " finns", [
            p(LEAD_AFTER_TABLE, "Efter tidigare genomgångar har {{" + earlier + " | antal inga beslut, ett beslut, "
              "# beslut}} fattats."),
            caption("Tidigare beslut"),
            table("Tidigare beslut", "En rad för varje beslut med datum, ansvarig och sista dag.",
                  (3704, 1900, 1600, 1300), ("Beslut", "Fattat av", "Ansvarig", "Klart senast"),
                  ("{{för varje b i " + earlier + "}}{{b.Beslut}}",
                   paragraphs(text("{{b.Beslutande | eller –}}"), text("{{b.Datum | datum}}"), text("{{b.Paragraf}}")),
                   "{{b.Ansvarig | eller –}}", "{{b.Klart senast | datum | eller –}}{{slut}}"))],
            "Underlaget innehåller inga beslut från en tidigare genomgång.", style=AFTER_TABLE))


def parties():
    return when(
        "Visa intressenter",
        numbered(3, "parties", "Intressenters behov och återkoppling"),
        *either("Intressenter finns", [
            lead("Tabellen visar vad intressenterna behöver, väntar sig eller har framfört, vad som har ändrats sedan "
                 "förra året och hur det tas om hand."),
            caption("Intressenter"),
            table("Intressenter", "En rad för varje intressent med behov, förändring och hantering.",
                  (1600, 2904, 2000, 2000), ("Intressent", "Behov, förväntan eller återkoppling", "Förändring", "Hantering"),
                  ("{{för varje i i Intressenter}}{{i.Intressent}}",
                   "{{i.Behov/förväntan eller återkoppling | eller –}}",
                   "{{i.Förändring sedan förra året | eller –}}", "{{i.Hantering | eller –}}{{slut}}"))],
            "Inga förändrade behov och ingen återkoppling från intressenter har redovisats i underlaget."))


def indicators():
    own = "Nyckeltalsvärden där Nyckeltal-ID är n.Nyckeltal-ID"
    return when(
        "Visa nyckeltal",
        numbered(3, "indicators", "Nyckeltal"),
        *either("Nyckeltal finns", [
            lead("Jämfört med värdet före förbättras {{Nyckeltal där Trend är Förbättras | antal inget nyckeltal, "
                 "1 nyckeltal, # nyckeltal}}, medan {{Nyckeltal där Trend är Försämras | antal inget, 1, #}} försämras och "
                 "{{Nyckeltal där Trend är Oförändrat | antal inget är oförändrat, 1 är oförändrat, # är oförändrade}}. {{om Nyckeltal där Trend är någon av Ökar, Minskar finns}}För {{Nyckeltal där Trend är någon av "
                 "Ökar, Minskar | antal inget nyckeltal, ett nyckeltal, # nyckeltal}} är det inte bestämt om ett högre "
                 "eller ett lägre värde är bättre. {{slut}}Sitt målvärde når {{Nyckeltal där Målvärde nått är Ja | antal "
                 "inget nyckeltal, ett nyckeltal, # nyckeltal}}."),
            caption("Nyckeltal med utfall, mål och trend"),
            table("Nyckeltal med utfall, mål och trend",
                  "En rad för varje nyckeltal med de senaste årens utfall, målvärdet och trenden i ord.",
                  (3304, 1700, 1200, 2300), ("Nyckeltal", "Utfall", "Målvärde", "Trend"),
                  ("{{för varje n i Nyckeltal}}{{n.Nyckeltal}}{{om n.Enhet finns}} ({{n.Enhet}}){{slut}}",
                   paragraphs(tag("{{för varje v i " + own + "}}"), text("{{v.År}}: {{v.Utfall i ord}}"),
                              tag("{{annars}}"), text("Inget utfall"), tag("{{slut v}}")),
                   "{{n.Målvärde | eller –}}",
                   paragraphs(text("{{n.Trend | eller Går inte att bedöma}}"),
                              text("{{om n.Målvärde nått}}Målvärdet är nått{{eller om n.Målvärde nått finns}}Målvärdet "
                                   "är inte nått{{slut}}"),
                              text("{{n.Kommentar}}{{slut}}")))),
            note("Trenden jämför det senaste utfallet med det närmast före, med hänsyn till om ett högre eller ett lägre "
                 "värde är bättre."),
            tag("{{för varje n i Nyckeltal}}"),
            tag("{{om " + own + " finns}}"),
            caption("Diagram: {{n.Nyckeltal}}{{om n.Enhet finns}} ({{n.Enhet}}){{slut}}"),
            tag("{{om n.Målvärde finns}}"),
            p("Diagram", Raw(chart(1, "{{diagram %s}} {{n.Nyckeltal}}" % own))),
            tag("{{annars}}"),
            p("Diagram", Raw(chart(2, "{{diagram %s}} {{n.Nyckeltal}}" % own))),
            tag("{{slut om}}"),
            tag("{{slut om}}"),
            tag("{{slut n}}")],
            "Underlaget innehåller inga nyckeltal."))


def goals():
    return when(
        "Visa måluppfyllelse",
        numbered(3, "goals", "Måluppfyllelse"),
        *either("Mål finns", [
            lead("Av {{Mål.antal | antal inga mål, ett mål, # mål}} för informationssäkerheten {{Mål där Måluppfyllelse "
                 "är Uppfyllt | antal är inget uppfyllt, är ett uppfyllt, är # uppfyllda}}, {{Mål där Måluppfyllelse är "
                 "Delvis | antal inget delvis uppfyllt, ett delvis uppfyllt, # delvis uppfyllda}} och {{Mål där "
                 "Måluppfyllelse är Ej | antal inget inte uppfyllt, ett inte uppfyllt, # inte uppfyllda}}."
                 "{{om Mål där Måluppfyllelse saknas finns}} Därutöver är {{Mål där Måluppfyllelse saknas "
                 "| antal inget mål inte bedömt, ett mål inte bedömt, # mål inte bedömda}}.{{slut}}"),
            caption("Mål för informationssäkerheten"),
            table("Mål för informationssäkerheten", "En rad för varje mål med måluppfyllelse och kommentar.",
                  (3904, 1600, 3000), ("Mål", "Måluppfyllelse", "Kommentar"),
                  ("{{för varje m i Mål}}{{m.Mål}}",
                   "{{om m.Måluppfyllelse är Ej}}Inte uppfyllt{{eller om m.Måluppfyllelse är Delvis}}Delvis "
                   "uppfyllt{{annars}}{{m.Måluppfyllelse | eller Inte bedömt}}{{slut}}",
                   "{{m.Kommentar | eller –}}{{slut}}"))],
            "Underlaget innehåller inga mål för informationssäkerheten."))


def square(number, last):
    """A square of the matrix: risk value and level in words, shaded by a style for each grade; then the events."""
    name = "m.Ruta %d" % number
    out = [run("{{om %s grad är 4}}" % name), run("{{%s}}" % name, "Riskgrad4")]
    for grade in (3, 2):
        out += [run("{{eller om %s grad är %d}}" % (name, grade)), run("{{%s}}" % name, "Riskgrad%d" % grade)]
    out += [run("{{annars}}"), run("{{%s}}" % name, "Riskgrad1"), run("{{slut}}")]
    return paragraphs(text(Raw("".join(out))), text("{{%s händelser}}" % name + ("{{slut}}" if last else "")))


def matrix(columns):
    first = 1504
    width = (8504 - first) // columns
    heads = ["Konsekvens {{Konsekvenssteg där Nr är %d | lista Rubrik}}" % (n + 1) for n in range(columns)]
    return table("Riskmatris", "En rad för varje steg av sannolikhet och en kolumn för varje steg av konsekvens. I varje "
                 "ruta står riskvärdet, risknivån och händelsernas VoR-ID.",
                 (8504 - columns * width,) + (width,) * columns, ["Sannolikhet"] + heads,
                 ["{{för varje m i Riskmatris}}{{m.Rubrik}}"]
                 + [square(n + 1, n + 1 == columns) for n in range(columns)], row_headings=True, style="Matristabell")


def matrices():
    """A table for each width of the scale; the tag language repeats rows, not columns."""
    out = []
    for columns in (3, 4, 5, 6):
        out += [tag("{{%s Konsekvenssteg.antal är %d}}" % ("eller om" if out else "om", columns)), matrix(columns)]
    return out + [tag("{{annars}}"),
                  body("Konsekvensskalan har {{Konsekvenssteg.antal}} steg och kan inte visas som matris. Händelsernas "
                       "riskvärden står i tabellen längre ned."), tag("{{slut om}}")]


def risk_matrix():
    change = "Riskförändringar där Förändring är "
    return when(
        "Visa riskmatris",
        numbered(3, "matrix", "Riskmatris och förändringar sedan {{Uppföljningsår}}"),
        *either("VoR finns", [
            lead("Riskvärdet är sannolikhet gånger konsekvens. Risknivåerna är {{för varje n i Risknivåer}}{{n.Risknivå | "
                 "gemener}} {{n.Från}}–{{n.Till}}{{om inte varv.sista}}, {{slut}}{{slut}}. I rutorna står händelsernas "
                 "VoR-ID."),
            caption("Riskmatris för VoR {{Rapportår}}"),
            *matrices(),
            note("Färgen visar samma risknivå som orden i rutan."),
        ], "Analysen tar inte upp någon oönskad händelse som rör informationssäkerhet, så det finns inget att visa i en "
           "riskmatris."),
        tag("{{om förra årets VoR saknas}}"),
        body("Väsentlighets- och riskanalysen för {{Uppföljningsår}} innehåller ingen händelse att jämföra med."),
        tag("{{annars}}"),
        body("Jämfört med VoR för {{Uppföljningsår}} är {{" + change + "Ny | antal ingen risk ny, 1 risk ny, # risker "
             "nya}}, {{" + change + "Höjd | antal ingen höjd, 1 höjd, # höjda}}, {{" + change + "Sänkt | antal ingen "
             "sänkt, 1 sänkt, # sänkta}} och {{" + change + "Oförändrad | antal ingen oförändrad, 1 oförändrad, # "
             "oförändrade}}, medan {{" + change + "Utgår | antal ingen risk, 1 risk, # risker}} utgår."),
        tag("{{slut om}}"),
        tag("{{om Riskförändringar finns}}"),
        caption("Risker med förändring sedan {{Uppföljningsår}}"),
        table("Risker med förändring", "En rad för varje risk med riskvärde och risknivå båda åren och förändringen i ett "
              "ord.", (1104, 3300, 1400, 1400, 1300),
              ("VoR-ID", "Oönskad händelse", "{{Uppföljningsår}}", "{{Rapportår}}", "Förändring"),
              ("{{för varje r i Riskförändringar sorterat på Riskvärde fallande, VoR-ID}}{{r.VoR-ID}}",
               "{{r.Oönskad händelse}}",
               "{{r.Föregående riskvärde | eller –}}{{om r.Föregående risknivå finns}} {{r.Föregående risknivå}}{{slut}}",
               "{{r.Riskvärde | eller –}}{{om r.Risknivå finns}} {{r.Risknivå}}{{slut}}",
               "{{r.Förändring | eller –}}{{slut}}")),
        note("Ett streck betyder att risken inte fanns det året, eller att förändringen inte går att avgöra."),
        tag("{{slut om}}"))


def decision():
    return when(
        "Visa förslag till beslut",
        h(2, "Förslag till beslut"),
        *either("Beslutspunkter finns", [
            lead("{{Förvaltning}} föreslår följande beslut:"),
            tag("{{för varje b i Beslutspunkter}}"),
            p("Numreradlista", "{{b.Punkt}}"),
            tag("{{slut b}}"),
            tag("{{om Omedelbar justering}}"),
            body("Beslutet föreslås bli omedelbart justerat."),
            tag("{{slut om}}")],
            "Underlaget innehåller inget förslag till beslut."))


def judgement(key, heading, question):
    choice = "\u2610"
    return [h(3, heading),
            tag("{{om Textblock där Nyckel är " + key + " finns}}"),
            body("{{infoga " + key + "}}"),
            tag("{{annars}}"),
            lead(question),
            p("Ifyllnadsrad", "%s Ja\t%s Delvis\t%s Nej" % (choice, choice, choice)),
            p("Motiveringsrad", "Motivering:\t"),
            tag("{{slut om}}")]


def assessment():
    return when(
        "Visa förvaltningschefens bedömning",
        h(2, "{{Förvaltningschef titel | genitiv | versal}} bedömning"),
        body("Med rapporten som grund bedömer {{Förvaltningschef titel}} om ledningssystemet för informationssäkerhet "
             "(LIS) är lämpligt, om arbetet räcker till och om det har verkan."),
        *judgement("bedömning lämplighet", "Lämplighet",
                   "Passar ledningssystemet fortfarande verksamheten, stadens krav och det som händer i omvärlden?"),
        *judgement("bedömning tillräcklighet", "Tillräcklighet",
                   "Räcker de resurser och säkerhetsåtgärder som finns, tillsammans med de aktiviteter som föreslås?"),
        *judgement("bedömning verkan", "Verkan", "Ger det arbete som har gjorts den effekt som var tänkt?"),
        h(3, "Underskrift"),
        p("Underskriftsrad", "Datum:\t"),
        p("Underskriftsrad", "Namnteckning:\t"),
        p("Underskriftsrad", "Namnförtydligande:\t"))


def iso_row(point, what, sections, basis):
    """sections: (name, switch or None) of where the report tells of the point."""
    content = []
    always = any(switch is None for _, switch in sections)
    for index, (name, switch) in enumerate(sections):
        last = index + 1 == len(sections)
        here = [run("Avsnitt " if not index else " samt " if last else ", "), reference(name)]
        if switch is None:
            content += here
        else:
            content += [run("{{om %s}}" % switch)] + here + [run("{{slut}}")]
    if not always:
        content.append(run("{{om inte %s}}Redovisas inte i rapporten{{slut}}" % sections[0][1]))
    return (point, what, paragraphs(text(Raw("".join(content)))), basis)


def iso_coverage():
    def count(name, forms):
        return "{{%s | antal %s}}" % (name, forms)

    parties_count = count("Intressenter", "Inga intressenter, 1 intressent, # intressenter")
    rows = [
        iso_row("a", "Vad som har hänt med åtgärder från tidigare genomgångar",
                [("earlier", "Visa tidigare aktiviteter")],
                count("Tidigare aktiviteter.antal", "Inga aktiviteter, 1 aktivitet, # aktiviteter") + ", "
                + count("Beslut där Tidigare beslut är Ja", "inga beslut, 1 beslut, # beslut")),
        iso_row("b", "Förändringar i omvärlden och inom organisationen", [("outlook", None), ("city", None)],
                count("Omvärld.antal", "Inget om omvärlden, 1 om omvärlden, # om omvärlden") + ", "
                + count("Staden.antal", "inget om staden, 1 om staden, # om staden")),
        iso_row("c", "Förändrade behov och förväntningar hos intressenter", [("parties", "Visa intressenter")],
                parties_count),
        iso_row("d 1", "Avvikelser och vad som har gjorts åt dem", [("incidents", None)],
                count("Incidenter.antal", "Inga incidenter, 1 incident, # incidenter")),
        iso_row("d 2", "Resultat av övervakning och mätning", [("follow_up", None), ("indicators", "Visa nyckeltal")],
                count("Uppföljning.antal", "Inga uppföljda händelser, 1 uppföljd händelse, # uppföljda händelser") + ", "
                + count("förra årets IKP.antal", "inga kontroller, 1 kontroll, # kontroller") + ", "
                + count("Nyckeltal.antal", "inga nyckeltal, 1 nyckeltal, # nyckeltal")),
        iso_row("d 3", "Resultat av revisioner", [("audits", None)],
                count("Revisioner.antal", "Inga revisioner, 1 revision, # revisioner") + ", "
                + count("Iakttagelser.antal", "inga iakttagelser, 1 iakttagelse, # iakttagelser")),
        iso_row("d 4", "Hur målen för informationssäkerheten har nåtts", [("goals", "Visa måluppfyllelse")],
                count("Mål.antal", "Inga mål, 1 mål, # mål")),
        iso_row("e", "Återkoppling från intressenter", [("parties", "Visa intressenter")], parties_count),
        iso_row("f", "Riskbedömningens resultat och läget för hur riskerna tas om hand",
                [("events", None), ("matrix", "Visa riskmatris"), ("improvements", None)],
                count("VoR.antal", "Inga händelser, 1 händelse, # händelser") + ", "
                + count("Aktiviteter.antal", "inga aktiviteter, 1 aktivitet, # aktiviteter")),
        iso_row("g", "Möjligheter till förbättring", [("improvements", None)],
                count("Aktiviteter.antal", "Inga aktiviteter, 1 aktivitet, # aktiviteter")),
    ]
    return when(
        "Visa ISO-täckning",
        p("Bilagerubrik", "Var kraven i ISO/IEC 27001 avsnitt 9.3.2 redovisas"),
        lead("Standarden anger vad en ledningens genomgång ska behandla. Tabellen visar i vilket avsnitt varje punkt "
             "redovisas och hur mycket underlag som finns."),
        caption("Punkterna i ISO/IEC 27001 avsnitt 9.3.2"),
        table("Punkterna i ISO/IEC 27001 avsnitt 9.3.2",
              "En rad för varje punkt med avsnittet i rapporten och antalet rader i underlaget.",
              (904, 3100, 1900, 2600), ("Punkt", "Vad som ska behandlas", "I rapporten", "Underlag"), *rows,
              row_headings=True))


LAW = ["Riskanalys och strategier för säkerheten", "Hantering av incidenter",
       "Kontinuitet i verksamheten och hantering av kriser", "Säkerhet i leveranskedjan",
       "Säkerhet vid förvärv, utveckling och underhåll av system", "Bedömning av om åtgärderna fungerar",
       "Grundläggande cyberhygien och utbildning", "Kryptografi",
       "Personalsäkerhet, åtkomst och förvaltning av tillgångar",
       "Stark autentisering och säkrad kommunikation, även i nödlägen"]


def law_coverage():
    none = "Lagtäckning där Antal risker är 0 och Antal aktiviteter är 0"

    def row(number, area):
        at = "Lagtäckning där Punkt är %d" % number
        return (str(number), area, "{{%s | lista VoR-ID | eller Ingen risk}}" % at,
                "{{%s | lista Aktivitets-ID | eller Ingen aktivitet}}" % at)

    return when(
        "Visa lagtäckning",
        p("Bilagerubrik", "Cybersäkerhetslagen 2 kap. 3 §"),
        lead("Cybersäkerhetslagen (2025:1506) kräver säkerhetsåtgärder inom minst tio områden. Tabellen visar vilka risker "
             "i VoR för {{Rapportår}} och vilka aktiviteter i planen som rör varje område."),
        caption("Områdena i cybersäkerhetslagen 2 kap. 3 §"),
        table("Områdena i cybersäkerhetslagen 2 kap. 3 §", "En rad för varje punkt med riskernas och aktiviteternas "
              "beteckningar.", (904, 3300, 2100, 2200), ("Punkt", "Område", "Risker", "Aktiviteter"),
              *(row(i + 1, area) for i, area in enumerate(LAW)), row_headings=True),
        tag("{{om " + none + " saknas}}"),
        note("Varje punkt möts av minst en risk eller aktivitet."),
        tag("{{annars}}"),
        note("Både risk och aktivitet saknas i underlaget för {{" + none + " | antal ingen punkt, en punkt, # punkter}}: {{"
             + none + " | lista Punkt, samt}}."),
        tag("{{slut om}}"))
