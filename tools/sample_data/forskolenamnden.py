"""Förskolenämnden 2025: fakta ur en verklig rapport, återgivna med egna ord.

Risk values, diary number and contact details are invented.
"""

from datetime import date, datetime

from . import forskolenamnden_aktiviteter as activities
from .cells import Product, Sheet, Verbatim
from .shared import FICTIVE_NOTE, ROLE_HEADINGS, details, glossary, scales

FOLDER = "forskolenamnden-2025"

DETAILS = [
    ("Nämnd", "förskolenämnden"),
    ("Nämnd, genitiv", "förskolenämndens"),
    ("Nämnd, rubrikform", "Förskolenämnden"),
    ("Förvaltning", "Förskoleförvaltningen"),
    ("Förvaltningschef, titel", "förvaltningschefen"),
    ("Rapportår", 2025),
    ("Uppföljningsår", 2024),
    ("Planperiod, första år", 2025),
    ("Planperiod, sista år", 2027),
    ("Diarienummer", "FSKN 2025/123"),
    ("Handläggare", "Informationssäkerhetssamordnare (ISAM)"),
    ("Telefon", "08-000 00 00"),
    ("E-post", "isam@forskola.example"),
    ("Rapportdatum", date(2025, 10, 14)),
    ("Sammanträdesdatum", date(2025, 11, 20)),
    ("Ärendetyp", "Anmälan"),
    ("Beslutsförslag", "Förskolenämnden tar del av rapporten.\nFörskolenämnden lägger rapporten till handlingarna."),
    ("Omedelbar justering", "Nej"),
    ("Bilagor", "Aktivitetsplan 2025–2027"),
    ("Ansvarstext i lopp", "Ansvarsmening efter aktivitet"),
    ("Informationsklass (K/R/T)", "K1 R2 T1"),
]

ROLES = [
    ("ISAM", "informationssäkerhetssamordnare", "informationssäkerhetssamordnaren", None, None),
    ("DSO", "dataskyddsombud", "dataskyddsombudet", None, None),
    ("Förvaltningschef", "förvaltningschef", "förvaltningschefen", None, None),
    ("Avdelningschef", "avdelningschef", "avdelningschefen", None, None),
    ("Enhetschef", "enhetschef", "enhetschefen", None, None),
    ("Systemägare", "systemägare", "systemägaren", None, None),
    ("Informationsägare", "informationsägare", "informationsägaren", None, None),
    ("Upphandlingsansvarig", "upphandlingsansvarig", "den upphandlingsansvariga", None, None),
    ("Utbildningsförvaltningen", "utbildningsförvaltningen", "utbildningsförvaltningen", None, None),
    ("Leverantör", "leverantör", "leverantören", None, None),
]

TEXT_HEADINGS = ["Nyckel", "Rubrik", "Text", "Rapportår", "Granskad datum", "Gäller till", "Källa"]
TEXTS = [
    ("prioriterat", "Särskilt prioriterade områden",
     "Under 2025 bör nämnden först ta sig an två områden: att behörigheter hanteras och följs upp, och att nämndens "
     "information kartläggs och klassificeras.\n\n"
     "Två områden till behöver särskild kraft under året: arbetet med risker, och att informationssäkerhet finns med "
     "när nämnden upphandlar.",
     2025, date(2025, 10, 1), None, "ISAM"),
    ("faktorer", "Faktorer i omvärlden",
     "Rapporten tar också upp sådant i och utanför staden som påverkar nämndens ledningssystem för "
     "informationssäkerhet (LIS), till exempel NIS2-direktivet och utvecklingen inom AI.",
     2025, date(2025, 10, 1), date(2025, 12, 31), "ISAM"),
    ("systematik", "Systematiskt arbete",
     "En röd tråd i rapporten är att informationssäkerheten behöver få en fastare plats i arbetet med väsentlighets- "
     "och riskanalysen (VoR).",
     2025, date(2025, 10, 1), None, "ISAM"),
    ("uppföljningsmetod", "Så gjordes uppföljningen",
     "De oönskade händelserna i VoR 2024 har följts upp under året med stickprov och egna observationer. De risker "
     "som beskrivs bygger på granskningen 2024.",
     2025, date(2025, 9, 15), None, "ISAM"),
    ("revisionsrekommendation", "Rekommendation utan revision",
     "Även utan revision bör nämnden arbeta vidare mot en informationssäkerhet som är systematisk och utgår från "
     "risker, så som stadens riktlinjer och den nya cybersäkerhetslagen kräver.",
     2025, date(2025, 9, 15), None, "ISAM"),
    ("förbättringsunderlag", "Underlag för förbättringarna",
     "Förslagen utgår från uppföljningen av VoR 2024 och de oönskade händelserna i VoR 2025. De tar också hänsyn till de "
     "rekommendationer i GDPR-årsrapporten som DSO bedömer som viktigast för enskildas fri- och rättigheter.",
     2025, date(2025, 10, 1), None, "ISAM; DSO"),
    ("låga_risker", "Låga risker i GDPR-årsrapporten",
     "ISAM och DSO föreslår att de rekommendationer i GDPR-årsrapporten som gäller låga risker tas om hand under "
     "2026.",
     2025, date(2025, 10, 1), None, "DSO"),
]

RISK_HEADINGS = [
    "VoR-ID", "Område", "Arbetssätt", "Oönskad händelse", "Orsak", "Konsekvensbeskrivning", "Sannolikhet",
    "Konsekvens", "Riskvärde", "Systematiska kontroller", "Hantering", "Motivering", "Riskägare",
    "Informationssäkerhet", "Cybersäkerhetslagen", "Vår anteckning",
]
RISKS_2024 = [
    ("V24-01", "Behörigheter", "Hantera behörigheter",
     "Medarbetare kan ta del av information som inte ska vara tillgänglig för dem.",
     "Behörigheter tas inte bort när uppdrag ändras.", "Uppgifter om barn kan spridas till fel personer.",
     3, 4, Product(), "Chef ser över behörigheter när någon slutar.", "Åtgärd", None, "Enhetschef", "Ja", 9, None),
    ("V24-02", "Implementering av lokal anvisning", "Styra informationssäkerheten",
     "Den lokala anvisningen för informationssäkerhet efterlevs inte.",
     "Utpekade roller känner inte till sitt ansvar.", "Skyddet av information blir olika på olika enheter.",
     3, 3, Product(), "Anvisningen finns på intranätet.", "Åtgärd", None, "Förvaltningschef", "Ja", 1, None),
    ("V24-03", "Incidenthantering", "Hantera incidenter",
     "Anvisningen för hantering av informationssäkerhetsincidenter tillämpas inte.",
     "Processen är otydlig för verksamheten.", "Incidenter upptäcks och anmäls för sent.",
     3, 4, Product(), "Incidenter anmäls i stadens system.", "Åtgärd", None, "Avdelningschef", None, 2, None),
    ("V24-04", "Informationsklassning", "Klassa information",
     "Åtgärder som följer av informationsklassningar genomförs inte.",
     "Gränsen mellan nämndernas ansvar är oklar.", "Information får fel skydd.",
     4, 3, Product(), None, "Åtgärd", None, "Informationsägare", None, 9,
     "Stäm av med objektstyrningen (drift & förvaltning)."),
    ("V24-05", "Informationssäkerhet inom upphandlingsförfarande", "Upphandla och köpa in",
     "Informationssäkerhet kommer inte med från början i upphandlingar.",
     "ISAM kopplas in sent.", "Kraven blir svåra att ställa i efterhand, t.ex. i avtal < 1 år.",
     3, 4, Product(), "Stadens mall för upphandling.", "Åtgärd", None, "Upphandlingsansvarig", "Ja", 5, None),
]

RISK_2025_HEADINGS = [
    "VoR-ID", "Område", "Oönskad händelse", "Arbetssätt", "Sannolikhet", "Konsekvens", "Riskvärde", "Hantering",
    "Motivering", "Riskägare", "Systematiska kontroller", "Kvarstående sannolikhet", "Kvarstående konsekvens",
    "Informationssäkerhet", "Cybersäkerhetslagen", "Föregående VoR-ID", "Sekretess", "Lagrum", "Öppen text",
    "Vår anteckning",
]
OPEN = ("Öppen", None, None)
RISKS_2025 = [
    ("V25-01", "Behörigheter", "Medarbetare kan ta del av information som inte ska eller bör vara tillgänglig för dem.",
     "Hantera behörigheter", 3, 4, Product(), "Åtgärd", None, "Enhetschef",
     "Chef ser över behörigheter när någon slutar.", 2, 4, "Ja", 9, "V24-01", *OPEN, None),
    ("V25-02", "Behörighetshantering",
     "Anställda, konsulter och leverantörer kan ta del av information som inte ska vara tillgänglig för dem.",
     "Hantera behörigheter", 3, 4, Product(), "Åtgärd", None, "Systemägare", None, 2, 4, "Ja", "4; 9", None,
     "Maskas", "OSL 18 kap. 8 § 4", "Åtkomst till information följs inte upp fullt ut.", "Ny i år."),
    ("V25-03", "Informationsklassning", "Åtgärder som följer av informationsklassningar genomförs eller följs inte upp.",
     "Klassa information", 4, 3, Product(), "Åtgärd", None, "Informationsägare", None, 2, 3, "Ja", 9, "V24-04",
     *OPEN, None),
    ("V25-04", "Incidenthantering",
     "Incidenter rapporteras inte, och åtgärder efter incidenter genomförs eller följs inte upp.",
     "Hantera incidenter", 3, 4, Product(), "Åtgärd", None, "Avdelningschef", "Incidenter anmäls i stadens system.",
     2, 3, "Ja", 2, "V24-03", *OPEN, None),
    ("V25-05", "Implementering av lokal anvisning",
     "Personuppgifter hanteras fel, och nämnden lever inte upp till lagkraven på dataskydd och informationssäkerhet.",
     "Styra informationssäkerheten", 3, 4, Product(), "Åtgärd", None, "Förvaltningschef",
     "Anvisningen finns på intranätet.", 2, 4, None, 1, "V24-02", *OPEN, None),
    ("V25-06", "Informationssäkerhet inom upphandlingsförfarande",
     "Informationssäkerhet kommer inte med från början i en upphandling.", "Upphandla och köpa in", 3, 4, Product(),
     "Åtgärd", None, "Upphandlingsansvarig", "Stadens mall för upphandling.", 2, 3, None, "4; 5", "V24-05", *OPEN,
     None),
    ("V25-07", "Informationssäkerhet och dataskydd vid anskaffning eller utveckling",
     "Informationssäkerhet kommer inte med från början när varor och tjänster anskaffas eller utvecklas.",
     "Utveckla verksamheten", 3, 3, Product(), "Åtgärd", None, "Systemägare", None, 2, 3, None, 5, None, *OPEN,
     Verbatim("= samma ägare som V25-06")),
    ("V25-08", "Riskhantering", "Åtgärder som har beslutats efter riskanalyser tas inte om hand eller får inget genomslag.",
     "Styra informationssäkerheten", 3, 3, Product(), "Bevakas", "Följs i det ordinarie arbetet med VoR under 2025.",
     "Förvaltningschef", "VoR gås igenom varje tertial.", 3, 3, "Ja", "1; 6", None, *OPEN, None),
    ("V25-09", "Roller och ansvar",
     "Roller är inte utpekade, och ingen tar därför det ansvar för informationssäkerhet och dataskydd som krävs.",
     "Styra informationssäkerheten", 3, 3, Product(), "Åtgärd", None, "Förvaltningschef", None, 2, 3, "Ja", 1, None,
     *OPEN, None),
    ("V25-10", "Utbildning inom informationssäkerhet och dataskydd",
     "Anställda och konsulter går inte de obligatoriska utbildningarna.", "Utbilda medarbetare", 4, 3, Product(),
     "Åtgärd", None, "Enhetschef", "Genomförandegrad hämtas varje termin.", 3, 3, "Ja", 7, None, *OPEN, None),
]

CONTROL_HEADINGS = [
    "Kontroll-ID", "VoR-ID", "Process", "Kontrollmoment", "Metod", "Frekvens", "Kontrollansvarig",
    "Rapporteras till", "Informationssäkerhet", "Genomförd", "Datum", "Antal kontrollerade", "Antal avvikelser",
    "Resultat", "Kommentar", "Åtgärd", "Ansvarig", "Klart senast",
]

FOLLOW_UP_HEADINGS = [
    "VoR-ID", "Uppföljningsmetod", "Iakttagelse och bedömning", "Bedömning", "Allvarlighetsgrad",
    "ISAM:s rekommendation", "I samsyn med", "Aktivitets-ID", "Trend", "Sekretess", "Lagrum", "Öppen text",
]
FOLLOW_UPS = [
    ("V24-01", "Observation; Stickprov",
     "Observationer och stickprov visar att några system inte kan begränsa behörigheter så som "
     "informationsklassningarna hos utbildningsförvaltningen kräver.\n\n"
     "Stickproven visar också att behörigheter inte följs upp tillräckligt.",
     "Otillräcklig", "Hög",
     "ISAM föreslår en gemensam rutin för hela förvaltningen om hur användares behörigheter granskas.\n\n"
     "Varje verksamhet bör granska sina behörigheter minst årligen, om inte klassningen kräver något annat. "
     "Verksamhetens chef ansvarar för att behörigheterna är aktuella och stämmer med klassningens krav.",
     None, "A25-03", "Oförändrad", "Maskas", "OSL 18 kap. 8 § 4",
     "Uppföljningen av behörigheter behöver bli bättre."),
    ("V24-02", "Översyn",
     "En översyn av det systematiska arbetet visar att den lokala anvisningen inte följs fullt ut. Bristerna gäller "
     "främst det ansvar som anvisningen lägger på utpekade roller.",
     "Delvis tillräcklig", "Medel",
     "ISAM föreslår att anvisningen uppdateras så att roller och ansvar blir tydliga. Arbetet med att göra den känd "
     "och använd i förvaltningen bör fortsätta.",
     None, "A25-01", "Oförändrad", *OPEN),
    ("V24-03", "Incidentanalys",
     "De incidenter som har rapporterats under året tyder på att anvisningen inte används i den omfattning som är "
     "tänkt.",
     "Delvis tillräcklig", "Medel",
     "ISAM föreslår att anvisningen ses över och uppdateras, framför allt med tanke på cybersäkerhetslagen. "
     "Nämndens verksamheter behöver dessutom fortsatt stöd i att använda den.",
     None, "A25-02", "Oförändrad", *OPEN),
    ("V24-04", "Observation; Översyn",
     "Utbildningsförvaltningen förvaltar det mesta av nämndens it-stöd, genom den gemensamma portföljen för stadens "
     "pedagogiska verksamheter. Systemen och tjänsterna har klassats, men flera klassningar är inte aktuella. "
     "Vilken information som hör till förskolenämnden har inte pekats ut, och därför är det osäkert om all "
     "information är klassad.\n\n"
     "En klassning är dessutom bara början. Först när skyddsbehovet är känt kan nämnden införa rätt tekniska och "
     "organisatoriska åtgärder.",
     "Otillräcklig", "Hög",
     "Tillsammans med DSO föreslår ISAM:\n"
     "- att nämndens information kartläggs och klassificeras per informationsmängd, enligt stadens riktlinjer\n"
     "- att gränserna mellan nämndernas ansvar pekas ut\n"
     "- att samverkan om informationssäkerhet inom objektstyrningen utvecklas.",
     "DSO", "A25-05", "Sämre", *OPEN),
    ("V24-05", "Observation; Deltagande i upphandling",
     "ISAM har följt och deltagit i upphandlingar av nya system och sett att informationssäkerheten kommer in för "
     "sent. Risken är stor för nämnden: frågorna får lösas i slutet av upphandlingen eller först i projektet.\n\n"
     "Då är det svårt att nå upp till kraven, både i själva systemet och i leverantörens eget säkerhetsarbete.",
     "Otillräcklig", "Hög",
     "ISAM föreslår att förvaltningen går igenom alla steg i stadens metodstöd för informationsklassning.\n\n"
     "Därtill behövs en lokal rutin vid sidan av stadens riktlinje. Den ska visa vad som behöver göras, och när, då "
     "varor och tjänster upphandlas, anskaffas eller utvecklas.",
     None, "A25-06", "Oförändrad", *OPEN),
]

ADVICE_HEADINGS = [
    "DSO-ID", "Område", "Rekommendation", "Risk", "Berör informationssäkerhet", "Prioriterad", "Planeras år",
    "Status", "Aktivitets-ID", "Artikel i GDPR", "Vår anteckning",
]
ADVICE = [
    ("D24-01", "Tekniska och organisatoriska åtgärder",
     "Nämnden bör kartlägga sin information och klassificera den per informationsmängd, enligt stadens riktlinjer, så "
     "att personuppgifter och annan information får det skydd den behöver.",
     "Hög", "Ja", "Ja", 2025, "Pågår", "A25-05", "32", None),
    ("D24-02", "Individens rättigheter",
     "Nämnden bör ta fram rutiner för begäranden från enskilda som vill använda sina rättigheter.",
     "Hög", "Nej", "Ja", 2025, "Ej påbörjad", "A25-07", "12–22", None),
    ("D24-03", "Konsekvensbedömningar",
     "Nämnden bör se till att konsekvensbedömningar och informationsklassningar görs där de behövs.",
     "Hög", "Nej", "Ja", 2025, "Pågår", "A25-08", "35", None),
    ("D24-04", "Registerförteckning", "Registerförteckningen bör gås igenom och kompletteras en gång om året.",
     "Låg", "Nej", "Nej", 2026, "Ej påbörjad", None, "30", None),
    ("D24-05", "Styrdokument", "Lokala styrdokument om dataskydd bör samlas på en plats.",
     "Låg", "Nej", "Nej", 2026, "Ej påbörjad", None, "24", "Kan göras ihop med den lokala anvisningen."),
    ("D24-06", "Personuppgiftsincidenter", "Även incidenter som inte anmäls bör dokumenteras med skälen till beslutet.",
     "Låg", "Nej", "Nej", 2026, "Ej påbörjad", None, "33", None),
]

INCIDENT_HEADINGS = [
    "Incident-ID", "Upptäckt", "Typ", "Personuppgiftsincident", "Anmäld till IMY", "Anmäld IMY tidpunkt",
    "Registrerade informerade", "Allvarlighetsgrad", "KRT-påverkan", "Ursprung", "Beskrivning", "Åtgärd",
    "Åtgärdsstatus", "VoR-ID", "Sekretess", "Lagrum",
]
INCIDENTS = [
    ("I24-01", datetime(2024, 4, 16, 9, 10), "Felskick", "Ja", "Ja", datetime(2024, 4, 18, 14, 30), "Ja", "Medel", "K",
     "Internt", "Ett brev med uppgifter om ett barn skickades till fel vårdnadshavare.",
     "Mottagaren kontaktades och brevet förstördes.", "Klar", "V24-03", "Maskas", "OSL 23 kap. 1 §"),
    ("I24-02", datetime(2024, 10, 7, 13, 45), "Obehörig åtkomst", "Ja", "Ja", datetime(2024, 10, 9, 10, 0), "Ja",
     "Medel", "K", "Internt", "En tidigare medarbetare kunde fortfarande läsa en gemensam mapp.",
     "Åtkomsten stängdes samma dag.", "Klar", "V24-01", "Maskas", "OSL 18 kap. 8 § 4"),
]

AUDIT_HEADINGS = ["Revisions-ID", "Benämning", "Typ", "Utförare", "Datum", "Sammanfattning"]
FINDING_HEADINGS = [
    "Iakttagelse-ID", "Revisions-ID", "Iakttagelse", "Allvarlighetsgrad", "Rekommendation", "Åtgärd", "Ansvarig",
    "Klart senast", "Status", "Aktivitets-ID", "Sekretess", "Lagrum", "Öppen text",
]

WORLD_HEADINGS = ["Nr", "Rubrik", "Typ", "Text", "Källa", "Påverkan på nämnden", "Granskad datum", "Gäller till", "Ta med"]
WORLD = [
    (1, "NIS2-direktivet (cybersäkerhetslagstiftningen)", "Lag",
     "EU beslutade i slutet av 2022 om ett direktiv, NIS2, som ersätter det tidigare NIS-direktivet. I Sverige blir "
     "direktivet en ny lag, cybersäkerhetslagen. Den var först planerad till sommaren 2025, men datumet är flyttat "
     "till den 15 januari 2026. Regeringen arbetar med lagförslaget under hösten 2025.\n\n"
     "Direktivet ska ge en hög och gemensam cybersäkerhetsnivå för nätverk och informationssystem i hela EU. Den som "
     "ansvarar för viktiga samhällsfunktioner ska arbeta systematiskt med informationssäkerhet och vidta de "
     "åtgärder som riskerna kräver.\n\n"
     "När lagen gäller tar utpekade myndigheter fram föreskrifter. Hur stor effekten blir för förskolenämnden går "
     "därför ännu inte att säga, men mycket pekar på att hela förvaltningens verksamhet omfattas.",
     "NIS2-direktivet; regeringens lagförslag", "Hela förvaltningen berörs troligen.", date(2025, 10, 1),
     date(2026, 1, 14), "Ja"),
    (2, "Oroligt omvärldsläge och krig i Europa", "Hot",
     "Läget i omvärlden är osäkert. Rysslands invasion av Ukraina och Sveriges medlemskap i Nato påverkar hoten mot "
     "Sverige och svenska intressen. Ett syfte med sådana hot är att rubba tilliten till samhället, och då är även "
     "kommunala verksamheter ett mål.\n\n"
     "Förvaltningen behöver därför en fungerande omvärldsbevakning som fångar de hot som kan nå nämnden, direkt "
     "eller på omvägar.",
     None, "Större krav på omvärldsbevakning.", date(2025, 10, 1), None, "Ja"),
    (3, "Ökade cyberattacker mot kommuner", "Hot",
     "Antalet försök till angrepp mot statliga myndigheter och mot leverantörer av samhällsviktiga tjänster steg "
     "kraftigt under 2023. Statistiken visar också att nästan hälften av it-incidenterna börjar hos en "
     "leverantör.\n\n"
     "MSB har visat att störningar i digitala leveranskedjor kan få störst följder för samhället, eftersom många "
     "drabbas på en gång. Händelsen hos Tietoevry i början av 2024 är ett tydligt exempel.",
     "MSB:s rapporter", "Krav på leverantörer blir viktigare.", "2025-09-24", None, "Ja"),
    (4, "AI", "Teknik",
     "Artificiell intelligens (AI) utvecklas snabbt, och många vill använda den nya tekniken. Samtidigt finns stora "
     "risker, bland annat för den personliga integriteten och när stora datamängder hanteras. Både "
     "informationssäkerheten och dataskyddet måste därför hålla hög nivå.",
     None, "Regler för användningen behövs.", "2025-09-24", None, "Ja"),
    (5, "Adekvansbeslut om tredjelandsöverföring", "Lag",
     "EU-kommissionen fattade i juli 2023 ett nytt adekvansbeslut om överföring av personuppgifter till USA.\n\n"
     "Beslutet gäller mottagare i USA som är anslutna till EU-US Data Privacy Framework. Till dem får uppgifter "
     "föras över utan sådana skyddsåtgärder som artikel 46 i dataskyddsförordningen annars kräver, till exempel "
     "standardavtalsklausuler.",
     "EU-kommissionen", "Gäller flera molntjänster.", date(2025, 10, 1), None, "Ja"),
]
CITY = [
    (1, "Cybersäkerhetslagstiftningen i staden", "Stad",
     "Cybersäkerhetslagstiftningen påverkar hur stadens förvaltningar och bolag arbetar med informationssäkerhet. "
     "Fokus väntas bli:\n"
     "- ett riskbaserat arbetssätt för informationssystem\n"
     "- hantering av incidenter\n"
     "- kontinuitet i verksamheten\n"
     "- säkerhet i leveranskedjan\n"
     "- säkerhet vid upphandling och utveckling.\n\n"
     "Kraven på informationssäkerhet och tekniska skydd blir också högre över lag.",
     "Stadsledningskontoret", "Arbetssätt och rutiner ses över.", date(2025, 10, 1), None, "Ja"),
]

BOARD = "Förskolenämnden"


def workbooks():
    """The folder's workbooks: file name and sheets."""
    return {
        "Grunduppgifter.xlsx": [
            details("Uppgifter om rapporten", DETAILS),
            Sheet("Roller", ROLE_HEADINGS, ROLES, title="Roller",
                  notes=["Innehavare lämnas tom i exemplet. Namn skrivs aldrig ut i rapporten."]),
            Sheet("Textblock", TEXT_HEADINGS, TEXTS, title="Texter som granskas varje år"),
            scales(),
            glossary(),
        ],
        "VoR 2024.xlsx": [Sheet("VoR", RISK_HEADINGS, RISKS_2024,
                                title="Väsentlighets- och riskanalys 2024", notes=[BOARD, FICTIVE_NOTE])],
        "VoR 2025.xlsx": [Sheet("VoR", RISK_2025_HEADINGS, RISKS_2025,
                                title="Väsentlighets- och riskanalys 2025", notes=[BOARD, FICTIVE_NOTE])],
        "IKP 2024.xlsx": [Sheet("IKP", CONTROL_HEADINGS, [], title="Internkontrollplan 2024",
                                notes=["Inga kontroller rör informationssäkerhet 2024."])],
        "Uppföljning 2024.xlsx": [Sheet("Uppföljning", FOLLOW_UP_HEADINGS, FOLLOW_UPS,
                                        title="Uppföljning av oönskade händelser i VoR 2024", notes=[BOARD])],
        "GDPR-årsrapport 2024.xlsx": [Sheet("Rekommendationer", ADVICE_HEADINGS, ADVICE,
                                            title="DSO:s rekommendationer i GDPR-årsrapporten 2024")],
        "Incidenter 2024.xlsx": [Sheet("Incidenter", INCIDENT_HEADINGS, INCIDENTS, title="Incidenter 2024",
                                       notes=["Händelserna beskrivs med fiktiva uppgifter."])],
        "Revisioner 2024.xlsx": [
            Sheet("Revisioner", AUDIT_HEADINGS, [], title="Revisioner 2024", notes=["Ingen revision har gjorts."]),
            Sheet("Iakttagelser", FINDING_HEADINGS, [], title="Iakttagelser från revisioner 2024"),
        ],
        "Aktiviteter 2025-2027.xlsx": [activities.sheet()],
        "Omvärld.xlsx": [
            Sheet("Omvärld", WORLD_HEADINGS, WORLD, title="Omvärldsbevakning"),
            Sheet("Staden", WORLD_HEADINGS, CITY, title="Vad händer inom staden"),
        ],
    }
