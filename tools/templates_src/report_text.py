"""The report's running text, headings and tags, in the order they are printed.

Headings follow the structure the city prescribes. In a text, ¦ and ¤ mark where
Word has cut a tag into runs (see wml.py).
"""
from .report_options import (assessment, decision, earlier_activities, figures, indicators, goals, iso_coverage,
                             law_coverage, parties, risk_matrix)
from .report_parts import (ADVICE, DSO_GROUP, EVENTS, FIRST, LAST, LATER_YEARS, LOW_RISK, PERIOD, SECTIONS, body, bullet,
                           METHODS, OTHER_METHOD, fact, h, lead, numbered, optional_fact, run_in, tag, textblock)
from .wml import Raw, bookmark, contents, field, p, table


def cover():
    return [
        p("Malltagg", "{{kommentar Rader i stilen Malltagg styr mallen och kommer inte med i "
                      "rapporten. Rubriker, löptext och stilar kan ändras fritt i Word.}}"),
        p("Adressat", "Till {{Nämnd}}"),
        p("Rubrik", "Ledningens genomgång {{Rapportår}}"),
        p("Underrubrik", "Årlig rapport om informationssäkerhet och dataskydd"),
        p("Ingress", "Rapporten är ett underlag för {{Förvaltningschef titel | genitiv}} årliga "
                     "bedömning av om arbetet med informationssäkerhet och dataskydd räcker till "
                     "och ger avsedd effekt, och för {{Nämnd genitiv}} fortsatta planering."),
        fact("Avser", "{{Rapportår}}, med uppföljning av {{Uppföljningsår}}"),
        fact("Planperiod", PERIOD),
        optional_fact("Handläggare", "Handläggare"),
        optional_fact("Telefon", "Telefon"),
        optional_fact("E-post", "E-post"),
        contents("Innehållsförteckning", [
            ("Innehll1", "1.", "Sammanfattning", "_Toc200000001", "3"),
            ("Innehll2", "1.2", "Vad är Ledningens genomgång", "_Toc200000002", "3"),
            ("Innehll2", "1.3", "Faktorer som påverkar verksamhetens LIS", "_Toc200000003", "4"),
        ]),
    ]


def summary():
    return [
        h(1, bookmark(1, "_Toc200000001", "Sammanfattning")),
        body("Ledningens genomgång är den årliga avstämning där den som ansvarar för en verksamhet "
             "tar ställning till hur arbetet med informationssäkerhet bedrivs och vad som behöver "
             "bli bättre. Rapporten har sammanställts av informationssäkerhetssamordnaren (ISAM) "
             "och lämnas till {{Förvaltningschef titel}} enligt stadens tillämpningsanvisning för "
             "informationssäkerhet."),
        body("Med rapporten som grund bedömer {{Förvaltningschef titel}} om insatserna för "
             "informationssäkerhet och dataskydd är tillräckliga. De aktiviteter som föreslås "
             "tas sedan om hand i verksamhetsplaneringen och i arbetet med intern kontroll."),
        body("I väsentlighets- och riskanalysen (VoR) för {{Rapportår}} finns {{VoR.antal | "
             + EVENTS + "}} som rör informationssäkerhet. Under {{Uppföljningsår}} rapporterades "
             "{{Incidenter.antal | antal inga incidenter, en incident, # incidenter}}. För "
             "{{" + FIRST + "}} föreslås {{Aktiviteter där Startår är " + FIRST + " och Grupp är "
             "Aktivitet | antal inga aktiviteter, en aktivitet, # aktiviteter}}."),
        *textblock("prioriterat", "Aktiviteter där Särskilt prioriterad är Ja",
                   "Särskilt prioriterade är följande aktiviteter:", bullets=("a", "Aktivitet")),
        *textblock("faktorer", "Omvärld",
                   "Rapporten tar också upp förhållanden i omvärlden som påverkar ledningssystemet för "
                   "informationssäkerhet (LIS):", bullets=("o", "Rubrik")),
    ]


def background():
    return [
        h(2, bookmark(2, "_Toc200000002", "Vad är Ledningens genomgång")),
        body("Stadens informationssäkerhetsarbete bygger på den internationella standarden "
             "ISO/IEC 27001. Standarden beskriver hur en organisation inför, driver och förbättrar "
             "ett ledningssystem för informationssäkerhet (LIS), det vill säga de regler, roller "
             "och arbetssätt som tillsammans ska ge informationen rätt skydd. En återkommande del "
             "i ledningssystemet är att ledningen går igenom hur det fungerar och beslutar om "
             "förbättringar."),
        body("Vad som gäller i staden framgår av riktlinjerna för informationssäkerhet. Till dem "
             "hör tillämpningsanvisningar, en bilaga till stadens kvalitetsprogram, som anger "
             "vilka roller som finns och vad var och en ansvarar för."),
        body("Hur ledningssystemet tillämpas inom {{¤Nämnd ¦genitiv¤}} verksamhet beskrivs i en "
             "lokal anvisning som {{Förvaltningschef titel}} har beslutat."),
    ]


def surroundings():
    return [
        h(2, bookmark(3, "_Toc200000003", "Faktorer som påverkar verksamhetens LIS")),
        body("Förutsättningarna för att skydda {{Nämnd genitiv}} information förändras hela tiden. "
             "Arbetet utgår därför från risk: verksamheten kartlägger återkommande vad som kan gå "
             "fel när information hanteras, värderar riskerna och kontrollerar att de åtgärder "
             "som har vidtagits fungerar."),
        body("Riskerna kan ha sin grund såväl i omvärlden som i den egna organisationen. Avsnittet "
             "tar först upp utvecklingen i omvärlden och i staden. Därefter redovisas vad den egna "
             "uppföljningen, revisioner, dataskyddsombudets granskning och inträffade incidenter "
             "har visat."),
        tag("{{om Iakttagelser finns eller Visa tidigare aktiviteter eller Visa intressenter eller Visa nyckeltal "
            "eller Visa måluppfyllelse}}"),
        body("Ett streck i avsnittets tabeller betyder att uppgiften saknas i underlaget."),
        tag("{{slut}}"),
        numbered(3, "outlook", "Omvärldsbevakning – hot, trender och ny lagstiftning"),
        tag("{{om Omvärld finns}}"),
        body("Nedan beskrivs de förhållanden i omvärlden som bedöms ha störst betydelse för "
             "{{Nämnd genitiv}} informationssäkerhet."),
        tag("{{för varje o i Omvärld}}"),
        h(4, "{{o.Rubrik}}"),
        body("{{stycken o.Text}}"),
        tag("{{slut o}}"),
        tag("{{annars}}"),
        body("Inga förhållanden i omvärlden har bedömts påverka {{Nämnd genitiv}} "
             "informationssäkerhet på ett sätt som behöver tas upp i årets rapport."),
        tag("{{slut om}}"),
        numbered(3, "city",
                 "Vad händer inom staden – budget, inriktningar, lokala förändringar eller satsningar"),
        tag("{{för varje s i Staden}}"),
        body("{{stycken s.Text}}"),
        tag("{{annars}}"),
        body("Inga beslut, förändringar eller satsningar i staden har bedömts påverka {{Nämnd "
             "genitiv}} informationssäkerhet på ett sätt som behöver tas upp i årets rapport."),
        tag("{{slut s}}"),
    ]


def own_follow_up():
    return [
        numbered(3, "follow_up", "Resultatet från egen uppföljning (VoR och IKP) {{Uppföljningsår}}"),
        tag("{{om förra årets VoR finns}}"),
        lead("Väsentlighets- och riskanalysen (VoR) för {{Uppföljningsår}} tog upp {{förra årets "
             "VoR.antal | " + EVENTS + "}} som rör informationssäkerhet:"),
        tag("{{för varje r i förra årets VoR sorterat på VoR-ID}}"),
        bullet("{{r.Oönskad händelse}}"),
        tag("{{slut r}}"),
        tag("{{annars}}"),
        body("Väsentlighets- och riskanalysen (VoR) för {{Uppföljningsår}} tog inte upp någon "
             "oönskad händelse som rör informationssäkerhet."),
        tag("{{slut om}}"),
        tag("{{om förra årets IKP finns}}"),
        lead("I internkontrollplanen (IKP) för {{Uppföljningsår}} ingick {{förra årets IKP.antal | "
             "antal inga kontroller, en kontroll, # kontroller}} som rör informationssäkerhet. "
             "Resultatet framgår av tabellen."),
        p("Beskrivning", "Kontroller i internkontrollplanen för {{Uppföljningsår}}"),
        table("Kontroller i internkontrollplanen",
              "En rad för varje kontroll med metod, frekvens och resultat.",
              (3684, 1700, 1420, 1700),
              ("Kontroll", "Metod", "Frekvens", "Resultat"),
              ("{{för varje k i förra årets IKP}}{{k.Kontroll}}", "{{k.Metod}}",
               "{{k.Frekvens}}", "{{k.Resultat | eller –}}{{slut}}")),
        p("Tabellnot", "Ett streck betyder att inget resultat har redovisats."),
        tag("{{annars}}"),
        body("Internkontrollplanen (IKP) för {{Uppföljningsår}} innehöll ingen kontroll som rör "
             "informationssäkerhet."),
        tag("{{slut om}}"),
        tag("{{om Uppföljning finns}}"),
        *textblock("uppföljningsmetod", METHODS,
                   "Uppföljningen har gjorts genom {{om " + OTHER_METHOD + " finns}}{{" + METHODS
                   + " | lista Uppföljningsmetod | gemener}} samt på annat sätt{{annars}}{{" + METHODS
                   + " | lista Uppföljningsmetod, samt | gemener}}{{slut}}."),
        body("Här redovisas vad uppföljningen av varje oönskad händelse har visat, vilken "
             "bedömning som har gjorts och vad ISAM rekommenderar."),
        tag("{{för varje u i Uppföljning sorterat på VoR-ID}}"),
        run_in("{{u.Oönskad ¦händelse | utan¦ punkt}}"),
        body("{{stycken u.Iakttagelse och bedömning}}"),
        tag("{{om u.Bedömning är Ej bedömd}}"),
        body("Någon bedömning av om det räcker har inte gjorts."),
        tag("{{eller om u.Bedömning finns}}"),
        body("Det som har gjorts bedöms vara {{om u.Bedömning är Tillräcklig}}tillräckligt{{eller om u.Bedömning är "
             "Delvis tillräcklig}}delvis tillräckligt{{eller om u.Bedömning är Otillräcklig}}otillräckligt{{annars}}"
             "{{u.Bedömning | gemener}}{{slut}}."),
        tag("{{slut om}}"),
        tag("{{om u.ISAM:s rekommendation finns}}"),
        h(5, "ISAM:s rekommendation till åtgärd"),
        body("{{stycken u.ISAM:s rekommendation}}"),
        tag("{{annars}}"),
        # A value that is missing is marked in a draft; only the word Ingen says that there is none.
        body("{{u.ISAM:s rekommendation | eller ISAM lämnar ingen rekommendation.}}"),
        tag("{{slut om}}"),
        tag("{{slut u}}"),
        tag("{{annars}}"),
        body("Ingen uppföljning av oönskade händelser på informationssäkerhetsområdet har "
             "redovisats för {{Uppföljningsår}}."),
        tag("{{slut om}}"),
    ]


def measures():
    """What is done about a finding: its own measure, and the activities that take care of it."""
    linked = "Aktiviteter där fynd.Aktivitets-ID är Aktivitets-ID"
    return Raw("".join((
        p("Tabelltext", "{{fynd.Åtgärd}}"),
        p("Tabelltext", "{{om " + linked + " finns}}{{" + linked + " | lista Aktivitet}}{{slut}}"),
        p("Tabelltext", "{{om fynd.Ansvarig finns}}Ansvarig: {{fynd.Ansvarig}}{{eller om " + linked + " finns}}Ansvarig: {{"
          + linked + " | lista Ansvarig}}{{slut}}"),
        p("Tabelltext", "{{om fynd.Åtgärd saknas och fynd.Ansvarig saknas}}{{om " + linked
          + " saknas}}–{{slut}}{{slut}}{{slut}}"))))


def audits():
    findings = "Iakttagelser där Revisions-ID är rev.Revisions-ID"
    return [
        numbered(3, "audits", "Resultatet från revisioner"),
        tag("{{om Revisioner finns}}"),
        body("Under {{Uppföljningsår}} har {{Revisioner.antal | antal inga granskningar, en "
             "granskning, # granskningar}} av {{Nämnd genitiv}} arbete med informationssäkerhet "
             "genomförts."),
        tag("{{annars}}"),
        body("Ingen revision av {{Nämnd genitiv}} arbete med informationssäkerhet, vare sig intern "
             "eller extern, har redovisats för {{Uppföljningsår}}."),
        tag("{{slut om}}"),
        tag("{{för varje t i Textblock där Nyckel är revisionsrekommendation}}"),
        body("{{stycken t.Text}}"),
        tag("{{slut t}}"),
        tag("{{för varje rev i Revisioner}}"),
        run_in("{{rev.Benämning}}"),
        tag("{{om rev.Utförare finns och rev.Datum finns}}"),
        body("Granskningen utfördes av {{rev.Utförare}} och är daterad {{rev.Datum | datum lång}}."),
        tag("{{eller om rev.Utförare finns}}"),
        body("Granskningen utfördes av {{rev.Utförare}}."),
        tag("{{slut om}}"),
        body("{{stycken rev.Sammanfattning}}"),
        tag("{{om " + findings + " finns}}"),
        lead("Granskningen ledde till {{" + findings + " | antal inga iakttagelser, en "
             "iakttagelse, # iakttagelser}}."),
        p("Beskrivning", "Iakttagelser: {{rev.Benämning}}"),
        table("Iakttagelser i granskningen",
              "En rad för varje iakttagelse med allvarlighetsgrad, revisionens rekommendation, åtgärd och ansvarig.",
              (2204, 1740, 2280, 2280),
              ("Iakttagelse", "Allvarlighetsgrad", "Rekommendation", "Åtgärd och ansvarig"),
              ("{{för varje fynd i " + findings + "}}{{fynd.Iakttagelse}}",
               "{{fynd.Allvarlighetsgrad | eller –}}", "{{fynd.Rekommendation | eller –}}",
               measures())),
        tag("{{annars}}"),
        body("Granskningen ledde inte till några iakttagelser."),
        tag("{{slut om}}"),
        tag("{{slut rev}}"),
    ]


def data_protection():
    own = "Rekommendationer där Berör informationssäkerhet är Ja"
    other = "Rekommendationer där Berör informationssäkerhet är Nej"
    return [
        h(3, "Risker som identifierats i GDPR-årsrapport"),
        body("Dataskyddsombudet (DSO) granskar hur {{Nämnd}} följer dataskyddsreglerna, ger råd "
             "och rapporterar direkt till den högsta ledningen. En gång om året, i anslutning till "
             "verksamhetsberättelsen, sammanfattas granskningen i en GDPR-årsrapport. Den gäller "
             "hela dataskyddsområdet och därmed även frågor vid sidan av informationssäkerheten, "
             "till exempel de registrerades rättigheter och konsekvensbedömningar."),
        tag("{{om " + own + " finns}}"),
        lead("De brister i förhållande till dataskyddsförordningen som DSO har funnit på "
             "informationssäkerhetsområdet har lett till {{" + own + " | " + ADVICE + "}}:"),
        tag("{{för varje d i " + own + "}}"),
        bullet("{{d.Rekommendation}}"),
        tag("{{slut d}}"),
        tag("{{eller om Rekommendationer finns}}"),
        body("Årsrapporten innehåller inga rekommendationer som rör informationssäkerhet."),
        tag("{{annars}}"),
        body("DSO har inte lämnat några rekommendationer i årsrapporten."),
        tag("{{slut om}}"),
        tag("{{om " + other + " finns}}"),
        body("DSO har dessutom lämnat {{" + other + " | " + ADVICE + "}} inom andra delar av "
             "dataskyddsområdet. {{" + other + " | antal De, Den, De}} återges inte här, men samtliga rekommendationer från DSO har "
             "vägts in i de förslag som lämnas i avsnitt ",
             Raw(field("REF %s \\r \\h" % SECTIONS["improvements"][1], "1.5")), "."),
        tag("{{slut om}}"),
    ]


def incidents():
    return [
        numbered(3, "incidents", "Information om avvikelser (incidenter och andra händelser)"),
        body("Under {{Uppföljningsår}} har {{Incidenter¦.antal | antal inga incidenter, en "
             "incident,¦ # incidenter}} rapporterats. {{Incidenter.anmälningsmening}}"),
    ]


def this_year():
    return [
        h(2, "Sammanställning av {{Rapportår}} års VoR"),
        body("Avsnittet visar de oönskade händelser på informationssäkerhetsområdet som har tagits "
             "upp i väsentlighets- och riskanalysen (VoR) inför arbetet {{Rapportår}}."),
        numbered(3, "events", "Sammanställning av oönskade händelser i VoR för {{Rapportår}}"),
        tag("{{om VoR finns}}"),
        body("Analysen tar upp {{VoR.antal | " + EVENTS + "}}. Redovisningen är ordnad efter "
             "område."),
        tag("{{för varje grupp i VoR sorterat på Område grupperat på Område}}"),
        run_in("{{grupp.namn}}"),
        tag("{{för varje risk i grupp}}"),
        bullet("{{risk.Oönskad händelse}}"),
        tag("{{slut risk}}"),
        tag("{{slut grupp}}"),
        tag("{{annars}}"),
        body("Analysen tar inte upp någon oönskad händelse som rör informationssäkerhet."),
        tag("{{slut om}}"),
    ]


def activities(condition, empty_text, opening="{{för varje a i %s}}"):
    return [
        tag(opening % condition),
        run_in("{{a.Aktivitet}}"),
        body("{{stycken a.Beskrivning}}"),
        body("{{a.Ansvarsmening}}"),
        tag("{{annars}}"),
        body(empty_text),
        tag("{{slut a}}"),
    ]


def deferral(heading=None):
    return [
        tag("{{om " + LOW_RISK + " finns}}"),
        *([run_in(heading)] if heading else []),
        body("De åtgärder i GDPR-årsrapporten som gäller risker som DSO har bedömt som låga "
             "föreslår ISAM, i samråd med DSO, att {{Nämnd}} tar om hand under {{" + LOW_RISK
             + " | lista Planeras år, samt}}."),
        tag("{{slut om}}"),
    ]


def data_protection_activities(year_condition, in_group, otherwise):
    out = [
        tag("{{för varje g i Aktiviteter där " + year_condition + " och Grupp är " + DSO_GROUP
            + " grupperat på Grupp}}"),
        run_in("Övriga prioriterade aktiviteter från GDPR-årsrapport"),
        tag("{{för varje b i g}}"),
        bullet("{{b.Aktivitet}}"),
        tag("{{slut b}}"),
    ]
    out += in_group + [body("{{g.Ansvarsmening}}")]
    if otherwise:
        out += [tag("{{annars}}")] + otherwise
    return out + [tag("{{slut g}}")]


def improvements():
    first = "Startår är " + FIRST
    later = "Slutår över " + FIRST
    return [
        numbered(2, "improvements", "Förbättringar som föreslås för nämnden"),
        body("Här föreslås aktiviteter för {{Planår | lista År, samt}}. De utgår från de oönskade "
             "händelser som tagits upp i väsentlighets- och riskanalysen för {{Rapportår}} och från "
             "det som uppföljningen av {{Uppföljningsår}} har visat."),
        tag("{{om Rekommendationer finns}}"),
        body("Hänsyn har också tagits till de rekommendationer i GDPR-årsrapporten som DSO ser som "
             "mest angelägna med tanke på riskerna för enskildas fri- och rättigheter."),
        tag("{{slut om}}"),
        h(3, "Aktiviteter under år {{" + FIRST + "}}"),
        *activities("Aktiviteter där " + first + " och Grupp är Aktivitet",
                    "Inga nya aktiviteter föreslås för {{" + FIRST + "}}.",
                    opening="{{för varje¦ a i %s¦}}"),
        *data_protection_activities(
            first, deferral(), deferral("Övriga rekommendationer från GDPR-årsrapport")),
        tag("{{om " + LAST + " över " + FIRST + "}}"),
        h(3, "Aktiviteter under år " + LATER_YEARS),
        *activities("Aktiviteter där " + later + " och Grupp är Aktivitet",
                    "Inga aktiviteter föreslås för " + LATER_YEARS + "."),
        *data_protection_activities(later, [], []),
        tag("{{slut om}}"),
    ]


def document_body():
    parts = (cover() + summary() + figures() + background() + surroundings() + own_follow_up() + audits()
             + data_protection() + incidents() + earlier_activities() + parties() + indicators() + goals()
             + this_year() + risk_matrix() + improvements() + decision() + assessment() + iso_coverage()
             + law_coverage())
    return "".join(parts)
