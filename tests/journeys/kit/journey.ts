import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { DEMO_PEOPLE } from '#content/demo';
import { freePort } from './free-port.ts';
import { makePhone, type Phone, type PhoneOptions } from './person.ts';
import { type Server, startServer } from './server.ts';

/** A place of its own: one server with the demonstration data. */
export interface Town {
  readonly origin: string;
  readonly server: Server;
  readonly data: string;
  /** Address of a demonstration person's card, secret included; the first one's is what the server printed. */
  card(person: number): string;
  /** Address that makes a device the demonstration organiser's. */
  readonly invitation: string;
}

const addressIn = (output: string, path: string): string => {
  const address = new RegExp(`https?://\\S+?${path}#[A-Za-z0-9_-]+`).exec(output)?.[0];
  if (address === undefined) throw new Error(`the server printed no ${path} address:\n${output}`);
  return address;
};

interface Fixtures {
  readonly town: Town;
  /** Gives someone a new phone (320×568 unless told otherwise). It is thrown away at the end, and must have complained of nothing. */
  readonly phone: (options?: Omit<PhoneOptions, 'origin'>) => Promise<Phone>;
}

export const test = base.extend<Fixtures>({
  // Playwright reads from this pattern that the town needs a browser's name and nothing else.
  town: async ({ browserName }, use) => {
    if (browserName !== 'chromium') throw new Error('the phones of these journeys are Chromium');
    const data = await mkdtemp(join(tmpdir(), 'pepites-town-'));
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const server = await startServer({ port, data });
    const output = server.output();
    const card = (person: number): string => {
      const secret = DEMO_PEOPLE[person]?.card;
      if (secret === undefined) throw new Error(`the demonstration has no person ${person}`);
      return person === 0 ? addressIn(output, '/c') : `${origin}/c#${secret}`;
    };
    await use({ origin, server, data, card, invitation: addressIn(output, '/o') });
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  },
  phone: async ({ town }, use, info) => {
    const phones: Phone[] = [];
    await use(async (options = {}) => {
      const phone = await makePhone({ ...options, origin: town.origin });
      phones.push(phone);
      return phone;
    });
    for (const [i, phone] of phones.entries()) {
      if (info.status !== info.expectedStatus) await phone.keepPicture(info.outputPath(`phone-${i + 1}.png`));
      await phone.throwAway();
    }
    expect(phones.flatMap((phone) => phone.complaints())).toEqual([]);
  },
});

export { expect };
