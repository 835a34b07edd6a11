"""Makes a student's own folder out of the shared project, then becomes the command that follows.

    student_folder.py COMMAND...

The student gets ~/glassnet: copies of the notebooks, which are the student's own; a data folder for what
a notebook writes; and links to everything else, which all share and nobody can change. Files that are
there already are not changed, so a student who comes back finds everything as it was. Nobody else can
look into the home, nor at what is made from now on.
"""

import os
import shutil
import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2]
LINKS = ["deno.json", "deno.lock", "lib", "node_modules"]


def main():
    os.umask(0o077)
    try:
        Path.home().chmod(0o700)
    except PermissionError:
        pass  # In a container it is another's, and nobody else is there.
    own = Path.home() / "glassnet"
    for folder in ("notebooks", "data"):
        (own / folder).mkdir(parents=True, exist_ok=True)
    for name in LINKS:
        link(SHARED / name, own / name)
    for file in (SHARED / "data").iterdir():
        # What a notebook has written is not part of the data.
        if file.suffix in (".csv", ".cache", ".md") and not file.name.startswith("submission"):
            link(file, own / "data" / file.name)
    for file in (SHARED / "notebooks").rglob("*.ipynb"):
        # Not the sources of the exercises, with the solutions, nor Jupyter's own checkpoints.
        if not {"source", ".ipynb_checkpoints"} & set(file.parts):
            copy(file, own / file.relative_to(SHARED))
    if len(sys.argv) > 1:
        os.execvp(sys.argv[1], sys.argv[1:])


def link(shared, own):
    if not os.path.lexists(own):
        own.symlink_to(shared)


def copy(shared, own):
    """Copies beside the place and renames, so that there is never half a notebook."""
    if os.path.lexists(own):
        return
    own.parent.mkdir(parents=True, exist_ok=True)
    beside = own.with_name(f"{own.name}.{os.getpid()}.tmp")
    shutil.copyfile(shared, beside)
    beside.rename(own)


if __name__ == "__main__":
    main()
