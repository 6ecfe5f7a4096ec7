import type { ClientStore, SentBox } from '#client/sync/client-store';
import type { Place, Tables } from './tables.ts';
import { wipeOwner } from './wipe-owner.ts';

type Boxes = Pick<
  ClientStore,
  'sentBoxes' | 'keepSentBox' | 'settleSentBoxes' | 'boxes' | 'keepBox' | 'answerBox' | 'forgetBoxes' | 'leave'
>;

const MAX_SENT = 8;
// Of at most 180 kB each: no courier fills a phone.
const MAX_HELD = 100;
const MAX_HELD_BYTES = 6 * 1024 * 1024;

const sentIn = async ({ meta }: Tables): Promise<readonly SentBox[]> => (await meta.get('sentBoxes')) ?? [];

const isOf = async ({ meta }: Tables, of: string): Promise<boolean> => (await meta.get('identity'))?.device === of;

/** Boxes: those this device gave away, and those it carries for others. */
export const boxParts = ({ look, change }: Place): Boxes => ({
  sentBoxes: () => look(sentIn),
  keepSentBox: (of, sent) =>
    change(async (tables) => {
      if (!(await isOf(tables, of))) return;
      const others = (await sentIn(tables)).filter(({ id }) => id !== sent.id);
      await tables.meta.put('sentBoxes', [...others, sent].slice(-MAX_SENT));
    }),
  settleSentBoxes: (of, last) =>
    change(async (tables) => {
      const sent = await sentIn(tables);
      // That of the latest is kept: its answer may be read twice.
      const waiting = sent.filter((box) => box.last >= last);
      if (waiting.length === sent.length || !(await isOf(tables, of))) return;
      await tables.meta.put('sentBoxes', waiting);
    }),
  boxes: () => look(async ({ boxes }) => [...(await boxes.all())].sort((a, b) => a.at - b.at)),
  keepBox: (box) =>
    change(async ({ boxes }) => {
      const held = await boxes.all();
      if (held.some(({ id }) => id === box.id)) return 'kept';
      const size = held.reduce((sum, one) => sum + one.box.length, box.box.length);
      // What was left here is nobody else's to bring: there is always room for it.
      if (box.from === 'carried' && (held.length >= MAX_HELD || size > MAX_HELD_BYTES)) return 'full';
      await boxes.put(box);
      return 'kept';
    }),
  answerBox: (id, said) =>
    change(async ({ boxes }) => {
      const held = (await boxes.all()).find((box) => box.id === id);
      if (!held) return;
      // Nobody will ask for the answer to what was left here: judged, it is done with.
      if (held.from === 'left' && said.problem === undefined) return boxes.remove([id]);
      const { problem: _, ...before } = held;
      await boxes.put({ ...before, ...said });
    }),
  forgetBoxes: (ids) => change(({ boxes }) => boxes.remove(ids)),
  leave: (of, upTo, left) =>
    change(async (tables) => {
      if (!(await isOf(tables, of)) || (await tables.outbox.after(upTo, 1)).length > 0) return false;
      for (const box of left) await tables.boxes.put(box);
      const own = (await tables.aside.all()).filter(({ scopes }) => scopes.length > 0);
      await tables.aside.remove(own.map(({ id }) => id));
      await wipeOwner(tables);
      return true;
    }),
});
