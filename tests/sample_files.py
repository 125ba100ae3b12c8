"""Files made for a test: ZIP containers with given members, Word documents with a given text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP container; "mimetype" stands in it unpacked, as the formats want it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            container.writestr(zipfile.ZipInfo(name), content, kind)
    return out.getvalue()


RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="' + RELATED + '"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)


def word(body: str, *, links: Mapping[str, str] | None = None, core: str = "", **parts: str) -> bytes:
    """A Word document; `body` and `parts` (styles="<w:style …/>", footnotes="<w:footnote …/>") are WordprocessingML."""
    relations = [(kind, f"{kind}.xml", "") for kind in parts]
    outside = [("hyperlink", url, ' TargetMode="External"') for url in (links or {}).values()]
    ids = [*(f"p{index}" for index in range(len(relations))), *(links or {})]
    rows = "".join(
        f'<Relationship Id="{key}" Type="{RELATED}/{kind}" Target="{target.replace("&", "&amp;")}"{mode}/>'
        for key, (kind, target, mode) in zip(ids, relations + outside, strict=True)
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{RELATED}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{rows}</Relationships>",
        **{f"word/{kind}.xml": f"<w:{kind} {NAMES}>{text}</w:{kind}>" for kind, text in parts.items()},
    }
    if core:
        members["docProps/core.xml"] = CORE.format(core)
    return zipped(members)


def p(*runs: str, style: str = "") -> str:
    """A paragraph of WordprocessingML."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def coded(code: str, result: str, data: str = "") -> str:
    """A field: its code, cut in two, and the runs that came of it."""
    half = len(code) // 2
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in (code[:half], code[half:]))
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data and f"<w:fldData>{data}</w:fldData>"}</w:fldChar></w:r>'
    return f'{begin}{pieces}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
