/**
 * Finds a Python, makes virtual environments with it, and installs pinned packages there.
 *
 * @module
 */
import { join } from "node:path";
import { type Answer, ask } from "./processes.ts";
import { onWindows } from "./project.ts";
import { Advice } from "./task.ts";

/** A Python that was found: how to call it, and its version. */
export interface Python {
  command: string;
  args: string[];
  version: string;
}

const oldest = [3, 11];

/** The first usable Python under its usual names; `GLASSNET_PYTHON` names another one. */
export async function findPython(): Promise<Python> {
  const own = Deno.env.get("GLASSNET_PYTHON");
  const names = own
    ? [[own]]
    : [["python3"], ["python"], ["py", "-3"], ["python3.13"], ["python3.12"], ["python3.11"]];
  let tooOld: Python | undefined;
  for (const [command = "", ...args] of names) {
    const question = "import sys; print('Python', *sys.version_info[:3])";
    const { ok, text } = await ask(command, [...args, "-c", question]);
    const [, major, minor, patch] = /^Python (\d+) (\d+) (\d+)/.exec(text) ?? [];
    if (!ok || major === undefined) continue;
    const python = { command, args, version: `${major}.${minor}.${patch}` };
    if (newEnough(Number(major), Number(minor))) return python;
    tooOld ??= python;
  }
  const wanted = `Python ${oldest.join(".")} or newer`;
  throw new Advice(
    tooOld
      ? `JupyterLab needs ${wanted}, but \`${tooOld.command}\` is ${tooOld.version}: install a newer ` +
        "one beside it (python.org, or your package manager) and start again."
      : own
      ? `GLASSNET_PYTHON names ${own}, which is not a Python that runs: correct it and start again.`
      : `JupyterLab needs ${wanted}, and there is none here: install it (python.org, or ` +
        "`apt install python3 python3-venv`, or `brew install python`) and start again.",
  );
}

function newEnough(major: number, minor: number): boolean {
  return major > oldest[0]! || (major === oldest[0]! && minor >= oldest[1]!);
}

/** The Python of a virtual environment. */
export function pythonIn(venv: string): string {
  return onWindows ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
}

/**
 * Makes a virtual environment, empty even if there is one already, and returns its Python.
 *
 * @throws {Advice} if that fails
 */
export async function makeVenv(venv: string): Promise<string> {
  const { command, args } = await findPython();
  const { ok, text } = await ask(command, [...args, "-m", "venv", "--clear", venv]);
  if (ok) return pythonIn(venv);
  throw new Advice(`Python could not make ${venv}: fix this and start again: ${text}`);
}

/** The arguments with which pip installs a list: only files that have one of the hashes there. */
export function pipInstall(list: string, ...more: string[]): string[] {
  return [
    ...["-m", "pip", "install", "--require-hashes", "--no-input", "--progress-bar", "off"],
    ...[...more, "-r", list],
  ];
}

/** Installs what a list pins into the environment of this Python. */
export async function install(python: string, list: string, ...more: string[]): Promise<Answer> {
  return await ask(python, pipInstall(list, ...more));
}
