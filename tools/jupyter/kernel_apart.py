"""Runs a kernel where no other account can listen to it.

    kernel_apart.py COMMAND... CONNECTION_FILE

Deno's kernel listens on ports of this machine only, and sends what the cells print to everyone who
connects. So it gets a network of its own, in which there is nothing else, and this program passes on
what comes in by the sockets in the connection file, which lie in a folder of their owner. A kernel then
reaches no network at all.
"""

import asyncio
import ctypes
import fcntl
import json
import os
import signal
import socket
import struct
import sys
from pathlib import Path

CHANNELS = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
PR_SET_PDEATHSIG = 1

libc = ctypes.CDLL(None, use_errno=True)


def enter_own_network():
    """Leaves the machine's network. An account may do that without any right, on most systems."""
    user, group = os.getuid(), os.getgid()
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    with socket.socket() as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        _, flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, request))
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


def free_ports():
    """A port for each channel."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in CHANNELS]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def start(command):
    """Starts the kernel, which does not outlive this program."""
    pid = os.fork()
    if pid:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # The stop button is meant for the kernel.
        return pid
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    os.execvp(command[0], command)


async def pass_on(path, port):
    """Connects everyone who comes to a socket with the kernel's port."""

    async def pump(reader, writer):
        try:
            while data := await reader.read(2**16):
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()

    async def connect(reader, writer):
        while True:
            try:
                inside = await asyncio.open_connection("127.0.0.1", port)
                break
            except ConnectionRefusedError:
                await asyncio.sleep(0.05)  # The kernel is not listening yet.
        await asyncio.gather(pump(reader, inside[1]), pump(inside[0], writer))

    Path(path).unlink(missing_ok=True)
    await asyncio.start_unix_server(connect, path)


async def main(command, connection_file):
    connection = json.loads(Path(connection_file).read_text(encoding="utf-8"))
    try:
        enter_own_network()
    except OSError as error:
        print(f"The kernel has no network of its own, and others can listen: {error}", file=sys.stderr)
    inside = dict(zip(CHANNELS, free_ports()))
    path = Path(connection_file).with_suffix(".inside.json")
    path.touch(mode=0o600)
    path.write_text(json.dumps(connection | inside | {"transport": "tcp", "ip": "127.0.0.1"}))
    for channel, port in inside.items():
        await pass_on(f"{connection['ip']}-{connection[channel]}", port)
    kernel = start([*command, str(path)])
    _, status = await asyncio.to_thread(os.waitpid, kernel, 0)
    path.unlink(missing_ok=True)
    os._exit(os.waitstatus_to_exitcode(status) & 255)


if __name__ == "__main__":
    os.umask(0o077)
    asyncio.run(main(sys.argv[1:-1], sys.argv[-1]))
