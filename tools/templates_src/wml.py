"""Small helpers that write WordprocessingML the way Word writes it."""
from xml.sax.saxutils import escape

NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')

TAB = "\t"
# In a text, CUT ends the run (as Word does after an edit) and SPELL does so
# with a proofing mark between the runs. Both leave the printed text unchanged.
CUT = "¦"
SPELL = "¤"
RSIDS = ("00A41C07", "00B2593E", "007D6F12", "00C83A5B")


def _run_content(text):
    out = []
    for index, piece in enumerate(text.split(TAB)):
        if index:
            out.append("<w:tab/>")
        if piece:
            out.append('<w:t xml:space="preserve">%s</w:t>' % escape(piece))
    return "".join(out)


def run(text, style=None, rsid=None):
    properties = '<w:rPr><w:rStyle w:val="%s"/></w:rPr>' % style if style else ""
    attribute = ' w:rsidR="%s"' % rsid if rsid else ""
    return "<w:r%s>%s%s</w:r>" % (attribute, properties, _run_content(text))


def runs(text, style=None):
    """One run, or several where the text is marked with CUT or SPELL."""
    if CUT not in text and SPELL not in text:
        return run(text, style)
    out, number = [], 0
    for spell_index, group in enumerate(text.split(SPELL)):
        if spell_index:
            kind = "spellStart" if spell_index % 2 else "spellEnd"
            out.append('<w:proofErr w:type="%s"/>' % kind)
        for piece in group.split(CUT):
            if piece:
                out.append(run(piece, style, RSIDS[number % len(RSIDS)]))
                number += 1
    return "".join(out)


def field(instruction, result, style=None):
    """A complex field with its stored result."""
    def char(kind):
        return '<w:r><w:fldChar w:fldCharType="%s"/></w:r>' % kind
    return (char("begin")
            + '<w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>' % escape(instruction)
            + char("separate") + run(result, style) + char("end"))


class Raw(str):
    """XML that goes into a paragraph as it is."""


def p(style, *content):
    inner = "".join(c if isinstance(c, Raw) else runs(c) for c in content)
    return '<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>' % (style, inner)


def bookmark(number, name, text):
    return Raw('<w:bookmarkStart w:id="%d" w:name="%s"/>%s<w:bookmarkEnd w:id="%d"/>'
               % (number, name, runs(text), number))


def toc_entry(style, number, text, anchor, page, before="", after=""):
    """One line of the stored table of contents."""
    inner = (run(number + TAB, "Hyperlnk") + run(text, "Hyperlnk") + run(TAB)
             + field("PAGEREF %s \\h" % anchor, page))
    return ('<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s'
            '<w:hyperlink w:anchor="%s" w:history="1">%s</w:hyperlink>%s</w:p>'
            % (style, before, anchor, inner, after))


def contents(heading, entries):
    """A table of contents as Word's own building block.

    entries: list of (style, number, text, anchor, page). The field begins in
    the first entry's paragraph and ends in the last one's, so that no empty
    paragraph is left behind.
    """
    begin = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
             '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-4" \\h \\z \\u </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = []
    for index, entry in enumerate(entries):
        lines.append(toc_entry(*entry,
                               before=begin if index == 0 else "",
                               after=end if index == len(entries) - 1 else ""))
    return ('<w:sdt><w:sdtPr><w:id w:val="1204857311"/><w:docPartObj>'
            '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
            '</w:docPartObj></w:sdtPr><w:sdtContent>%s%s</w:sdtContent></w:sdt>'
            % (p("Innehllsfrteckningsrubrik", heading), "".join(lines)))


def cell(width, style, text):
    """A table cell: a text, or paragraphs that are XML already."""
    inner = text if isinstance(text, Raw) else p(style, text)
    return '<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>' % (width, inner)


def table(title, description, widths, header, *rows, row_headings=False, style="Rapporttabell"):
    """A table with a marked header row and template rows; row_headings: the first column heads its row."""
    def cells(paragraph, texts):
        first = "Tabellrubrik" if row_headings else paragraph
        return "".join(cell(w, paragraph if i else first, t) for i, (w, t) in enumerate(zip(widths, texts)))

    grid = "".join('<w:gridCol w:w="%d"/>' % w for w in widths)
    look = ('<w:tblLook w:val="%s" w:firstRow="1" w:lastRow="0" w:firstColumn="%d" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>' % (("04A0", 1) if row_headings else ("0420", 0)))
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="%s"/>'
            '<w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>%s'
            '<w:tblCaption w:val="%s"/><w:tblDescription w:val="%s"/></w:tblPr>'
            '<w:tblGrid>%s</w:tblGrid>'
            '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>%s</w:tr>%s</w:tbl>'
            % (style, sum(widths), look, escape(title), escape(description), grid, cells("Tabellrubrik", header),
               "".join('<w:tr><w:trPr><w:cantSplit/></w:trPr>%s</w:tr>' % cells("Tabelltext", row)
                       for row in rows)))
