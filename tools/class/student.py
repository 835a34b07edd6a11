"""One student at JupyterHub, over the same HTTP and WebSocket addresses that a browser uses."""

import asyncio
import json
import re
import secrets
import time
import uuid
from datetime import datetime, timezone

import aiohttp
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete
from nbformat import v4

# How long anything may take before it counts as lost. Thirty trainings at once take minutes.
PATIENCE = 3600
# How long a kernel may take to answer for the first time before its student restarts it.
FIRST_WORD = 300
FOLDER = "glassnet/notebooks"
OUTPUTS = {"stream", "display_data", "update_display_data", "execute_result", "error"}
MARK = re.compile(r"mark-of-student-\d+-[0-9a-f]+")


class Student:
    """Logs in, opens a notebook, runs cells, and notes every problem."""

    def __init__(self, number, url):
        self.name = f"student-{number:02}"
        self.url = url
        self.home = f"{url}/user/{self.name}"
        self.mark = f"mark-of-{self.name}-{secrets.token_hex(8)}"
        self.problems = []
        self.restarts = 0  # because the kernel did not answer
        self.sent, self.replies = set(), asyncio.Queue()
        self.session = uuid.uuid4().hex
        # By default, cookies of an IP address such as 127.0.0.1 are dropped.
        self.http = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            timeout=aiohttp.ClientTimeout(total=PATIENCE),
            raise_for_status=True,
        )
        self.socket = self.reader = None

    async def log_in(self, password):
        """Logs in and waits, as on the page with the progress bar, until the server is up."""
        page = f"{self.url}/hub/login"
        await self.get(page)
        form = {"username": self.name, "password": password, "_xsrf": self.xsrf(page)}
        async with self.http.post(page, data=form) as answer:
            await answer.read()
        events = f"{self.url}/hub/api/users/{self.name}/server/progress"
        async with self.http.get(events, params={"_xsrf": self.xsrf(events)}) as stream:
            async for line in stream.content:
                event = json.loads(line[5:]) if line.startswith(b"data:") else {}
                if event.get("failed"):
                    raise RuntimeError(f"the server did not start: {event['message']}")
                if event.get("ready"):
                    break
        await self.get(f"{self.home}/lab")

    async def open(self, name):
        """Opens a notebook with a kernel of its own; returns the notebook."""
        path = f"{FOLDER}/{name}"
        model = json.loads(await self.get(f"{self.home}/api/contents/{path}"))
        self.path = path
        wish = {"path": path, "name": name, "type": "notebook", "kernel": {"name": "glassnet"}}
        self.kernel = (await self.send("POST", "sessions", wish))["kernel"]["id"]
        try:
            await asyncio.wait_for(self.connect(), FIRST_WORD)
        except TimeoutError:
            self.restarts += 1
            await self.restart()
        return model["content"]

    async def connect(self):
        """Opens the kernel's WebSocket and reads it from now on, in the background."""
        await self.disconnect()
        self.socket = await self.http.ws_connect(
            f"{self.home}/api/kernels/{self.kernel}/channels?session_id={self.session}",
            max_msg_size=0,
        )
        self.reader = asyncio.create_task(self.read())
        await self.reply_to("kernel_info_request", {})

    async def disconnect(self):
        if self.socket:
            await self.socket.close()
            await self.reader
            self.socket = None

    async def read(self):
        """Takes every message, and checks that it is this student's."""
        async for frame in self.socket:
            others = set(MARK.findall(frame.data)) - {self.mark}
            if others:
                self.problems.append(f"saw {', '.join(sorted(others))}")
            message = json.loads(frame.data)
            if message["parent_header"].get("msg_id") in self.sent:
                self.replies.put_nowait(message)
            elif message["msg_type"] in OUTPUTS:
                self.problems.append(f"got a {message['msg_type']} of a cell that it has not run")

    async def reply_to(self, kind, content, listen=lambda message: None):
        """Asks the kernel, passes on all its messages, and returns the reply when it is idle again."""
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": self.session}
        header |= {"username": self.name, "version": "5.3"}
        header["date"] = datetime.now(timezone.utc).isoformat()
        question = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        self.sent.add(header["msg_id"])
        await self.socket.send_json({**question, "channel": "shell", "buffers": []})
        reply, idle = None, False
        while not (reply and idle):
            message = await asyncio.wait_for(self.replies.get(), PATIENCE)
            if message["parent_header"]["msg_id"] != header["msg_id"]:
                continue  # A late message of an earlier cell.
            if message["msg_type"] == kind.replace("request", "reply"):
                reply = message
            elif message["channel"] == "iopub":
                idle = idle or message["content"].get("execution_state") == "idle"
                listen(message)
        return reply

    async def execute(self, source, listen=lambda message: None):
        """Runs a cell; returns its outputs, combined as in a browser, and its seconds."""
        cell = v4.new_code_cell(source)
        client = NotebookClient(v4.new_notebook(cells=[cell]), record_timing=False)
        client.reset_execution_trackers()
        client.clear_before_next_output = False

        def take(message):
            try:
                client.process_message(message, cell, 0)
            except CellExecutionComplete:
                pass
            listen(message)

        started = time.monotonic()
        content = {"code": source, "silent": False, "store_history": True, "user_expressions": {}}
        await self.reply_to("execute_request", content | {"allow_stdin": False}, take)
        return cell.outputs, time.monotonic() - started

    async def text_of(self, source):
        """What a cell returns or raises, as text."""
        outputs, _ = await self.execute(source)
        last = outputs[-1] if outputs else {}
        return last.get("evalue") or last.get("data", {}).get("text/plain", "")

    async def save(self, notebook):
        """Saves the notebook, and checks that the saved one is the same."""
        model = {"type": "notebook", "format": "json", "content": notebook}
        await self.send("PUT", f"contents/{self.path}", model)
        there = json.loads(await self.get(f"{self.home}/api/contents/{self.path}"))["content"]
        for cell in there["cells"]:
            cell["metadata"].pop("trusted", None)
        if there["cells"] != notebook["cells"]:
            self.problems.append("the saved notebook is a different one")

    async def interrupt(self):
        await self.send("POST", f"kernels/{self.kernel}/interrupt")

    async def restart(self):
        """Restarts the kernel, again if it does not answer, as a person would, and counts that."""
        for _ in range(3):
            await self.send("POST", f"kernels/{self.kernel}/restart")
            try:
                return await asyncio.wait_for(self.connect(), FIRST_WORD)
            except TimeoutError:
                self.restarts += 1
        raise RuntimeError("the kernel did not answer after three restarts")

    async def may_enter(self, other):
        """Whether this student can reach another one's server."""
        address = f"{self.url}/user/{other.name}/api/contents"
        async with self.http.get(address, raise_for_status=False) as answer:
            return answer.status < 400

    async def leave(self):
        """Closes everything and has the hub stop this student's server."""
        try:
            await self.disconnect()
            address = f"{self.url}/hub/api/users/{self.name}/server"
            async with self.http.delete(address, params={"_xsrf": self.xsrf(address)}) as answer:
                await answer.read()
        finally:
            await self.http.close()

    async def get(self, address):
        async with self.http.get(address) as answer:
            return await answer.text()

    async def send(self, method, path, body=None):
        address = f"{self.home}/api/{path}"
        headers = {"X-XSRFToken": self.xsrf(address)}
        async with self.http.request(method, address, json=body, headers=headers) as answer:
            return await answer.json() if answer.status != 204 else None

    def xsrf(self, address):
        """The token of a page that must be sent with every change."""
        cookies = self.http.cookie_jar.filter_cookies(aiohttp.client.URL(address))
        return cookies["_xsrf"].value
