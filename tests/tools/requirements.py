"""Prints what is wrong with requirements.txt beside requirements.in, a line each; nothing if all is right.

    requirements.py FOLDER

It works without a network: it reads what each package needs from the packages that are installed for
this Python.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def main(folder):
    asked = [
        Requirement(line)
        for line in (folder / "requirements.in").read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    locked, problems = read_lock((folder / "requirements.txt").read_text("utf-8"))
    here = {name: pin for name, pin in locked.items() if applies(pin)}
    needed, more = walk(asked, here)
    problems += more
    problems += [f"{name} is needed by nothing" for name in sorted(here.keys() - needed)]
    print("\n".join(problems), end="")


def read_lock(text):
    """The pins by name, and what is wrong with the form of their lines."""
    locked, problems = {}, []
    text = re.sub(r"\\\n\s*", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.M))
    for line in filter(str.strip, text.splitlines()):
        entry, *hashes = re.split(r"\s+--hash=", line)
        try:
            pin = Requirement(entry.strip())
        except ValueError:
            problems.append(f"not a package: {line[:60]}")
            continue
        if not re.fullmatch(r"==[\w.]+", str(pin.specifier)):
            problems.append(f"{pin.name} has no version of its own")
        if not hashes or not all(re.fullmatch("sha256:[0-9a-f]{64}", h.strip()) for h in hashes):
            problems.append(f"{pin.name} has no hashes, or wrong ones")
        locked[canonicalize_name(pin.name)] = pin
    return locked, problems


def walk(asked, locked):
    """Everything that is needed on this machine, and what of it the lock lacks."""
    needed, problems = set(), []
    waiting = [(requirement, "requirements.in", "") for requirement in asked]
    seen = set()
    while waiting:
        requirement, by, extra = waiting.pop()
        if not applies(requirement, extra):
            continue
        name = canonicalize_name(requirement.name)
        needed.add(name)
        if name not in locked:
            problems.append(f"{name} is missing, which {by} needs")
            continue
        version = str(locked[name].specifier).removeprefix("==")
        if not requirement.specifier.contains(version, prereleases=True):
            problems.append(f"{name} is {version}, but {by} needs {requirement.specifier}")
        for wanted in ("", *requirement.extras):
            if (name, wanted) in seen:
                continue
            seen.add((name, wanted))
            try:
                requires = distribution(name).requires or []
            except PackageNotFoundError:
                problems.append(f"{name} is not installed")
                break
            waiting += [(Requirement(line), name, wanted) for line in requires]
    return needed, problems


def applies(requirement, extra=""):
    """Whether a requirement is one on this machine, and for this extra."""
    marker = requirement.marker
    return marker is None or marker.evaluate({**default_environment(), "extra": extra})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
