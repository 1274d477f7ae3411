"""Every link of the documents leads somewhere: the file exists, and so does the heading."""

import re

from house import ROOT, finish, project_files

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
complaints, links, headings = [], 0, {}


def anchors_of(path):
    """The anchors that the headings of a Markdown file make."""
    if path not in headings:
        anchors = set()
        text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
        for title in re.findall(r"^#+ (.+)$", text, re.M):
            plain = re.sub(r"[^\w\- ]", "", title.lower())
            anchors.add(plain.strip().replace(" ", "-"))
        headings[path] = anchors
    return headings[path]


for path in project_files():
    if path.suffix != ".md":
        continue
    text = re.sub(r"^```.*?^```", "", (ROOT / path).read_text(encoding="utf-8"), flags=re.M | re.S)
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        links += 1
        file, _, anchor = target.partition("#")
        to = (ROOT / path.parent / file).resolve() if file else ROOT / path
        if not to.exists():
            complaints.append(f"{path}: leads nowhere: {target}")
        elif anchor and to.suffix == ".md" and anchor not in anchors_of(to):
            complaints.append(f"{path}: {file or 'the page'} has no heading #{anchor}")

finish(sorted(set(complaints)), f"{links} links lead somewhere")
