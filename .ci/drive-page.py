"""Drives one page in Chromium: screenshots, print, controls, axe.

drive-page.py NAME FILE FOLDER
"""
import pathlib
import sys
import time

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

name, file, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3])


def fail(sentence):
    print(f"{name}: {sentence}")
    sys.exit(1)


start = time.monotonic()


def lap(step):
    global start
    now = time.monotonic()
    print(f"{name}: {step}, {now - start:.1f} s", flush=True)
    start = now


def check_accessibility(page, where, colours):
    # Without this axe describes every part that passed every rule: minutes and hundreds of megabytes on a long page.
    options = {"resultTypes": ["violations"]}
    if not colours:
        # Contrast takes nearly all of the time, and is the same at any width and in any language.
        options["rules"] = {"color-contrast": {"enabled": False}}
    page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    grave = [entry for entry in found if entry["impact"] in ("moderate", "serious", "critical")]
    for entry in grave:
        for node in entry["nodes"][:3]:
            print(entry["id"], entry["impact"], node["html"][:160], node.get("failureSummary", "")[:200])
    if grave:
        fail(f"axe finds {len(grave)} problems ({where})")


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")


def overflows(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")


with sync_playwright() as play:
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    requests = []
    for width, scheme in [(1200, "light"), (390, "light"), (1200, "dark")]:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.on("request", lambda request: requests.append(request.url))
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(file.as_uri())
        page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        if overflows(page):
            fail(f"the page is wider than {width} px")
        # What is folded is looked at unfolded.
        if (width, scheme) != (1200, "light"):
            check_accessibility(page, f"{width} px, {scheme}", colours=scheme == "dark")
        if errors:
            fail(errors[0])
        lap(f"{width} px, {scheme}")
        if scheme == "light":
            unfold(page)
            page.screenshot(path=folder / f"{name}-{width}-unfolded.png", full_page=True)
            if overflows(page):
                fail(f"the page is wider than {width} px when all is unfolded")
            if width == 1200:
                check_accessibility(page, "all unfolded", colours=True)
            lap(f"{width} px, all unfolded")
        page.close()

    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(file.as_uri())
    # Language: one body at a time, and the document says which.
    if page.locator("nav.languages button").count() > 1:
        for language in ["en", "sv"]:
            page.click(f"nav.languages button[data-language={language}]")
            shown = page.evaluate("[...document.querySelectorAll('main')].filter(m => !m.hidden).map(m => m.lang)")
            if shown != [language] or page.evaluate("document.documentElement.lang") != language:
                fail(f"choosing {language} shows {shown}")
            if language == "en":
                check_accessibility(page, language, colours=False)
        lap("languages")
    # The map: day, arm and measure change what tiles say.
    explorer = page.locator(".explorer[data-language=sv]")
    if explorer.count():
        def tiles():
            return explorer.locator(".tile-number").all_text_contents()

        seen = [tiles()]
        explorer.locator("[data-map=day]").fill("20")
        seen.append(tiles())
        if explorer.locator("[data-map=shown]").text_content() != "20":
            fail("the slider does not say its day")
        explorer.locator("[data-map=measure]").select_option(index=1)
        seen.append(tiles())
        explorer.locator("[data-map=arm]").select_option(index=2)
        seen.append(tiles())
        for before, after in zip(seen, seen[1:]):
            if before == after:
                fail("a control of the map changes nothing")
        explorer.locator("[data-map=day]").press("ArrowRight")
        if explorer.locator("[data-map=shown]").text_content() != "21":
            fail("the slider does not follow the keyboard")
    # Without a script the page reads as well.
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 900}).new_page()
    plain.goto(file.as_uri())
    if not plain.locator("main:visible h1").count():
        fail("nothing is shown without a script")
    plain.close()
    # On paper nothing that is printed stays folded.
    page.emulate_media(media="print")
    folded = page.evaluate(
        "[...document.querySelectorAll('main:not([hidden]) details.print')]"
        ".filter(d => [...d.children].some(c => c.tagName != 'SUMMARY' && !c.checkVisibility())).length"
    )
    if folded:
        fail(f"{folded} folds are printed folded")
    page.emulate_media(media="null")
    page.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True, print_background=True)
    if any(not url.startswith("file:") for url in requests):
        fail("the page asks for something outside")
    browser.close()
    lap("controls, without a script, print")
print(f"{name}: good")
