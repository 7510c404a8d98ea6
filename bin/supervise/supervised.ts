import { type Leashed, spawnLeashed } from "../start/leash";
import { BackOff } from "./back-off";

export type Program = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
};

/** A program that is restarted with back-off when it ends by itself, until it is stopped. */
export class Supervised {
  #child: Leashed | undefined;
  #stopping = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #backOff = new BackOff();
  /** Called with what the supervisor has to say, and with each line of the program. */
  readonly #say: (line: string) => void;

  constructor(
    readonly program: Program,
    say: (name: string, line: string) => void,
  ) {
    this.#say = (line) => say(program.name, line);
  }

  start() {
    const { command, args, cwd, env } = this.program;
    const begun = performance.now();
    const child = spawnLeashed(command, args, { cwd, env, signal: "TERM", onLine: this.#say });
    this.#child = child;
    void child.exited.then((status) => this.#onExit(status, performance.now() - begun));
  }

  #onExit(status: number, ranMs: number) {
    this.#child = undefined;
    if (this.#stopping) return;
    const wait = this.#backOff.next(ranMs);
    this.#say(`ended with status ${status}; starts again in ${wait / 1000} s`);
    this.#timer = setTimeout(() => this.start(), wait);
  }

  /** Asks the program to end and waits until it has. */
  async stop() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    child?.release();
    await child?.exited;
  }

  /** Ends the program at once. */
  kill() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    this.#child?.kill();
  }
}
