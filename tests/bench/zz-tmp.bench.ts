// Complete verification and issuing of a rich badge, ours against @digitalbazaar/vc and against the raw Ed25519 rate of WebCrypto.
// Rounds are paired: every contender runs in each, so that what disturbs the machine disturbs all; the ratio is the median of the
// rounds' ratios. On a machine that others use, processor time is the figure to trust.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as digitalBazaar from '@digitalbazaar/vc';
import { utf8 } from '#base/bytes';
import { methodId } from '#credentials/did-document';
import type { JsonObject } from '#credentials/json';
import { fromMultikey } from '#credentials/multibase';
import { buildOpenBadge, issueBadge } from '#credentials/open-badge';
import { verifyCredential } from '#credentials/verify';
import { verifySignature } from '#credentials/verify-signature';
import { aBadge, anAward, DAY, ISSUER, knownIssuer, knownList, must, NOW, organisation } from '../credentials/fixtures.ts';
import { offlineLoader } from '../credentials/offline-loader.ts';

const ROUNDS = 9;
// Of processor time, so that a busy machine does not cut the warming up short.
const ROUND_MS = Number(process.env.RM ?? 80);
const WARM_UP_MS = Number(process.env.WU ?? 900);

const badge = await aBadge();
const text = JSON.stringify(badge);
const options = { at: NOW, dids: knownIssuer(), statusLists: await knownList() };
const method = methodId(ISSUER, organisation.publicKey);
const unsigned = buildOpenBadge(anAward());

const suite = new DataIntegrityProof({ cryptosuite });
const theirSigner = {
  id: method,
  algorithm: 'Ed25519',
  sign: ({ data }: { readonly data: Uint8Array }) => organisation.sign(data),
};
const signingSuite = new DataIntegrityProof({ signer: theirSigner, date: new Date(NOW - DAY), cryptosuite });

const message = utf8('x'.repeat(64));
const signature = await organisation.sign(message);
const rawKey = await crypto.subtle.importKey(
  'raw',
  fromMultikey(organisation.publicKey)?.bytes ?? new Uint8Array(0),
  { name: 'Ed25519' },
  false,
  ['verify'],
);

const verifyTheirs = async (credential: JsonObject): Promise<boolean> => {
  const checkStatus = async () => ({ verified: true });
  const result = await digitalBazaar.verifyCredential({
    credential,
    suite,
    documentLoader: offlineLoader,
    now: new Date(NOW),
    checkStatus,
  });
  return result.verified;
};

const contenders: Readonly<Record<string, () => Promise<boolean>>> = {
  'verify, ours': async () => (await verifyCredential(text, options)).verdict === 'valid',
  'verify, @digitalbazaar/vc': () => verifyTheirs(JSON.parse(text)),
  'raw Ed25519 verify': () => crypto.subtle.verify({ name: 'Ed25519' }, rawKey, signature, message),
  'our signature check alone': () => verifySignature(organisation.publicKey, message, signature),
  'issue, ours': async () => must(await issueBadge(unsigned, organisation, method, NOW - DAY))['proof'] !== undefined,
  'issue, @digitalbazaar/vc': async () => {
    const credential = structuredClone(unsigned);
    return (await digitalBazaar.issue({ credential, suite: signingSuite, documentLoader: offlineLoader }))['proof'] !== undefined;
  },
};

/** What one run costs: microseconds by the clock, and of all processors together. */
interface Cost {
  readonly clock: number;
  readonly cpu: number;
}

const costOf = async (run: () => Promise<boolean>, forMs: number): Promise<Cost> => {
  const start = performance.now();
  const before = process.cpuUsage();
  let count = 0;
  let cpu = 0;
  do {
    if (!(await run())) throw new Error('a contender failed');
    count++;
    const used = process.cpuUsage(before);
    cpu = used.user + used.system;
  } while (cpu < forMs * 1000);
  return { clock: (1000 * (performance.now() - start)) / count, cpu: cpu / count };
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const NONE: Cost = { clock: 0, cpu: 0 };
const rounds: ReadonlyMap<string, Cost>[] = [];
for (const run of Object.values(contenders)) await costOf(run, WARM_UP_MS);
for (let round = 0; round < ROUNDS; round++) {
  const costs = new Map<string, Cost>();
  for (const [name, run] of Object.entries(contenders)) {
    globalThis.gc?.();
    costs.set(name, await costOf(run, ROUND_MS));
  }
  rounds.push(costs);
}

const medianOf = (of: (round: (name: string) => Cost) => number): number =>
  median(rounds.map((costs) => of((name) => costs.get(name) ?? NONE)));

console.log(`rich badge of ${text.length} characters, Node ${process.version}, median of ${ROUNDS} paired rounds`);
console.log(`${''.padEnd(40)} by the clock   by processor time`);
for (const name of Object.keys(contenders)) {
  const rate = (of: keyof Cost): string => `${Math.round(medianOf((cost) => 1e6 / cost(name)[of]))}/s`.padStart(12);
  console.log(`${name.padEnd(40)} ${rate('clock')} ${rate('cpu').padStart(19)}`);
}
const compare = (what: string, cheap: string, dear: string, aim: string): void => {
  const times = (of: keyof Cost): string => medianOf((cost) => cost(dear)[of] / cost(cheap)[of]).toFixed(2);
  console.log(`${what.padEnd(40)} ${times('clock').padStart(12)} ${times('cpu').padStart(19)}   aim ${aim}`);
};
compare('verify, times @digitalbazaar/vc', 'verify, ours', 'verify, @digitalbazaar/vc', '20');
compare('verify, part of the raw Ed25519 rate', 'verify, ours', 'raw Ed25519 verify', '0.40');
compare('issue, times @digitalbazaar/vc', 'issue, ours', 'issue, @digitalbazaar/vc', '20');
