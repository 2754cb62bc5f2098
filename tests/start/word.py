"""Makes Word documents from their raw parts: what a program writes that is not at hand here."""

import io
import zipfile
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_ROOT = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="{_RELATIONS}">
<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_PARTS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="{_RELATIONS}">
<Relationship Id="s1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="n1" Type="{_OFFICE}/numbering" Target="numbering.xml"/>
<Relationship Id="e1" Type="{_OFFICE}/endnotes" Target="endnotes.xml"/>
<Relationship Id="c1" Type="{_OFFICE}/comments" Target="comments.xml"/>
</Relationships>"""
_STYLES = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="{_WORD}">
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
</w:styles>"""
_NUMBERING = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:numbering xmlns:w="{_WORD}">
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""


def run(text, *, raised=False, bold=False):
    """A run of words."""
    marks = ('<w:vertAlign w:val="superscript"/>' if raised else "") + ("<w:b/>" if bold else "")
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs, style="", numbered=False):
    """A paragraph of runs, or of words alone."""
    marks = f'<w:pStyle w:val="{style}"/>' if style else ""
    marks += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    words = "".join(text if text.startswith("<w:") else run(text) for text in runs)
    return f"<w:p><w:pPr>{marks}</w:pPr>{words}</w:p>"


def table(*rows):
    """A table of words."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def endnote(number):
    """Where an endnote is called up."""
    return f'<w:r><w:endnoteReference w:id="{number}"/></w:r>'


def comment(number):
    """Where a colleague's remark is called up."""
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def document(*blocks, endnotes=(), comments=()):
    """A .docx file as bytes."""
    notes = "".join(
        f'<w:endnote w:id="{number}">{paragraph(text)}</w:endnote>' for number, text in enumerate(endnotes, 1)
    )
    remarks = "".join(
        f'<w:comment w:id="{number}" w:author="A B" w:initials="AB">{paragraph(text)}</w:comment>'
        for number, text in enumerate(comments, 1)
    )
    body = f"<w:body>{''.join(blocks)}</w:body>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        for name, text in {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _ROOT,
            "word/_rels/document.xml.rels": _PARTS,
            "word/styles.xml": _STYLES,
            "word/numbering.xml": _NUMBERING,
            "word/endnotes.xml": f'<w:endnotes xmlns:w="{_WORD}">{notes}</w:endnotes>',
            "word/comments.xml": f'<w:comments xmlns:w="{_WORD}">{remarks}</w:comments>',
            "word/document.xml": f'<w:document xmlns:w="{_WORD}">{body}</w:document>',
        }.items():
            parts.writestr(name, text)
    return file.getvalue()
