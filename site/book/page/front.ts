/**
 * Brings the front page to life.
 *
 * @module
 */
import "../../playground/page/main.ts";
import { keepOffline } from "../../offline/register.ts";
import { markFinished } from "./kept.ts";

markFinished();
keepOffline(new URL("..", import.meta.url), (change) => change());
