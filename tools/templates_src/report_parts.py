"""What the sections of the report are built of: paragraphs by style, tags, words that many of them use."""
from .wml import Raw, bookmark, field, p, run


def tag(text):
    """A block tag alone in its paragraph; the paragraph disappears."""
    return p("Malltagg", text)


def body(*content):
    return p("Brdtext", *content)


def textblock(key, instead, *content, bullets=None):
    """The board's own text where the sheet Textblock has one, else what the data can say: a sentence, or one that
    leads to a bullet for each row of `instead`; bullets: a name for the row and its column."""
    says = [body(*content)]
    if bullets:
        row = bullets[0]
        says = [lead(*content), tag("{{för varje %s i %s}}" % (row, instead)), bullet("{{%s.%s | utan punkt}}" % bullets),
                tag("{{slut %s}}" % row)]
    return [tag("{{om Textblock där Nyckel är " + key + " finns}}"), body("{{infoga " + key + "}}"),
            tag("{{eller om " + instead + " finns}}"), *says, tag("{{slut om}}")]


def lead(*content):
    """Body text that stays with the list or table after it."""
    return p("Brdtextfrelista", *content)


def bullet(text):
    return p("Punktlista", text)


def h(level, *content):
    return p("Rubrik%d" % level, *content)


# The sections that the text refers to: number of the bookmark, its name, the section's number in the default report.
SECTIONS = {name: (10 + index, "_Ref2000000%d" % (10 + index), number) for index, (name, number) in enumerate((
    ("improvements", "1.5"), ("outlook", "1.3.1"), ("city", "1.3.2"), ("follow_up", "1.3.3"), ("audits", "1.3.4"),
    ("incidents", "1.3.6"), ("events", "1.4.1"), ("earlier", "1.3.7"), ("parties", "1.3.8"), ("indicators", "1.3.9"),
    ("goals", "1.3.10"), ("matrix", "1.4.2")))}


def numbered(level, name, text):
    """A heading that other sections refer to."""
    number, anchor, _ = SECTIONS[name]
    return h(level, bookmark(number, anchor, text))


def reference(name):
    """The number of another section, as Word's own cross-reference."""
    _, anchor, number = SECTIONS[name]
    return Raw(field("REF %s \\r \\h" % anchor, number))


def caption(text):
    return p("Beskrivning", text)


def note(text):
    return p("Tabellnot", text)


def run_in(text):
    """An unnumbered heading of level 4."""
    return p("Rubrik4utannummer", text)


def fact(label, value, before="", after=""):
    # The label has its own run; before and after hold an inline "om" … "slut".
    content = ([before] if before else []) + [Raw(run(label, "Faktarubrik")), "\t" + value + after]
    return p("Faktarad", *content)


def optional_fact(label, name):
    return fact(label, "{{%s}}" % name, before="{{om %s finns}}" % name, after="{{slut}}")


AFTER_TABLE = "Brdtexteftertabell"
LEAD_AFTER_TABLE = "Brdtextfrelistaeftertabell"
METHODS = "Uppföljning där Uppföljningsmetod är inte Annan"
OTHER_METHOD = "Uppföljning där Uppföljningsmetod är Annan"
FIRST = "Planperiod första år"
LAST = "Planperiod sista år"
LATER_YEARS = "{{Planår där År över %s | lista År, samt}}" % FIRST
PERIOD = "{{%s}}{{om %s över %s}}–{{%s}}{{slut}}" % (FIRST, LAST, FIRST, LAST)
DSO_GROUP = "Övrig prioriterad från GDPR-årsrapport"
LOW_RISK = "Rekommendationer där Risk är Låg och Planeras år över %s" % FIRST
EVENTS = "antal inga oönskade händelser, en oönskad händelse, # oönskade händelser"
ADVICE = "antal inga rekommendationer, en rekommendation, # rekommendationer"
