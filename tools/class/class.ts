/**
 * `deno task class`: rehearses a class on this machine. It starts JupyterHub with the settings that a
 * school would use, lets students work through notebook 05 all at the same time, reports how long
 * everything took and how much memory it held, and leaves nothing behind.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { asStudent } from "./as_student.ts";
import { Classroom, prepareClassroom, settings } from "./environment.ts";
import { endProgramsOf, freePorts } from "./run.ts";
import { readArguments } from "../shared/arguments.ts";
import { notebooks, project, workshop } from "../shared/project.ts";
import { atTheEnd, run, start } from "../shared/processes.ts";
import { Advice, runTask, say } from "../shared/task.ts";

async function rehearse(args: string[]): Promise<number> {
  const { values: { students = "1,10", cells, prepare, folder: named } } = readArguments(args, {
    task: "class",
    does: "Rehearses a class at JupyterHub on this machine.",
    options: {
      students: { text: "1,10", help: "how many at once, one lesson after the other" },
      cells: { number: "N", least: 4, help: "run only the first N cells of notebook 05" },
      prepare: { help: "only install what a class needs, for a real one" },
      folder: {
        text: "/srv/glassnet",
        help: "where that is installed; if you are not root, the default is .glassnet/class",
      },
    },
  });
  if (!/^[1-9]\d?(,[1-9]\d?)*$/.test(students)) {
    throw new Advice(
      `--students expects numbers below 100, such as 1,10,30, but got "${students}".`,
    );
  }
  const isRoot = Deno.uid() === 0;
  const room = new Classroom(
    named ? resolve(named) : isRoot ? "/srv/glassnet" : join(workshop, "class"),
  );
  if (isRoot && await asStudent("cat", [join(project, "deno.json")])) {
    throw new Advice(
      `Every account can read ${project}, in which the solutions are: close it with ` +
        `\`chmod 700 ${project}\` and start again. Students get a folder without them.`,
    );
  }
  await prepareClassroom(room);
  if (prepare) {
    say(`Ready. docs/for-schools.md says how to go on; JupyterHub is in ${room.folder}/venv/bin.`);
    return 0;
  }

  const folder = join(room.folder, `run-${Deno.pid}`);
  atTheEnd(async () => {
    await endProgramsOf(folder, room.python);
    await Deno.remove(folder, { recursive: true });
  });
  await Deno.mkdir(join(folder, "hub"), { recursive: true, mode: 0o700 });
  await Deno.mkdir(join(folder, "homes"));
  // Others may pass through on the way to their own home, but may not look around.
  for (const path of [folder, join(folder, "homes")]) await Deno.chmod(path, 0o711);

  const separate = isRoot && await asStudent(room.python, ["-c", "import jupyterhub"]) &&
    await asStudent(room.deno, ["eval", 'await import("glassnet")'], {
      cwd: room.project,
      env: { DENO_DIR: room.packages },
    });
  say(
    separate
      ? "Each student gets a user number of their own."
      : "All students run as you, so this does not test that they can't write to what they share: that " +
        "needs root, and a Python and a project that other accounts can reach.",
  );
  const [front, hub, api] = freePorts(3);
  const url = `http://127.0.0.1:${front}`;
  const env = {
    GLASSNET_CLASS_RUN: folder,
    GLASSNET_CLASS_CONFIG: join(room.project, "tools", "class", "jupyterhub_config.py"),
    GLASSNET_CLASS_SEPARATE: separate ? "1" : "0",
    GLASSNET_CLASS_URL: url,
    GLASSNET_CLASS_HUB_URL: `http://127.0.0.1:${hub}`,
    GLASSNET_CLASS_PROXY_API: `http://127.0.0.1:${api}`,
    GLASSNET_CLASS_PASSWORD: crypto.randomUUID(),
    CONFIGPROXY_AUTH_TOKEN: crypto.randomUUID(),
  };
  await startHub(room, url, folder, env);

  say("The students arrive");
  return await run(room.python, [
    join(settings, "students.py"),
    `--url=${url}`,
    `--room=${room.folder}`,
    `--run=${folder}`,
    `--students=${students}`,
    ...(separate ? ["--separate"] : []),
    ...(cells ? [`--cells=${cells}`] : []),
    join(notebooks, "05-training.ipynb"),
  ], { env: { GLASSNET_CLASS_PASSWORD: env.GLASSNET_CLASS_PASSWORD } });
}

/** Starts JupyterHub and waits until its login page answers. */
async function startHub(
  room: Classroom,
  url: string,
  folder: string,
  env: Record<string, string>,
): Promise<void> {
  const logFile = join(room.folder, "jupyterhub.log");
  const log = await Deno.open(logFile, { write: true, create: true, truncate: true, mode: 0o600 });
  const hub = start(
    room.python,
    ["-m", "jupyterhub", "-f", join(settings, "rehearsal_config.py")],
    {
      cwd: join(folder, "hub"),
      env,
      stdout: "piped",
      stderr: "piped",
    },
  );
  let ended = false;
  const logged = [hub.stdout, hub.stderr].map(async (stream) => {
    for await (const chunk of stream) await log.write(chunk);
  });
  Promise.all([hub.status, ...logged]).finally(() => {
    ended = true;
    log.close();
  });
  while (!ended) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answer = await fetch(`${url}/hub/login`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
  }
  throw new Advice(`JupyterHub ended at once: read ${logFile} and fix what it says.`);
}

if (import.meta.main) await runTask(() => rehearse(Deno.args));
