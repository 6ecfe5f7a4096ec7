import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** How a program ended. `output` is what it wrote to both streams when it was captured, else empty. */
export interface Ending {
  readonly code: number;
  readonly output: string;
}

interface HowToRun {
  readonly env?: Readonly<Record<string, string>>;
  /** Keep the output instead of showing it. */
  readonly capture?: boolean;
}

/** Runs any program to its end from the project's folder; a program that cannot be started ends with code 127. */
export const runProgram = (program: string, args: readonly string[], how: HowToRun = {}): Promise<Ending> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ...how.env },
      stdio: how.capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    const keep = (part: Buffer): void => {
      output += part.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** Runs a JavaScript or TypeScript file of the project (also inside node_modules) with the project's own Node. */
export const runNode = (file: string, args: readonly string[] = [], how: HowToRun = {}): Promise<Ending> =>
  runProgram(process.execPath, [join(projectRoot, file), ...args], how);
