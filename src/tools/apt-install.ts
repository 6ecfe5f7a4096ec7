import { existsSync } from 'node:fs';
import { runProgram } from './run-program.ts';

/** True where packages can be installed without asking anybody: root on a Debian. */
export const canAptInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs Debian packages, waiting up to ten minutes for another apt-get to end. What apt-get said when it could not, else undefined. */
export const aptInstall = async (packages: readonly string[]): Promise<string | undefined> => {
  const how = { env: { DEBIAN_FRONTEND: 'noninteractive' }, capture: true } as const;
  const lock = ['-o', 'DPkg::Lock::Timeout=600'];
  await runProgram('apt-get', [...lock, 'update', '-qq'], how);
  const { code, output } = await runProgram('apt-get', [...lock, 'install', '-y', '--no-install-recommends', ...packages], how);
  return code === 0 ? undefined : (output.split('\n').find((line) => line.startsWith('E:')) ?? `exit code ${code}`);
};
