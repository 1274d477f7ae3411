"""The figure of growth in the guide is drawn from the data beside it."""

import subprocess
import sys
import xml.dom.minidom

from house import ROOT, finish

GUIDE = ROOT / "sim/docs/guide"
drawn = subprocess.run([sys.executable, str(ROOT / "analysis/report/growth_figure.py"),
                        str(GUIDE / "growth.json")], capture_output=True, text=True)
complaints = []
if drawn.returncode != 0:
    complaints.append(f"growth_figure.py fails: {drawn.stderr.strip()}")
elif drawn.stdout != (GUIDE / "growth.svg").read_text(encoding="utf-8"):
    complaints.append("sim/docs/guide/growth.svg is not what growth_figure.py draws from growth.json")
else:
    xml.dom.minidom.parseString(drawn.stdout)
finish(complaints, "the figure of growth is that of its data")
