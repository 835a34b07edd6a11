"""The school's settings for a rehearsal: `deno task class` starts JupyterHub with this file.

No accounts are needed. Any name can log in with the password of this run, and its home is a folder of
this run. If root starts the rehearsal, each student gets a user number of their own, as with real
accounts, but none are created.
"""

import os
import pwd
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner

c = get_config()  # noqa: F821 (JupyterHub defines it)
load_subconfig(os.environ["GLASSNET_CLASS_CONFIG"])  # noqa: F821

run = Path(os.environ["GLASSNET_CLASS_RUN"])
separate = os.environ["GLASSNET_CLASS_SEPARATE"] == "1"
FIRST_USER = 50_000


class RehearsalSpawner(SimpleLocalProcessSpawner):
    """A student is a folder and, under root, a user number that no account has."""

    def user_number(self):
        number = FIRST_USER + int(self.user.name.rsplit("-", 1)[1])
        if any(account.pw_uid == number for account in pwd.getpwall()):
            raise RuntimeError(f"User number {number} belongs to somebody on this machine.")
        return number

    async def start(self):
        os.makedirs(self.home_dir, 0o700, exist_ok=True)
        if separate:
            os.chown(self.home_dir, self.user_number(), self.user_number())
        return await super().start()

    def make_preexec_fn(self, name):
        home, number = self.home_dir, self.user_number() if separate else None

        def become_the_student():
            if separate:
                os.setgroups([])
                os.setgid(number)
                os.setuid(number)
            os.chdir(home)

        return become_the_student


c.JupyterHub.bind_url = os.environ["GLASSNET_CLASS_URL"]
c.JupyterHub.hub_bind_url = os.environ["GLASSNET_CLASS_HUB_URL"]
c.ConfigurableHTTPProxy.api_url = os.environ["GLASSNET_CLASS_PROXY_API"]
c.ConfigurableHTTPProxy.pid_file = str(run / "hub" / "proxy.pid")
c.JupyterHub.db_url = f"sqlite:///{run}/hub/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = str(run / "hub" / "cookie_secret")

c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["GLASSNET_CLASS_PASSWORD"]
c.Authenticator.allow_all = True

c.JupyterHub.spawner_class = RehearsalSpawner
c.SimpleLocalProcessSpawner.home_dir_template = str(run / "homes" / "{username}")
if os.getuid() == 0 and not separate:
    # By default Jupyter refuses to run as root, and here all students are root.
    c.Spawner.args.append("--allow-root")
# By this mark everything that a student has started is found again at the end.
c.Spawner.environment["GLASSNET_CLASS_RUN"] = str(run)
if "GLASSNET_THREADS" in os.environ:
    c.Spawner.environment["GLASSNET_THREADS"] = os.environ["GLASSNET_THREADS"]
