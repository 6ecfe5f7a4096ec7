import { describe, expect, it } from 'vitest';
import type { Bytes } from '#base/bytes';
import { inOrder, type Link, linkOf } from '#client/media/link';
import type { HeldMedia, MediaStore } from '#client/media/media-store';
import { createTusWire } from '#client/media/tus-wire';
import { createUploads } from '#client/media/uploads';
import { DEMO_PEOPLE } from '#content/demo';
import { type MediaId, scopeOf } from '#domain/ids';
import { aPhoto, sha256Hex, TUS } from '../../build/media.ts';
import { openWorld, type Phone, phoneOf, type World } from '../../build/server-world.ts';

const HERS = scopeOf('q', DEMO_PEOPLE[0].id);
const FREE: Link = { cost: 'free', speed: 'fast' };

const photo = (n: number, size: number, change: Partial<HeldMedia> = {}): { readonly held: HeldMedia; readonly bytes: Bytes } => {
  const bytes = aPhoto(size, n);
  const id = sha256Hex(bytes) as MediaId;
  const held = {
    id,
    scope: HERS,
    kind: 'photo',
    type: 'image/jpeg',
    size,
    at: n,
    take: `take ${n}`,
    sent: 0,
    asked: false,
    ...change,
  } as const;
  return { held, bytes };
};

type Kept = ReturnType<typeof photo>;

/** What uploading needs of a store, in memory. */
const storeOf = (...kept: readonly Kept[]) => {
  const held = new Map(kept.map((one) => [one.held.id as string, one.held]));
  const change = (id: string, more: Partial<HeldMedia>): void => {
    const before = held.get(id);
    if (before) held.set(id, { ...before, ...more });
  };
  const store: Pick<MediaStore, 'held' | 'bytesOf' | 'sentUpTo' | 'refuse'> = {
    held: async () => [...held.values()],
    bytesOf: async (take) => kept.find((one) => one.held.take === take)?.bytes ?? new Uint8Array(),
    sentUpTo: async (id, sent) => change(id, { sent }),
    refuse: async (id, refused) => change(id, { refused }),
  };
  return { store: store as MediaStore, at: ({ held: { id } }: Kept) => held.get(id) };
};

interface Line {
  /** Bytes of bodies that left the phone. */
  sent: number;
  /** What was asked, as `PATCH`, in order. */
  readonly asked: string[];
}

/** A line to the real server that is cut in the middle of the parts with these numbers: some of the part arrives, the answer never. */
const lineTo = (world: World, phone: Phone, cutParts: readonly number[] = []) => {
  const line: Line = { sent: 0, asked: [] };
  let parts = 0;
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    line.asked.push(init.method ?? 'GET');
    const headers = { ...(init.headers as Record<string, string>), cookie: phone.cookie() };
    const body = init.body as Bytes | undefined;
    if (init.method !== 'PATCH' || !body) return world.fetch(new Request(address, { method: init.method ?? 'GET', headers }));
    parts += 1;
    const got = cutParts.includes(parts) ? Math.floor(body.length * 0.6) : body.length;
    line.sent += got;
    const whole = got === body.length;
    const stream = new ReadableStream({
      start: (controller) => controller.enqueue(body.slice(0, got)),
      pull: (controller) => (whole ? controller.close() : controller.error(new Error('cut'))),
    });
    const answer = await world.fetch(new Request(address, { method: 'PATCH', headers, body: stream, duplex: 'half' } as RequestInit));
    if (!whole) throw new TypeError('cut');
    return answer;
  };
  return { line, wire: createTusWire({ origin: world.origin, fetch }) };
};

const none = async (): Promise<ReadonlySet<string>> => new Set();

const setScene = async () => {
  const world = await openWorld();
  return { world, amina: await phoneOf(world, 0) };
};

const arrivedAt = async (world: World, phone: Phone, kept: Kept): Promise<string | null> => {
  const head = await world.ask(`/api/media/uploads/${HERS}/${kept.held.id}`, { method: 'HEAD', cookie: phone.cookie(), headers: TUS });
  return head.headers.get('upload-offset');
};

describe('an upload from the phone', () => {
  it('arrives whole over a line cut five times, with at most a twentieth sent twice', async () => {
    const { world, amina } = await setScene();
    const film = photo(1, 5_000_000);
    const { store, at } = storeOf(film);
    const { line, wire } = lineTo(world, amina, [1, 2, 4, 5, 7]);
    const uploads = createUploads({ store, wire, link: () => ({ cost: 'free', speed: 'fast' }), arrived: none, signIn: async () => false });
    const ends = [];
    for (let run = 0; run < 6; run++) ends.push((await uploads.run()).type);
    expect(ends).toEqual(['silence', 'silence', 'silence', 'silence', 'silence', 'done']);
    expect(at(film)?.sent).toBe(5_000_000);
    expect(await arrivedAt(world, amina, film)).toBe('5000000');
    expect(line.sent / 5_000_000).toBeLessThanOrEqual(1.05);
  });

  it('asks where it stands before it goes on, and begins only once', async () => {
    const { world, amina } = await setScene();
    const one = photo(2, 300_000);
    const { store } = storeOf(one);
    const { line, wire } = lineTo(world, amina, [2]);
    const uploads = createUploads({ store, wire, link: () => ({ cost: 'free', speed: 'slow' }), arrived: none, signIn: async () => false });
    await uploads.run();
    await uploads.run();
    expect(line.asked).toEqual(['POST', 'PATCH', 'PATCH', 'HEAD', 'PATCH', 'PATCH', 'PATCH']);
  });

  it('signs in when the server does not know who asks', async () => {
    const { world, amina } = await setScene();
    const one = photo(3, 2_000);
    const { store, at } = storeOf(one);
    let cookie = 'nobody=1';
    const asking = { ...amina, cookie: () => cookie };
    const { wire } = lineTo(world, asking);
    const signIn = async (): Promise<boolean> => {
      cookie = amina.cookie();
      return true;
    };
    expect((await createUploads({ store, wire, link: () => FREE, arrived: none, signIn }).run()).type).toBe('done');
    expect(at(one)?.sent).toBe(2_000);
  });

  it('that the server will never take is set aside, and the others leave', async () => {
    const { world, amina } = await setScene();
    const foreign = photo(4, 1_000, { scope: scopeOf('q', DEMO_PEOPLE[1].id) });
    const [wrong, good] = [photo(5, 1_100, { type: 'video/mp4' }), photo(6, 1_200)];
    const { store, at } = storeOf(foreign, wrong, good);
    const { wire } = lineTo(world, amina);
    expect(await createUploads({ store, wire, link: () => FREE, arrived: none, signIn: async () => false }).run()).toMatchObject({
      pushed: 1,
    });
    expect([at(foreign)?.refused, at(wrong)?.refused, at(good)?.refused]).toEqual(['NotFound', 'MediaType', undefined]);
    expect(await arrivedAt(world, amina, good)).toBe('1200');
  });

  it('is not begun for what has arrived', async () => {
    const { world, amina } = await setScene();
    const one = photo(7, 1_000);
    const { line, wire } = lineTo(world, amina);
    const arrived = async (): Promise<ReadonlySet<string>> => new Set([one.held.id]);
    await createUploads({ store: storeOf(one).store, wire, link: () => FREE, arrived, signIn: async () => false }).run();
    expect(line.asked).toEqual([]);
  });

  it('takes a captive portal for silence', async () => {
    const { store, at } = storeOf(photo(8, 1_000));
    const fetch = async (): Promise<Response> => new Response('<html>', { status: 200 });
    const wire = createTusWire({ origin: 'http://portal.example', fetch });
    const ended = await createUploads({ store, wire, link: () => FREE, arrived: none, signIn: async () => false }).run();
    expect(ended).toEqual({ type: 'silence', why: 'foreign' });
    expect(at(photo(8, 1_000))?.sent).toBe(0);
  });

  it('begins anew on a server that was set back', async () => {
    const { world, amina } = await setScene();
    const one = photo(9, 2_000, { sent: 2_000 });
    const { line, wire } = lineTo(world, amina);
    await createUploads({ store: storeOf(one).store, wire, link: () => FREE, arrived: none, signIn: async () => false }).run();
    expect(line.asked).toEqual(['HEAD', 'POST', 'PATCH']);
  });
});

describe('the order of leaving', () => {
  const [small, large] = [photo(1, 10).held, photo(2, 20).held];
  const voice = photo(3, 5, { kind: 'voice' }).held;
  const film = photo(4, 4, { kind: 'video' }).held;

  it('is photos, voices, films; the smaller first; what was asked for before all', () => {
    expect(inOrder([film, voice, large, small], FREE)).toEqual([small, large, voice, film]);
    const asked = { ...film, asked: true };
    expect(inOrder([asked, small], FREE)).toEqual([asked, small]);
  });

  it('lets nothing leave on mobile data but what was asked for', () => {
    const paid: Link = { cost: 'paid', speed: 'fast' };
    expect(inOrder([small, voice, film], paid)).toEqual([]);
    expect(inOrder([small, { ...film, asked: true }], paid)).toEqual([{ ...film, asked: true }]);
  });

  it('keeps films for Wi-Fi where nobody knows what a byte costs', () => {
    expect(inOrder([film, small], { cost: 'unknown', speed: 'fast' })).toEqual([small]);
  });

  it('knows a link by what the browser says of it', () => {
    const phone = { userAgent: 'Mozilla/5.0 (Linux; Android 13) Mobile' };
    expect(linkOf({ ...phone, connection: { type: 'cellular', effectiveType: '4g' } })).toEqual({ cost: 'paid', speed: 'fast' });
    expect(linkOf({ ...phone, connection: { type: 'wifi', effectiveType: '3g' } })).toEqual({ cost: 'free', speed: 'middling' });
    expect(linkOf({ ...phone, connection: { type: 'wifi', saveData: true } }).cost).toBe('paid');
    expect(linkOf({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)' }).cost).toBe('unknown');
    expect(linkOf({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64)' })).toEqual({ cost: 'free', speed: 'fast' });
  });
});
