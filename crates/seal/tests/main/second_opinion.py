"""A second opinion on signed PDFs, by pyHanko; and signatures by another program, to inspect.

    second_opinion.py validate ROOTS.pem FILE...          one JSON list per file: its signatures
    second_opinion.py sign IN OUT KEY.pem FIELD [overlay] signs FIELD, and paints over page 1 in the same update
"""

import json
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def validate(roots, files):
    with open(roots, "rb") as source:
        anchors = [x509.Certificate.load(der) for _, _, der in pem.unarmor(source.read(), multiple=True)]
    for name in files:
        found = []
        with open(name, "rb") as source:
            try:
                for signature in PdfFileReader(source).embedded_signatures:
                    context = ValidationContext(trust_roots=anchors, allow_fetching=False)
                    status = validate_pdf_signature(signature, context)
                    found.append({
                        "field": signature.field_name,
                        "intact": status.intact,
                        "valid": status.valid,
                        "trusted": status.trusted,
                        "good": status.bottom_line,
                        "coverage": status.coverage.name,
                        "changes": status.modification_level.name if status.modification_level else None,
                    })
            except Exception as error:
                found.append({"good": False, "error": repr(error)})
        print(json.dumps(found))


def sign(source, target, key, field, overlay):
    signer = signers.SimpleSigner.load(key, key)
    with open(source, "rb") as opened, open(target, "wb") as out:
        writer = IncrementalPdfFileWriter(opened)
        # With every signature pyHanko also notes the time in the document's metadata and an extension in its catalogue; here
        # a signature and nothing else is wanted.
        writer._update_meta = lambda: None
        writer.register_extension = lambda extension: None
        if overlay:
            paint = writer.add_object(generic.StreamObject(stream_data=b"q 1 1 1 rg 60 600 400 200 re f Q"))
            page = writer.root["/Pages"]["/Kids"][0]
            page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), paint])
            writer.update_container(page)
        about = signers.PdfSignatureMetadata(
            field_name=field, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES)
        signers.sign_pdf(writer, about, signer=signer, existing_fields_only=True, output=out)


if __name__ == "__main__":
    if sys.argv[1] == "validate":
        validate(sys.argv[2], sys.argv[3:])
    else:
        sign(*sys.argv[2:6], len(sys.argv) > 6)
