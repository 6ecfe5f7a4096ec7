import { randomBytes } from 'node:crypto';
import type { Chance } from '#base/ambient';
import type { Site } from '#protocol/site';
import { bindData, type Data, openData } from '#server/open-data';
import { originOf, readSettings } from '#server/settings';
import type { Terminal } from './terminal.ts';

/** The server's own data, opened beside it: SQLite lets one of the two write at a time. */
export interface OpenedData extends Data {
  readonly site: Site;
  readonly chance: Chance;
  readonly clock: () => number;
}

/** Runs a command on the data folder the environment names, bound to the same origin as the server's. */
export const withData = async (terminal: Terminal, work: (data: OpenedData) => Promise<number>): Promise<number> => {
  const settings = readSettings(terminal.env);
  if (!settings.ok) return terminal.fail(settings.error);
  const opened = await openData(settings.value, (error) => {
    throw error;
  });
  if (!opened.ok) return terminal.fail(opened.error);
  const { store } = opened.value;
  try {
    // The data know their origin; only fresh ones take it from the environment.
    const origin = (await store.meta('host')) ?? originOf(settings.value, settings.value.port);
    const bound = await bindData(store, origin);
    if (!bound.ok) return terminal.fail(bound.error);
    if ((await store.meta('seed')) === undefined) await store.setMeta('seed', 'none');
    const chance: Chance = (size) => new Uint8Array(randomBytes(size));
    return await work({ ...opened.value, site: { origin }, chance, clock: () => terminal.now });
  } finally {
    await store.close();
  }
};
