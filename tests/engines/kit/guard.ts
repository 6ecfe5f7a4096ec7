// Runs `program …args` as the leader of a process group and ends that whole group once the program has ended or standard input has:
// the input ends with whoever started this, even when that one was killed and could end nothing itself.
import { spawn } from 'node:child_process';

const GRACE = 5_000;
const [program = '', ...args] = process.argv.slice(2);

const endGroup = (): void => void process.kill(-process.pid, 'SIGKILL');

const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', ({ message }) => {
  console.error(message);
  endGroup();
});
// Children that outlive their parent for a moment go too.
child.once('exit', endGroup);
process.stdin.resume().once('close', () => {
  child.kill('SIGTERM');
  setTimeout(endGroup, GRACE);
});
