// Our own contender: the app's engine, acts and HTTP transport over the store in memory.
import { randomBytes } from 'node:crypto';
import { createHttpTransport } from '#client/sync/http-transport';
import { scopeOf } from '#domain/ids';
import { fetchWithCookie } from '../../build/fetch-with-cookie.ts';
import { aPhone } from '../../build/phone.ts';
import { askBench, type Client, port, runRounds } from './rounds.ts';

const origin = `http://localhost:${port()}`;

const open = async (set: string): Promise<Client> => {
  const { card } = await askBench<{ card: string }>({ type: 'person', set });
  let acknowledged = (_last: number): void => undefined;
  const phone = aPhone({
    transport: createHttpTransport({ origin, fetch: fetchWithCookie() }),
    clock: Date.now,
    chance: (size) => new Uint8Array(randomBytes(size)),
    wrap: (store) => ({
      ...store,
      acknowledge: async (of, last, basedOn) => {
        await store.acknowledge(of, last, basedOn);
        acknowledged(last);
      },
    }),
  });
  const entered = await phone.enrol(card);
  if (entered !== 'enrolled') throw new Error(`not enrolled: ${entered}`);
  const run = async () => {
    const outcome = await (await phone.sync()).run();
    if (outcome.type !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  // The catalogue and her own name, which no peer has to bring.
  await run();
  await askBench({ type: 'fill', set });
  const held = async () => {
    const actor = (await phone.store.identity())?.actor;
    const scope = scopeOf('q', actor?.role === 'person' ? actor.person : '');
    return (await phone.store.read([{ scope, kind: 'reflection' }])).list(scope, 'reflection');
  };
  let running: Promise<unknown> = Promise.resolve();
  return {
    pull: async () => (await run()).rows,
    edit: async (edits) => {
      const moulds = new Map<string, string>((await held()).map(({ id, body }) => [id, body.mould]));
      for (const { id, here, item, answer } of edits) {
        const { at: _at, ...said } = answer;
        const done = await phone.do('keep-answer', { reflection: id, mould: moulds.get(id), here, answered: { item, ...said } });
        if (!done.ok) throw new Error(`refused: ${done.error.type}`);
      }
    },
    push: async () => {
      const last = (await phone.store.outbox()).at(-1)?.n ?? 0;
      const all = new Promise<void>((resolve) => {
        acknowledged = (n) => (n >= last ? resolve() : undefined);
      });
      running = run();
      await Promise.race([all, running.then(() => all)]);
    },
    close: async () => {
      // What follows an acknowledgement: the effects are pulled, and all acts leave the device.
      await running;
      if ((await phone.store.outbox()).length > 0) throw new Error('acts are left');
    },
  };
};

await runRounds(open);
