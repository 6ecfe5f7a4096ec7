import { createSignal } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import type { App, BroughtBadge } from '#client/ui/app';
import { aBadge, aPublicBadge, badgeId } from '#client/ui/gallery/fixed-values';
import { openPerson } from '../open-person.tsx';
import { on, press, seen } from '../open-screens.tsx';

const id = badgeId(1);
const TEXTS = ['OB3:ONE', 'OB3:TWO'];

const drawing = (text: string): string => `<svg xmlns="http://www.w3.org/2000/svg" id="code-${text.replace(/\W/g, '')}"/>`;
const sealed = (change: Partial<App> = {}): Partial<App> => ({
  badges: () => [aBadge(1, 'je-participe', { shown: 'world', ribbon: 'closed' })],
  packed: async () => TEXTS,
  qr: async (text) => drawing(text),
  ...change,
});

describe('a badge that is shown to another phone', () => {
  it('is its address, and with one touch the badge itself, in codes that take turns', async () => {
    const { place } = openPerson(`/badges/${id}/show`, sealed());
    await on(place, 'show-code');
    await seen(place, '[id^="code-https"]');
    await press(place, '[data-say="label.no-network"]');
    expect((await seen(place, '[data-say="label.no-network"]')).getAttribute('aria-pressed')).toBe('true');
    await seen(place, '#code-OB3ONE');
    await vi.waitFor(() => expect(place.querySelector('#code-OB3TWO')).not.toBeNull(), { timeout: 5000 });
    await vi.waitFor(() => expect(place.querySelector('#code-OB3ONE')).not.toBeNull(), { timeout: 5000 });
    await press(place, '[data-say="label.no-network"]');
    await seen(place, '[id^="code-https"]');
  });

  it('is the badge itself at once where there is no network, and says so', async () => {
    const say = vi.fn<App['say']>();
    const { place } = openPerson(`/badges/${id}/show`, sealed({ online: () => false, sound: () => 'aloud', say }));
    await seen(place, '#code-OB3ONE');
    await vi.waitFor(() => expect(say.mock.lastCall?.[0]).toEqual(expect.arrayContaining(['title.show-code', 'line.by-phone'])));
  });

  it('is its address only before it is signed', async () => {
    const packed = vi.fn<App['packed']>(async () => null);
    const badges = () => [aBadge(1, 'je-participe', { shown: 'world', ribbon: 'open' })];
    const { place } = openPerson(`/badges/${id}/show`, sealed({ badges, packed, online: () => false }));
    await seen(place, '[id^="code-https"]');
    expect(place.querySelector('[data-say="label.no-network"]')).toBeNull();
    expect(packed).not.toHaveBeenCalled();
  });
});

describe('the scanner', () => {
  it('goes to where badges are checked with a badge it sees', async () => {
    const { place, at } = openPerson('/scan', {
      look: async () => ({ type: 'packed' }),
      scan: (_view, told) => {
        queueMicrotask(() => told.text('OB3:A%B C'));
        return { stop: () => undefined, torch: null };
      },
    });
    await vi.waitFor(() => expect(at()).toBe(`/verifier#${encodeURIComponent('OB3:A%B C')}`));
    await seen(place, '.public');
  });
});

describe('the page that checks badges', () => {
  it('looks on for the other codes until it has them all, none lost while it thinks', async () => {
    const [tell, setTell] = createSignal<(text: string) => void>();
    const brought: (Blob | string)[] = [];
    const answers: Readonly<Record<string, BroughtBadge>> = {
      'OB3:1': { state: 'more', have: 1, of: 3 },
      'OB3:2': { state: 'more', have: 2, of: 3 },
      'OB3:3': { ...aPublicBadge(), problems: [] },
    };
    const { place } = openPerson(`/verifier#${encodeURIComponent('OB3:1')}`, {
      checkBadge: async (text) => {
        brought.push(text);
        await new Promise((done) => setTimeout(done, 30));
        return answers[String(text)] ?? { state: 'nothing', problems: ['unreadable'] };
      },
      scan: (_view, told) => {
        setTell(() => told.text);
        return { stop: () => undefined, torch: null };
      },
    });
    await vi.waitFor(() => expect(tell()).toBeDefined());
    tell()?.('OB3:2');
    tell()?.('OB3:3');
    await seen(place, '.verdict-good');
    expect(brought).toEqual(['OB3:1', 'OB3:2', 'OB3:3']);
    expect(place.querySelector('.badge-scanner')).toBeNull();
  });
});
