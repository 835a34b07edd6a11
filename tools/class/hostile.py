"""One student who attacks the others, the teacher and the machine, with all that a cell may do.

Every attack is a line of the shell that a cell runs. It is held off if it prints what is expected. One
more listens to a neighbor's kernel, from a terminal.
"""

import asyncio
import json
import os
import shlex
import sys

CELL = """
const { stdout } = await new Deno.Command("bash", { args: ["-c", LINE], stderr: "null" }).output();
new TextDecoder().decode(stdout).trim()
"""

FORKS = """
import os, signal, time
started = []
try:
    for _ in range(600):
        started.append(os.fork())
        if started[-1] == 0:
            time.sleep(60)
            os._exit(0)
except OSError:
    print("held off")
for pid in started:
    os.kill(pid, signal.SIGKILL)
"""

# Connects to every port of an account as a subscriber of ZeroMQ, and says whether a word comes in.
LISTEN = r"""
import select, socket, sys, time
account, word = sys.argv[1], sys.argv[2].encode()
peers = []
for line in open("/proc/net/tcp").readlines()[1:]:
    _, local, _, state, *_, = fields = line.split()
    if state == "0A" and fields[7] == account:
        address, port = local.split(":")
        host = socket.inet_ntoa(bytes.fromhex(address)[::-1])
        peers.append(socket.create_connection((host, int(port, 16)), 5))
for peer in peers:
    peer.sendall(b"\xff" + bytes(8) + b"\x7f\3\0NULL" + bytes(48))
time.sleep(0.5)
ready = b"\5READY\x0bSocket-Type\0\0\0\3SUB"
for peer in peers:
    peer.sendall(b"\4" + bytes([len(ready)]) + ready + b"\0\1\1")
heard = {peer: b"" for peer in peers}
until = time.monotonic() + 8
while time.monotonic() < until:
    for peer in select.select(list(heard), [], [], 1)[0]:
        data = peer.recv(65536)
        heard[peer] += data
        if not data:
            del heard[peer]
print(sum(word in text for text in heard.values()), "of", len(peers))
"""

# The programs of all other accounts.
OTHERS = 'for p in /proc/[0-9]*; do [ "$(stat -c %u $p)" = "$(id -u)" ] || echo ${p#/proc/}; done'


def attacks(room, project, run, neighbor):
    """What is tried, as (what, line, expected)."""
    room, project, run = map(shlex.quote, (room, project, run))
    home = f"{run}/homes/{neighbor}"
    bought = f"-path {room}/project/node_modules -o -path {room}/venv -o -path {room}/proxy -o -path {room}/deno"
    secret = "-path '*exercises/source*' -o -path '*/docs/*' -o -path '*/tests/*'"
    secret += " -o -path '*/tools/grade*' -o -name .git"
    programs = f"{room}/venv/bin"
    fill = "const all = []; for (let i = 0; i < 80; i++) all.push(new Uint8Array(1e8).fill(1))"
    return [
        (
            "read the solutions",
            f"find {room} {project} \\( {bought} \\) -prune -o \\( {secret} \\) -print",
            "",
        ),
        ("read a neighbor's notebooks", f"ls -A {home}; cat {home}/glassnet/notebooks/*", ""),
        (
            "read the hub's secrets",
            # In a rehearsal, the real hub's folder is empty.
            f"cat {run}/hub/* {room}/hub/* {room}/jupyterhub.log; "
            f"ls -d {run}/hub/. {room}/hub/.",
            "",
        ),
        (
            "read what others' programs are given",
            f"{OTHERS} | while read p; do cat /proc/$p/environ; done",
            "",
        ),
        ("end others' programs", f"{OTHERS} | while read p; do kill -0 $p && echo $p; done", ""),
        (
            "change what is shared",
            f'find {room} -path "$HOME" -prune -o -writable -not -type l -print',
            "",
        ),
        ("start programs without end", f"{programs}/python -c {shlex.quote(FORKS)}", "held off"),
        (
            "take all memory",
            f"{programs}/python -c 'len(bytes(8 << 30))' || echo held off",
            "held off",
        ),
        ("take all memory in Deno", f"{programs}/deno eval '{fill}' || echo held off", "held off"),
        (
            "fill the disk with one file",
            "head -c 3G /dev/zero > ~/large || echo held off; rm -f ~/large",
            "held off",
        ),
        (
            "take away the limits",
            # Of programs, no account may have unlimited ones.
            "for which in 'u 1000' 'd unlimited' 'f unlimited'; do ulimit -$which && echo $which; done",
            "",
        ),
        (
            "leave a program behind",
            "setsid nohup sleep 3000 > ~/nohup.out < /dev/null & echo left one",
            "left one",  # The hub ends it later: see left_of().
        ),
    ]


def number_of(student):
    """The user number of a student in the rehearsal."""
    return 50_000 + int(student.name.rsplit("-", 1)[1])


async def listen(student, neighbor):
    """Listens to all that the neighbor's programs send, while the neighbor works."""
    number = number_of(student)
    program = await asyncio.create_subprocess_exec(
        *("setpriv", f"--reuid={number}", f"--regid={number}", "--clear-groups"),
        *(sys.executable, "-c", LISTEN, str(number_of(neighbor)), neighbor.mark),
        stdout=asyncio.subprocess.PIPE,
    )
    said = (await program.communicate())[0].decode().strip()
    if not said.startswith("0 of "):
        student.problems.append(f"could listen to {neighbor.name}: on {said or 'nothing'} ports")


async def attack(student, room, project, run, neighbor):
    """Tries everything, and notes what came of it."""
    if neighbor is not student:
        await listen(student, neighbor)
    for what, line, expected in attacks(room, project, run, neighbor.name):
        said = (await student.text_of(CELL.replace("LINE", json.dumps(line)))).strip("\"'`")
        if said != expected:
            student.problems.append(f"could {what}: {said[:300]}")


def left_of(number):
    """The programs that run under a user number."""
    left = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.stat(f"/proc/{pid}").st_uid == number:
                with open(f"/proc/{pid}/cmdline", encoding="utf-8") as file:
                    left.append(file.read().replace("\0", " ").strip())
        except OSError:
            continue  # It has ended in the meantime.
    return left
