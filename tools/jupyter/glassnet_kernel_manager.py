"""Jupyter Server's kernel manager, for a kernel that falls silent when others would go on.

Deno's kernel stops listening after two answers to a closed connection, and after one message that is
not signed with its key. It prints "Shell error" and runs on with a heartbeat, but answers no cell. Here
no connection is closed too early. If a kernel falls silent all the same, it is killed: Jupyter then
restarts it, and JupyterLab tells its user. A syntax error is said once: see said_once.py. What takes a
character from a shape is warned of: see shape_warning.py.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from pathlib import Path

from jupyter_core.paths import jupyter_runtime_dir
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from patient_stream import PatientStream
from said_once import frames_said_once
from shape_warning import warning_frames


def folder_for_sockets():
    """A new folder that only its owner can enter, with a short path: a socket's has 107 bytes."""
    runtime = jupyter_runtime_dir()
    os.makedirs(runtime, 0o700, exist_ok=True)
    is_short = len(os.fsencode(runtime)) < 85
    return tempfile.mkdtemp(prefix="k-", dir=runtime if is_short else None)


class GlassnetKernelManager(ServerKernelManager):
    """Starts, restarts and ends one kernel, and connects pages to it."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.streams = []
        self.log_of_kernel = None
        self.ending = False
        self.sockets = None
        if os.environ.get("GLASSNET_KERNELS_APART"):
            self.sockets = folder_for_sockets()
            self.transport, self.ip = "ipc", f"{self.sockets}/k"

    def format_kernel_cmd(self, *args, **options):
        command = super().format_kernel_cmd(*args, **options)
        if not self.sockets:
            return command
        return [sys.executable, str(Path(__file__).with_name("kernel_apart.py")), *command]

    def connect_shell(self, identity=None):
        return self.patient(super().connect_shell(identity))

    def connect_control(self, identity=None):
        return self.patient(super().connect_control(identity))

    def connect_iopub(self, identity=None):
        stream = super().connect_iopub(identity)
        on_recv = stream.on_recv

        def listen(callback, copy=True):
            def hear(frames):
                callback(frames_said_once(self.session, frames))
                warning = self.kernel_name == "glassnet" and warning_frames(self.session, frames)
                if warning:
                    callback(warning)

            on_recv(callback and hear, copy)

        stream.on_recv = listen
        return stream

    def patient(self, stream):
        self.streams = [one for one in self.streams if not one.stream.closed()]
        self.streams.append(PatientStream(stream))
        return self.streams[-1]

    async def start_kernel(self, *args, **options):
        if sys.platform != "win32":  # Its event loop cannot listen to a pipe.
            self.log_of_kernel = KernelLog(self.end_silent_kernel)
            options["stderr"] = self.log_of_kernel.end_for_kernel
        return await super().start_kernel(*args, **options)

    async def restart_kernel(self, *args, **options):
        self.expect_end()
        await super().restart_kernel(*args, **options)
        self.ending = False

    async def shutdown_kernel(self, now=False, restart=False):
        self.expect_end()
        await super().shutdown_kernel(now, restart)
        if self.log_of_kernel:
            self.log_of_kernel.close()
            self.log_of_kernel = None
        if self.sockets and not restart:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def expect_end(self):
        """The kernel is ending: what it has not answered by now, it never will."""
        self.ending = True
        for stream in self.streams:
            stream.give_up()

    async def end_silent_kernel(self):
        if self.ending or not self.has_kernel:
            return
        self.log.error("The kernel %s has stopped listening: it is restarted.", self.kernel_id)
        await self.provisioner.kill()  # Within seconds, the restarter sees that it has ended.


class KernelLog:
    """Prints what the kernel prints to the server's log, and calls back if it has fallen silent."""

    def __init__(self, on_silence):
        self.on_silence = on_silence
        self.own_end, self.end_for_kernel = os.pipe()
        self.line = b""
        self.loop = asyncio.get_running_loop()
        self.loop.add_reader(self.own_end, self.read)

    def read(self):
        *lines, self.line = (self.line + os.read(self.own_end, 65536)).split(b"\n")
        for line in lines:
            print(line.decode(errors="replace"), file=sys.stderr, flush=True)
            if line.startswith(b"Shell error: "):
                self.loop.create_task(self.on_silence())

    def close(self):
        self.loop.remove_reader(self.own_end)
        os.close(self.own_end)
        os.close(self.end_for_kernel)
