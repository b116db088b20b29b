"""Who cites what, as the page of sources lists it."""

from showroom_site import Content

from generator.plan import plan
from generator.render.citing import citing

LAW = """
    sources:
    - {id: law, type: law, title: A law, issuer: A ministry, date: "2021-11-01", review_by: "2099-01-01"}
"""
BLOCKS = """
    - {type: text, id: late, body: Late, source: [{of: law, article: "1033"}]}
    - {type: text, id: several, body: Several, source: [{of: law, article: "586、9"}]}
    - {type: text, id: run, body: A run of them, source: [{of: law, article: "13–17"}]}
    - {type: text, id: whole, body: All of it, source: [{of: law}]}
"""


def test_a_law_lists_its_articles_in_their_order_and_each_of_several_by_itself() -> None:
    laid_out = plan(Content().file("sources.yml", LAW).stage("greeting", BLOCKS).process(), {})
    found = citing(laid_out, laid_out.trees[0])["law"]
    assert list(found) == ["", "9", "13–17", "586", "1033"]
    assert found["9"] == found["586"]
