"""The house at a glance: what stands at the top, and no file longer than a reader's patience."""

from house import ROOT, finish, project_files

TOP = {"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "CITATION.cff", "CHANGELOG.md",
       ".clang-format", ".clang-tidy", ".editorconfig", ".gitignore", ".gitattributes", ".npmrc",
       ".ci", ".github", "sim", "analysis", "scenarios", "tests"}
CODE = {".h", ".cpp", ".py", ".sh", ".cmake", ".ts", ".css"}
LONGEST = 400
LARGEST = 1_000_000   # bytes

complaints = []
files = project_files()
for entry in sorted({path.parts[0] for path in files} - TOP):
    complaints.append(f"{entry}: does not belong at the top; sim/README.md says where things go")
for path in files:
    content = (ROOT / path).read_bytes()
    lines = content.count(b"\n")
    if path.suffix in CODE and lines > LONGEST:
        complaints.append(f"{path}: {lines} lines; a file has at most {LONGEST}, and reads best "
                          "between 100 and 250")
    if len(content) > LARGEST:
        complaints.append(f"{path}: {len(content)} bytes; the largest file allowed has {LARGEST}")
    if path.suffix in CODE and b"\r" in content:
        complaints.append(f"{path}: has Windows line ends")

finish(complaints, f"{len(files)} files in {len(TOP)} places")
