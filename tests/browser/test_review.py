"""A review that is overdue tells so on the day, also on a site that is not rebuilt."""

import pytest
from playwright.sync_api import expect

NOTICE = "This page is overdue for review."
REVIEWED, OVERDUE = (
    "review-state/reviewed/",
    "review-state/overdue/",
)  # due on 1 February 2099 and on 1 March 2026


@pytest.mark.parametrize(
    ("moment", "overdue"),
    [("2099-01-31T23:59", False), ("2099-02-01T00:01", True), ("2101-01-01T12:00", True)],
)
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_the_notice_comes_on_the_day_where_the_reader_is(new_page, gallery, moment, overdue, zone):
    page = new_page(timezone_id=zone)
    page.goto(gallery)
    seconds = page.evaluate("moment => new Date(moment).getTime() / 1000", moment)
    page.clock.set_fixed_time(seconds)
    page.goto(gallery + REVIEWED)
    expect(page.get_by_text(NOTICE)).to_be_visible(visible=overdue)


def test_a_page_built_after_the_day_says_so_without_a_script(new_page, gallery):
    page = new_page(java_script_enabled=False)
    page.goto(gallery + OVERDUE)
    expect(page.get_by_text(NOTICE)).to_be_visible()
    expect(page.locator(".review-state")).to_contain_text("It was to be checked again by 1 March 2026.")


def test_a_page_that_nobody_reviewed_has_no_notice(new_page, gallery):
    page = new_page()
    page.goto(gallery + "review-state/not-reviewed/")
    assert page.locator("[data-review-due]").count() == 0
