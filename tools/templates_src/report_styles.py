"""styles.xml, numbering.xml and fontTable.xml of the report."""
from .package import DECLARATION
from .wml import NS

INK = "1F3A4D"       # headings: dark blue-grey, 11.6:1 on white
SOFT = "4A5B68"      # header, footer, captions: 7:1 on white
LINE = "8FA1AF"
SHADE = "E4EAEF"
ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Times New Roman" w:cs="Arial"/>'
TEXT_WIDTH = 8504    # twips between the margins


def rpr(size=None, bold=False, color=None, italic=False, arial=True):
    out = ARIAL if arial else ""
    out += "<w:b/><w:bCs/>" if bold else ""
    out += "<w:i/><w:iCs/>" if italic else ""
    out += '<w:color w:val="%s"/>' % color if color else ""
    if size:
        out += '<w:sz w:val="%d"/><w:szCs w:val="%d"/>' % (size, size)
    return "<w:rPr>%s</w:rPr>" % out


def spacing(before=0, after=0, line=None, rule="auto"):
    out = '<w:spacing w:before="%d" w:after="%d"' % (before, after)
    return out + (' w:line="%d" w:lineRule="%s"/>' % (line, rule) if line else "/>")


def para(style_id, name, based="Normal", following=None, ppr="", run="", priority=99,
         gallery=True, custom=False, link=""):
    return ('<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>%s%s'
            '<w:uiPriority w:val="%d"/>%s<w:pPr>%s</w:pPr>%s</w:style>'
            % (' w:customStyle="1"' if custom else "", style_id, name,
               '<w:basedOn w:val="%s"/>' % based if based else "",
               '<w:next w:val="%s"/>' % following if following else "",
               priority, "<w:qFormat/>" if gallery else "", ppr, run))


def heading(level, size, before, after, number=True, extra="", run_extra=None):
    numbered = ""
    if number:
        numbered = '<w:numPr>%s<w:numId w:val="1"/></w:numPr>' % (
            '<w:ilvl w:val="%d"/>' % (level - 1) if level > 1 else "")
    ppr = ("<w:keepNext/><w:keepLines/>" + extra + "<w:widowControl/>" + numbered
           + '<w:suppressAutoHyphens/>' + spacing(before, after, 252)
           + '<w:outlineLvl w:val="%d"/>' % (level - 1))
    return para("Rubrik%d" % level, "heading %d" % level, following="Brdtext", ppr=ppr,
                run=run_extra or rpr(size, True, INK), priority=9)


def toc(level, left, hanging, before, size, bold=False):
    """hanging: room for the number; 0 where headings without a number may be shorter than that, since a stop behind
    the number would catch their page number too. A blank follows the numbers of such a level (HEADING_LEVELS)."""
    number = '<w:tab w:val="left" w:pos="%d"/>' % left if hanging else ""
    place = ' w:hanging="%d"' % hanging if hanging else ""
    ppr = ('<w:tabs>%s<w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>%s'
           '<w:ind w:left="%d"%s/>'
           % (number, TEXT_WIDTH, spacing(before, 0, 252), left, place))
    return para("Innehll%d" % level, "toc %d" % level, following="Normal", ppr=ppr,
                run=rpr(size, bold), priority=39, gallery=False)


def styles():
    out = [DECLARATION, "<w:styles %s>" % NS,
           '<w:docDefaults><w:rPrDefault><w:rPr>'
           '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
           'w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
           '<w:sz w:val="23"/><w:szCs w:val="23"/>'
           '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
           '<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>',
           '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
           'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>',
           '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
           '<w:qFormat/><w:pPr><w:widowControl/>%s</w:pPr></w:style>' % spacing(0, 0, 290),
           '<w:style w:type="character" w:default="1" w:styleId="Standardstycketeckensnitt">'
           '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
           '<w:semiHidden/><w:unhideWhenUsed/></w:style>',
           '<w:style w:type="table" w:default="1" w:styleId="Normaltabell">'
           '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
           '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
           '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
           '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
           '</w:tblCellMar></w:tblPr></w:style>',
           '<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista">'
           '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>'
           '<w:unhideWhenUsed/></w:style>']
    # Headings
    out += [heading(1, 36, 0, 200, extra="<w:pageBreakBefore/>"),
            heading(2, 29, 440, 140),
            heading(3, 24, 360, 110),
            heading(4, 21, 280, 70),
            heading(5, 20, 160, 50, number=False, run_extra=rpr(19, True, SOFT)),
            para("Rubrik4utannummer", "Rubrik 4 utan nummer", based="Rubrik4",
                 following="Brdtext", custom=True, priority=9,
                 ppr='<w:numPr><w:numId w:val="0"/></w:numPr>'
                     '<w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="3"/>'),
            # The outline of the city has numbers of its own; a summary in figures does not shift them.
            para("Rubrik2utannummer", "Rubrik 2 utan nummer", based="Rubrik2",
                 following="Brdtext", custom=True, priority=9,
                 ppr='<w:numPr><w:numId w:val="0"/></w:numPr>'
                     '<w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="1"/>'),
            para("Bilagerubrik", "Bilagerubrik", based="Rubrik1", following="Brdtext", custom=True, priority=9,
                 ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="0"/>')]
    # Running text
    out += [para("Brdtext", "Body Text", ppr="<w:widowControl/>" + spacing(0, 150, 290), priority=1),
            para("Brdtextfrelista", "Brödtext före lista", based="Brdtext", custom=True,
                 following="Punktlista", ppr="<w:keepNext/>" + spacing(0, 70, 290), priority=1),
            para("Brdtextfrelistaeftertabell", "Brödtext före lista efter tabell", based="Brdtextfrelista", custom=True,
                 following="Punktlista", ppr="<w:keepNext/>" + spacing(240, 70, 290), priority=1),
            para("Brdtexteftertabell", "Brödtext efter tabell", based="Brdtext", custom=True,
                 following="Brdtext", ppr=spacing(240, 150, 290), priority=1),
            para("Punktlista", "List Bullet", priority=2,
                 ppr='<w:widowControl/><w:numPr><w:numId w:val="2"/></w:numPr>'
                     + spacing(0, 150, 290) + '<w:contextualSpacing/>'),
            para("Numreradlista", "List Number", priority=2,
                 ppr='<w:widowControl/><w:numPr><w:numId w:val="4"/></w:numPr>'
                     + spacing(0, 100, 290)),
            para("Ifyllnadsrad", "Ifyllnadsrad", custom=True, priority=14,
                 ppr='<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="1701"/><w:tab w:val="left" w:pos="3402"/></w:tabs>'
                     + spacing(0, 100, 290)),
            # A line to write on: the tab's leader, so that a screen reader meets the label and no signs.
            *(para(style, style, custom=True, priority=14,
                 ppr=keep + '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="%d"/></w:tabs>' % TEXT_WIDTH
                     + spacing(240, 200, 290))
              for style, keep in (("Motiveringsrad", "<w:keepNext/>"), ("Underskriftsrad", "<w:keepNext/>"))),
            para("Diagram", "Diagram", custom=True, following="Brdtext", priority=36, ppr=spacing(0, 200)),
            para("Ingress", "Ingress", following="Brdtext", custom=True, priority=12,
                 ppr=spacing(0, 560, 310), run=rpr(25, arial=False)),
            para("Malltagg", "Malltagg", custom=True, priority=30,
                 ppr="<w:keepNext/>" + spacing(20, 20), run=rpr(16, color="6B7780"))]
    # Cover
    out += [para("Adressat", "Adressat", following="Rubrik", custom=True, priority=11,
                 ppr=spacing(2700, 240), run=rpr(22, color=SOFT)),
            para("Rubrik", "Title", following="Underrubrik", priority=10,
                 ppr='<w:keepNext/><w:suppressAutoHyphens/>' + spacing(0, 120, 250),
                 run=rpr(60, True, INK)),
            para("Underrubrik", "Subtitle", following="Ingress", priority=11,
                 ppr='<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="16" w:color="%s"/></w:pBdr>'
                     % LINE + '<w:suppressAutoHyphens/>' + spacing(0, 420, 270),
                 run=rpr(26, color=INK)),
            para("Faktarad", "Faktarad", custom=True, priority=13,
                 ppr='<w:tabs><w:tab w:val="left" w:pos="2268"/></w:tabs>' + spacing(0, 70, 264)
                     + '<w:ind w:left="2268" w:hanging="2268"/>', run=rpr(20)),
            '<w:style w:type="character" w:customStyle="1" w:styleId="Faktarubrik">'
            '<w:name w:val="Faktarubrik"/><w:basedOn w:val="Standardstycketeckensnitt"/>'
            '<w:uiPriority w:val="13"/><w:qFormat/>'
            '<w:rPr><w:b/><w:bCs/><w:color w:val="%s"/></w:rPr></w:style>' % INK]
    # The grades of risk in the matrix: dark text on a light ground, at least 6:1; the words say the same.
    out += ['<w:style w:type="character" w:customStyle="1" w:styleId="Riskgrad%d"><w:name w:val="Riskgrad %d"/>'
            '<w:basedOn w:val="Standardstycketeckensnitt"/><w:uiPriority w:val="36"/><w:qFormat/><w:rPr>%s'
            '<w:color w:val="%s"/><w:shd w:val="clear" w:color="auto" w:fill="%s"/></w:rPr></w:style>'
            % (grade, grade, "<w:b/><w:bCs/>" if grade > 2 else "", ink, shade)
            for grade, ink, shade in ((1, "1E5128", "DDECDD"), (2, "5E4600", "FBEFC2"), (3, "7A3300", "FBD9B5"),
                                      (4, "7A1A0C", "F4B8AE"))]
    # Contents
    out += [para("Innehllsfrteckningsrubrik", "TOC Heading", following="Normal", priority=39,
                 ppr="<w:keepNext/><w:keepLines/><w:pageBreakBefore/>" + spacing(0, 160, 252),
                 run=rpr(32, True, INK)),
            toc(1, 567, 567, 0, 21, True), toc(2, 567, 567, 120, 21, True),
            toc(3, 1304, 737, 40, 20), toc(4, 1304, 0, 0, 19),
            '<w:style w:type="character" w:styleId="Hyperlnk"><w:name w:val="Hyperlink"/>'
            '<w:basedOn w:val="Standardstycketeckensnitt"/><w:uiPriority w:val="99"/>'
            '<w:unhideWhenUsed/><w:rPr><w:color w:val="%s"/></w:rPr></w:style>' % INK]
    # Header and footer
    out += [para("Sidhuvud", "header", priority=99, gallery=False,
                 ppr='<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>' % TEXT_WIDTH
                     + spacing(0, 0, 252), run=rpr(17, color=SOFT)),
            para("Sidhuvudfrsta", "Sidhuvud första sidan", based="Sidhuvud", custom=True,
                 ppr='<w:tabs><w:tab w:val="clear" w:pos="%d"/>'
                     '<w:tab w:val="left" w:pos="6236"/></w:tabs>' % TEXT_WIDTH
                     + spacing(0, 0, 264), run=rpr(19, color="000000"), gallery=False),
            para("Sidhuvudhger", "Sidhuvud höger", based="Sidhuvudfrsta", custom=True,
                 ppr='<w:ind w:left="6236"/>', gallery=False),
            para("Sidfot", "footer", priority=99, gallery=False,
                 ppr='<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="%s"/></w:pBdr>'
                     % LINE + '<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>' % TEXT_WIDTH
                     + spacing(0, 0, 252), run=rpr(16, color=SOFT)),
            '<w:style w:type="character" w:customStyle="1" w:styleId="Frvaltningsnamn">'
            '<w:name w:val="Förvaltningsnamn"/><w:basedOn w:val="Standardstycketeckensnitt"/>'
            '<w:uiPriority w:val="99"/><w:rPr><w:b/><w:bCs/><w:color w:val="%s"/>'
            '<w:sz w:val="23"/><w:szCs w:val="23"/></w:rPr></w:style>' % INK]
    # Tables
    out += [para("Beskrivning", "caption", following="Normal", priority=35,
                 ppr="<w:keepNext/><w:keepLines/>" + spacing(120, 80, 252),
                 run=rpr(18, True, INK)),
            para("Tabelltext", "Tabelltext", custom=True, priority=36,
                 ppr=spacing(50, 50, 252), run=rpr(18)),
            para("Tabellrubrik", "Tabellrubrik", based="Tabelltext", custom=True, priority=36,
                 ppr="<w:keepNext/>", run=rpr(18, True, INK)),
            para("Tabellnot", "Tabellnot", following="Brdtext", custom=True, priority=36,
                 ppr=spacing(90, 280, 252), run=rpr(16, color=SOFT)),
            table_style("Tabellrutnt", "Table Grid", 39, grid_borders("single", "4", "auto")),
            table_style("Rapporttabell", "Rapporttabell", 40, report_borders(), custom=True,
                        first_row=True),
            table_style("Matristabell", "Matristabell", 40, report_borders()
                        + '<w:insideV w:val="single" w:sz="4" w:space="0" w:color="%s"/>' % LINE, custom=True,
                        first_row=True)]
    return "".join(out) + "</w:styles>"


def grid_borders(kind, size, color):
    return "".join('<w:%s w:val="%s" w:sz="%s" w:space="0" w:color="%s"/>'
                   % (side, kind, size, color)
                   for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def report_borders():
    return ('<w:top w:val="single" w:sz="8" w:space="0" w:color="{0}"/>'
            '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{0}"/>'
            '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{1}"/>').format(INK, LINE)


def table_style(style_id, name, priority, borders, custom=False, first_row=False):
    first = ""
    if first_row:
        first = ('<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
                 '<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="%s"/>'
                 '</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="%s"/>'
                 '</w:tcPr></w:tblStylePr>' % (INK, SHADE))
    return ('<w:style w:type="table"%s w:styleId="%s"><w:name w:val="%s"/>'
            '<w:basedOn w:val="Normaltabell"/><w:uiPriority w:val="%d"/>'
            '<w:tblPr><w:tblBorders>%s</w:tblBorders></w:tblPr>%s</w:style>'
            % (' w:customStyle="1"' if custom else "", style_id, name, priority, borders, first))


# level: (first number, text, hanging indent, style); the city's outline goes 1. -> 1.2. Without a hanging indent a
# blank follows the number, in the contents too.
HEADING_LEVELS = [(1, "%1.", 567, "Rubrik1"), (2, "%1.%2", 709, "Rubrik2"),
                  (1, "%1.%2.%3", 879, "Rubrik3"), (1, "%1.%2.%3.%4", 0, "Rubrik4")]


def number_place(hang):
    if hang:
        return ('<w:pPr><w:tabs><w:tab w:val="num" w:pos="%d"/></w:tabs><w:ind w:left="%d" w:hanging="%d"/></w:pPr>'
                % (hang, hang, hang))
    return '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>'


def numbering():
    levels = []
    for index in range(9):
        if index < len(HEADING_LEVELS):
            start, text, hang, style = HEADING_LEVELS[index]
            levels.append(
                '<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:numFmt w:val="decimal"/>'
                '<w:pStyle w:val="%s"/><w:suff w:val="%s"/><w:lvlText w:val="%s"/>'
                '<w:lvlJc w:val="left"/>%s</w:lvl>'
                % (index, start, style, "tab" if hang else "space", text, number_place(hang)))
        else:
            levels.append('<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="none"/>'
                          '<w:suff w:val="nothing"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/>'
                          '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>' % index)
    bullets = []
    for index in range(9):
        sign = "•" if index % 2 == 0 else "–"
        bullets.append(
            '<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="bullet"/>%s'
            '<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr>'
            '<w:ind w:left="%d" w:hanging="284"/></w:pPr><w:rPr>'
            '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/></w:rPr></w:lvl>'
            % (index, '<w:pStyle w:val="Punktlista"/>' if index == 0 else "", sign,
               454 + 284 * index))
    return (DECLARATION + "<w:numbering %s>" % NS
            + '<w:abstractNum w:abstractNumId="0"><w:nsid w:val="1B7C40D2"/>'
              '<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="6D2A91EE"/>'
            + "".join(levels) + "</w:abstractNum>"
            + '<w:abstractNum w:abstractNumId="1"><w:nsid w:val="3F58A6C1"/>'
              '<w:multiLevelType w:val="hybridMultilevel"/><w:tmpl w:val="A4C07B38"/>'
            + "".join(bullets) + "</w:abstractNum>"
            + single_level(2, "5C2E71B4", "upperLetter", "Bilaga %1:", "Bilagerubrik")
            + single_level(3, "2D90F3A6", "decimal", "%1.", "Numreradlista", 454)
            + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
              '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
              '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
              '<w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num></w:numbering>')


def single_level(number, nsid, form, text, style, hang=0):
    """A list of one level for the paragraphs of one style; without a hanging indent a blank follows the number."""
    return ('<w:abstractNum w:abstractNumId="%d"><w:nsid w:val="%s"/><w:multiLevelType w:val="singleLevel"/>'
            '<w:tmpl w:val="%s"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:pStyle w:val="%s"/>'
            '<w:suff w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>%s</w:lvl></w:abstractNum>'
            % (number, nsid, nsid, form, style, "tab" if hang else "space", text, number_place(hang)))


def font_table():
    def font(name, panose, family):
        return ('<w:font w:name="%s"><w:panose1 w:val="%s"/><w:charset w:val="00"/>'
                '<w:family w:val="%s"/><w:pitch w:val="variable"/></w:font>'
                % (name, panose, family))
    return (DECLARATION + "<w:fonts %s>" % NS
            + font("Times New Roman", "02020603050405020304", "roman")
            + font("Arial", "020B0604020202020204", "swiss") + "</w:fonts>")
