// Runs before every npm script, on whatever Node npm itself runs with (20 or newer), before anything is installed:
// only node: builtins here, plain JavaScript, and nothing on stdout (`npm run -s cli -- … --json` owns it).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.pepites-setup');
const lockFile = join(root, 'package-lock.json');
const nodeMajor = 24;

const say = (line) => process.stderr.write(`${line}\n`);
const stop = (line) => {
  say(line);
  process.exit(1);
};

/** True when the project's own Node runs and has the right major version. */
const ownNodeRuns = () => {
  const program = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const run = spawnSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return run.status === 0 && run.stdout.startsWith(`${nodeMajor}.`);
};

/** True when npm's own record of node_modules has every package of the lock file in the same version (someone ran npm by hand). */
const installedMatches = (lockText) => {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  try {
    const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
    const wanted = JSON.parse(lockText).packages;
    return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version);
  } catch {
    return false;
  }
};

/** Runs `npm ci` with the Node and npm of the machine: the project's own Node is among the files being replaced. */
const install = () => {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(modules + sep))
    .join(delimiter);
  const env = { ...process.env, PATH: path };
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const byScript = npm && node && existsSync(npm) && npm.endsWith('.js') && !node.startsWith(modules + sep);
  const [program, args] = byScript ? [node, [npm]] : ['npm', []];
  // stdout of npm goes to our stderr (2).
  return spawnSync(program, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: !byScript && process.platform === 'win32',
  });
};

if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`Pépites needs Node 20 or newer to start; this is Node ${process.versions.node}.`);
if (!existsSync(lockFile)) stop('package-lock.json is missing: this is not a complete copy of Pépites.');

const lockText = readFileSync(lockFile, 'utf8');
const stamp = createHash('sha256').update(lockText).digest('hex');
const stamped = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

if (!stamped || !ownNodeRuns()) {
  if (!(installedMatches(lockText) && ownNodeRuns())) {
    const since = Date.now();
    say('Installing what Pépites needs (npm ci) …');
    const run = install();
    if (run.error) stop(`npm could not be started: ${run.error.message}`);
    if (run.status !== 0) stop('npm ci failed: its messages above say why (network, disk space or rights, usually).');
    if (!ownNodeRuns()) {
      stop(
        `Node ${nodeMajor} is missing after npm ci. It comes from an install script: run npm without --ignore-scripts (see "npm config get ignore-scripts").`,
      );
    }
    say(`Installed in ${Math.round((Date.now() - since) / 1000)} s.`);
  }
  writeFileSync(stampFile, stamp);
}
