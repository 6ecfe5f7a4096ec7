import { createRequire } from 'node:module';
import { join } from 'node:path';
import { scratch } from '../rounds.ts';

/** Loads a package of the peers, which are installed in the scratch folder only. Their types are not here. */
export const peer = createRequire(join(process.env['BENCH_PEERS'] ?? scratch(), 'from-here.js'));
