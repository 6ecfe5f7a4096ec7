// What the page of the phone bench runs: the real store on IndexedDB, with a whole wall and the whole kit in it.
import { doAct } from '#client/actions/do-act';
import { openDexieStore } from '#client/store/dexie-store';
import { badgesNeeds, badgesView } from '#client/views/badges-view';
import { STARTER_MOULDS } from '#content/starter-kit';
import { CATALOGUE, type DeviceId, scopeOf } from '#domain/ids';
import { aBadge, aRow, badgeId, MOULD, ORIGIN, PERSON, uuidOf } from '../../build/field.ts';
import { pullInto } from '../../build/pulled-page.ts';

const DEVICE = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' as DeviceId;

/** Milliseconds of each of `times` taps in a questionnaire, kept one after the other; and of each reading of a list of `badges`. */
const measure = async (times: number, badges: number): Promise<{ readonly acts: number[]; readonly lists: number[] }> => {
  const store = openDexieStore('bench');
  await store.adopt({ device: DEVICE, actor: { role: 'person', person: PERSON }, keyPair: { seed: new Uint8Array(32) } });
  const own = scopeOf('p', PERSON);
  const moulds = Object.entries(STARTER_MOULDS).map(([id, body], i) => aRow(CATALOGUE, 'mould', id, body, i + 1));
  const wall = Array.from({ length: badges }, (_, i) => aRow(own, 'badge', badgeId(i), aBadge(), i + 1));
  await pullInto(store, {}, [
    { scope: own, cursor: badges, rows: wall },
    { scope: CATALOGUE, cursor: moulds.length, rows: moulds },
  ]);
  const deps = { store, clock: () => Date.now(), chance: (size: number) => crypto.getRandomValues(new Uint8Array(size)), origin: ORIGIN };
  const [acts, lists]: [number[], number[]] = [[], []];
  const reflection = uuidOf(7);
  for (let i = 0; i < times; i++) {
    const answered = { item: 'situation-pick1', chosen: [i % 2 ? 'today' : 'yesterday'], with: 'self', heard: 'fr' };
    const since = performance.now();
    const kept = await doAct(deps, 'keep-answer', { reflection, mould: MOULD, here: 'situation', answered });
    acts.push(performance.now() - since);
    if (!kept.ok) throw new Error(kept.error.type);
  }
  for (let i = 0; i < times; i++) {
    const since = performance.now();
    const [records, outbox, checks, progress] = await Promise.all([
      store.read(badgesNeeds(PERSON)),
      store.outbox(),
      store.checks(),
      store.progress(),
    ]);
    const view = badgesView({ person: PERSON, records, outbox, progress, checks, locale: 'fr' });
    lists.push(performance.now() - since);
    if (view.length !== badges) throw new Error(`${view.length} badges`);
  }
  return { acts, lists };
};

Object.assign(globalThis, { measure });
