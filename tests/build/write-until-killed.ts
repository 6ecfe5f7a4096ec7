import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Kills a process that writes without end after it has acknowledged so many; gives what it had. */
export const writeUntilKilled = async (
  name: 'sqlite' | 'postgres' | 'folder',
  place: string,
  enough: number,
): Promise<readonly string[]> => {
  const child = spawn(process.execPath, ['tests/server/storage/write-until-killed.ts', name, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const part of child.stdout) {
    output += String(part);
    if (output.split('\n').length > enough) break;
  }
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  // The last line may be cut by the kill.
  return output.split('\n').slice(0, -1);
};
