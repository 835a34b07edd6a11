"""JupyterHub for one machine, as docs/for-schools.md describes it.

    jupyterhub -f project/tools/class/jupyterhub_config.py

Students log in with their accounts on this machine, and their programs run under these accounts: that
is what keeps students apart.
"""

import os
import pwd
import signal
import sys
from pathlib import Path

c = get_config()  # noqa: F821 (JupyterHub defines it)

here = Path(__file__).resolve().parent
project = here.parents[1]
workshop = project.parent
state = workshop / "hub"
state.mkdir(parents=True, exist_ok=True)
state.chmod(0o700)

# On loopback: the school's web server, which has the certificate, forwards https to this address.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.db_url = f"sqlite:///{state}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = str(state / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(state / "proxy.pid")
proxy = workshop / "proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy"
c.ConfigurableHTTPProxy.command = ["node", str(proxy)]

# Who may log in: the members of these groups of the machine. Teachers manage the hub.
c.JupyterHub.authenticator_class = "pam"
c.LocalAuthenticator.allowed_groups = {"students", "teachers"}
c.PAMAuthenticator.admin_groups = {"teachers"}

# A student's server: it makes ~/glassnet if that is missing, and opens the first notebook.
server = Path(sys.prefix) / "bin" / "jupyterhub-singleuser"
c.Spawner.cmd = [sys.executable, str(here / "student_folder.py"), str(server)]
c.Spawner.default_url = "/lab/tree/glassnet/notebooks/01-the-data.ipynb"
c.Spawner.environment = {
    "JUPYTER_CONFIG_PATH": str(project / "tools/jupyter"),
    # When many train at once, more threads for each are not faster.
    "GLASSNET_THREADS": "1",
    # Kernels that no other account can listen to; they reach no network.
    "GLASSNET_KERNELS_APART": "1",
}

# When a whole class logs in at once, the last server needs much longer than the default 30 seconds.
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 300

# A student's program may take this much. A training of notebook 08 needs half of the memory.
MEMORY = 2 * 1024**3
PROCESSES = 400  # of all programs of a student together, and each thread counts
LARGEST_FILE = 1024**3

if os.path.isdir("/run/systemd/system"):
    # systemd limits all programs of a student together, and ends all of them with the server.
    c.JupyterHub.spawner_class = "systemd"
    c.SystemdSpawner.mem_limit = MEMORY
    c.SystemdSpawner.cpu_limit = 2.0
    c.SystemdSpawner.isolate_tmp = True
    c.SystemdSpawner.isolate_devices = True
    c.SystemdSpawner.disable_user_sudo = True
    c.SystemdSpawner.unit_extra_properties = {
        "TasksMax": str(PROCESSES),
        "LimitFSIZE": str(LARGEST_FILE),
        "MemorySwapMax": "0",
    }
else:
    # Without systemd the system limits each program's memory by itself.
    limits = [f"--nproc={PROCESSES}", f"--data={MEMORY}", f"--fsize={LARGEST_FILE}", "--core=0"]
    c.Spawner.cmd = ["prlimit", *limits, *c.Spawner.cmd]


def end_what_is_left(spawner):
    """Ends what a student's account still runs when the server has ended."""
    number = user_number(spawner)
    if spawner.user.admin or number == os.getuid():
        return
    for _ in range(100):
        left = [int(pid) for pid in filter(str.isdigit, os.listdir("/proc")) if owner(pid) == number]
        if not left:
            return
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass  # It has ended in the meantime.


def user_number(spawner):
    if hasattr(spawner, "user_number"):  # In a rehearsal, students have no accounts.
        return spawner.user_number()
    return pwd.getpwnam(spawner.user.name).pw_uid


def owner(pid):
    try:
        return os.stat(f"/proc/{pid}").st_uid
    except FileNotFoundError:
        return None


c.Spawner.post_stop_hook = end_what_is_left

# A kernel ends after an hour without use, a server after two, which frees their memory for others. A
# student can change how the own server does it, so the hub looks, too, and ends each after twelve hours.
c.Spawner.args = [
    "--MappingKernelManager.cull_idle_timeout=3600",
    "--ServerApp.shutdown_no_activity_timeout=7200",
]
c.JupyterHub.load_roles = [{
    "name": "idle-culler",
    "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    "services": ["idle-culler"],
}]
c.JupyterHub.services = [{
    "name": "idle-culler",
    "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=7200", "--max-age=43200"],
}]
