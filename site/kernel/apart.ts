/**
 * The worker in which a check runs a reader's function.
 *
 * @module
 */
import "./place.ts";
import { inspect } from "../../lib/cells/inspect.ts";
import { page } from "../../lib/host/page.ts";
import "../../lib/exercises/worker.ts";

page.inspect = (value) => inspect(value);
