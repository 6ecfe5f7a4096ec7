import * as v from 'valibot';
import { toBase64url, toHex, utf8 } from '#base/bytes';
import { uuidv7 } from '#base/uuid';
import { codeOrder } from '#client/ui/screens/person/code-order';
import { DEMO_PEOPLE, DEMO_STRUCTURE } from '#content/demo';
import { generateSigner } from '#credentials/keys';
import { sha256 } from '#credentials/sha256';
import { proofBytes } from '#protocol/entry';
import { WITNESS_PATH } from '#protocol/scan';
import { sealSegment } from '#protocol/segment';
import { CONTENT_TYPE } from '#protocol/version';
import { CODE } from './enter.ts';

/** Another phone of a demonstration person, without a screen: it asks what takes a questionnaire of taps, which other journeys walk through. */
export interface Asker {
  /** Asks for a badge that staff give, shown live; `how` as in *Comment faites-vous ?* Returns what names it. */
  ask(mould: string, how: string): Promise<{ readonly request: string; readonly reflection: string }>;
  /** Asks who saw it by a code; the address in it. */
  askWitness(mould: string, about: string): Promise<string>;
}

const CODE_PICTURES = 12;
const chance = (size: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(size));
const newId = (): string => uuidv7(() => Date.now(), chance);

const post = async (address: string, body: unknown): Promise<unknown> => {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': CONTENT_TYPE }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return response.json();
};

/** Enters with the card of the `n`th person, whose four pictures were chosen on her own phone before. */
export const makeAsker = async (origin: string, n = 0): Promise<Asker> => {
  const somebody = DEMO_PEOPLE[n];
  if (!somebody) throw new Error(`the demonstration has no person ${n}`);
  const { signer } = await generateSigner({ extractable: true });
  const { nonce } = v.parse(v.object({ nonce: v.string() }), await post(`${origin}/api/challenge`, {}));
  const order = codeOrder(somebody.person, CODE_PICTURES);
  const device = signer.publicKey;
  const signature = toBase64url(await signer.sign(proofBytes('enrol', device, nonce)));
  const code = CODE.map((place) => order[place]);
  await post(`${origin}/api/enrol`, { with: 'card', secret: somebody.card, code, device, nonce, signature });
  let [last, head] = [0, ''];
  const act = async (...acts: readonly { readonly name: string; readonly args: object }[]): Promise<void> => {
    const actions = acts.map(({ name, args }, i) => ({
      id: newId() as never,
      n: last + 1 + i,
      at: Date.now(),
      v: 1,
      name,
      args: { ...args },
    }));
    const sealed = await sealSegment(signer, head, actions);
    await post(`${origin}/api/sync/push`, { protocol: 1, nonce: toBase64url(chance(16)), segments: [sealed.segment] });
    [last, head] = [last + acts.length, sealed.head];
  };
  const structure = DEMO_STRUCTURE.id;
  return {
    ask: async (mould, how) => {
      const [request, reflection] = [newId(), newId()];
      const answered = (item: string, what: string) => ({
        name: 'keep-answer',
        args: { reflection, mould, here: 'show', answered: { item, chosen: [what], with: 'self', heard: 'fr' } },
      });
      await act(answered('situation-pick1', 'kit-yesterday'), answered('how-help', how), answered('show-gesture', 'live'), {
        name: 'send-request',
        args: { request, reflection, mould, structure, badge: newId(), key: newId() },
      });
      return { request, reflection };
    },
    askWitness: async (mould, about) => {
      const secret = toBase64url(chance(16));
      const args = { witness: newId(), about, mould, structure, by: 'qr', secret: toHex(await sha256(utf8(secret))) };
      await act({ name: 'ask-witness', args });
      return `${origin}${WITNESS_PATH}#${secret}`;
    },
  };
};
