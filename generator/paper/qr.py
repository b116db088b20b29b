"""The way from a sheet back to the site: an address in text and, where it is short enough, as a QR code."""

from typing import Final

import segno

from generator.pages import Tree
from generator.plan import Plan
from generator.sheets import Sheet

# As many bytes as a code of 33 x 33 modules holds at level M: its modules are 0.6 mm wide on the smallest sheet, which
# a phone still reads from a second photocopy.
LONGEST: Final = 62


def printed_address(plan: Plan, tree: Tree, sheet: Sheet) -> str | None:
    """Return the address that `sheet` names: its page's, or the language's first page where that is too long.

    None where nobody has said where the site will stand.
    """
    site = plan.process.settings.site_url
    if site is None:
        return None
    start = f"{site.rstrip('/')}/{tree.root}"
    address = start + sheet.leads_to
    return address if _fits(address) or not _fits(start) else start


def qr_code(address: str) -> list[str] | None:
    """Return the modules of the code for `address`, a text of 0 and 1 per row without margin; None if it is long."""
    if not _fits(address):
        return None
    code = segno.make_qr(address, error="M", boost_error=False)
    return ["".join(map(str, row)) for row in code.matrix]


def _fits(address: str) -> bool:
    return address.isascii() and len(address) <= LONGEST
