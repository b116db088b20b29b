from pathlib import Path

import pytest
from built_sites import bilingual, jewellery, no_stages, run_folder, shipped, shipped_by_zensical

__all__ = ["bilingual", "jewellery", "no_stages", "run_folder", "shipped", "shipped_by_zensical"]

# Where each site stands on its host: below the path of its `site_url`.
PLACES = {
    "shipped": "/",
    "shipped_by_zensical": "/",
    "jewellery": "/jeweller/",
    "no_stages": "/",
    "bilingual": "/sales/",
}


@pytest.fixture(params=PLACES)
def site(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """Return each site in turn, with its place on its host."""
    return request.getfixturevalue(request.param), PLACES[request.param]
