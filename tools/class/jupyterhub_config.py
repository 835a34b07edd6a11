"""JupyterHub for one machine, as docs/for-schools.md describes it.

    jupyterhub -f jupyterhub_config.py

Students log in with their accounts on this machine, and their programs run under these accounts: that
is what keeps students apart.
"""

import sys
from pathlib import Path

c = get_config()  # noqa: F821 (JupyterHub defines it)

here = Path(__file__).resolve().parent
project = here.parents[1]
workshop = project / ".glassnet" / "class"
state = workshop / "hub"
state.mkdir(mode=0o700, parents=True, exist_ok=True)

# On loopback: the school's web server, which has the certificate, forwards https to this address.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.db_url = f"sqlite:///{state}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = str(state / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(state / "proxy.pid")
proxy = workshop / "proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy"
c.ConfigurableHTTPProxy.command = ["node", str(proxy)]

# Who may log in: the members of these groups of the machine.
c.JupyterHub.authenticator_class = "pam"
c.LocalAuthenticator.allowed_groups = {"students"}
c.LocalAuthenticator.admin_groups = {"teachers"}

# A student's server: it makes ~/glassnet if that is missing, and opens the first notebook.
server = Path(sys.prefix) / "bin" / "jupyterhub-singleuser"
c.Spawner.cmd = [sys.executable, str(here / "student_folder.py"), str(server)]
c.Spawner.default_url = "/lab/tree/glassnet/notebooks/01-the-data.ipynb"
c.Spawner.environment = {
    "JUPYTER_CONFIG_PATH": str(project / "tools/jupyter"),
    # When many train at once, more threads for each are not faster.
    "GLASSNET_THREADS": "1",
}

# When a whole class logs in at once, the last server needs much longer than the default 30 seconds.
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 300

# A kernel ends after an hour without use, a server after two, which frees their memory for others.
c.Spawner.args = [
    "--MappingKernelManager.cull_idle_timeout=3600",
    "--ServerApp.shutdown_no_activity_timeout=7200",
]
