import type { JSX } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import type { App } from '#client/ui/app';
import { CourierScreen } from '#client/ui/screens/advisor/courier-screen.tsx';
import { SyncPanel } from '#client/ui/screens/advisor/sync-panel.tsx';
import { SendBySomeone } from '#client/ui/screens/person/courier/send-by-someone.tsx';
import { openScreens, press } from '../open-screens.tsx';

const open = (screen: () => JSX.Element, change: Partial<App>): HTMLElement => openScreens('/', { '/': screen }, change).place;
const says = (place: HTMLElement, text: string) => vi.waitFor(() => expect(place.textContent).toContain(text));

/** A camera that reads these texts, one after the other. */
const reading =
  (...texts: readonly string[]): App['scan'] =>
  (_view, on) => {
    queueMicrotask(() => texts.forEach(on.text));
    return { stop: () => undefined, torch: null };
  };

describe('a person who has no network', () => {
  it('shows every code in turn, and begins again', async () => {
    const qr = vi.fn<(text: string) => Promise<string>>(
      async (text) => `<svg xmlns="http://www.w3.org/2000/svg"><title>${text}</title></svg>`,
    );
    const place = open(SendBySomeone, { boxToShow: async () => ({ state: 'frames', frames: ['PB1:a', 'PB1:b'] }), qr });
    for (const text of ['PB1:a', 'PB1:b', 'PB1:a']) await vi.waitFor(() => expect(place.innerHTML).toContain(text), { timeout: 3000 });
    expect(qr).toHaveBeenCalledTimes(2);
  });

  it('reads the answer to its last code, whatever else the camera sees between, and hears that all has arrived', async () => {
    const readAnswer = vi.fn<App['readAnswer']>(async (text) => {
      if (text === 'PB1:two') return { state: 'taken' };
      return text === 'PB1:one' ? { state: 'more', have: 1, of: 2 } : { state: 'foreign' };
    });
    const place = open(SendBySomeone, { readAnswer, scan: reading('PB1:one', 'https://example.org', 'PB1:two') });
    await press(place, '[data-primary]');
    await says(place, 'C’est bien arrivé');
  });

  it('is told kindly when the codes are somebody else’s, and may try again', async () => {
    const place = open(SendBySomeone, { readAnswer: async () => ({ state: 'foreign' }), scan: reading('PB1:x') });
    await press(place, '[data-primary]');
    await says(place, 'Pas pour ce téléphone');
    await press(place, '[data-primary]');
    await says(place, 'Lisez la réponse');
  });
});

describe('whoever carries', () => {
  it('sees how many wait, reads one more, and is told that it was taken', async () => {
    const takeBox = vi.fn<App['takeBox']>(async () => ({ state: 'taken' }));
    const place = open(CourierScreen, { who: () => 'advisor', takeBox, scan: reading('PB1:one') });
    await vi.waitFor(() => expect([...place.querySelectorAll('.courier-count dd')].map((count) => count.textContent)).toEqual(['2', '1']));
    await press(place, '[data-say="staff.courier.scan"]');
    await says(place, 'C’est pris');
    expect(takeBox).toHaveBeenCalledWith('PB1:one');
  });

  it('shows an answer until it was brought back', async () => {
    const handedOver = vi.fn<App['handedOver']>(async () => undefined);
    const place = open(CourierScreen, { who: () => 'advisor', handedOver });
    await press(place, '[data-say="staff.courier.show"]');
    await press(place, '[data-say="staff.courier.done"]');
    await vi.waitFor(() => expect(handedOver).toHaveBeenCalledWith('box-2'));
    await says(place, 'Lire un téléphone');
  });

  it('hears that all stays here when there is no network', async () => {
    const place = open(CourierScreen, { who: () => 'advisor', sendHeld: async () => 'no-network' });
    await press(place, '[data-say="staff.courier.send"]');
    await says(place, 'tout reste gardé ici');
  });
});

describe('the sync panel', () => {
  it('says the latest runs in words, and saves what it shows', async () => {
    const saveSyncState = vi.fn<App['saveSyncState']>(async () => undefined);
    const place = open(SyncPanel, { who: () => 'advisor', saveSyncState });
    await says(place, 'Réponse d’un portail');
    await says(place, 'TooMany');
    await press(place, '[data-say="staff.sync.save"]');
    expect(saveSyncState).toHaveBeenCalledOnce();
  });

  it('pretends nothing where people are served', async () => {
    const place = open(SyncPanel, { who: () => 'advisor', pretended: () => undefined });
    await says(place, 'Derniers essais');
    expect(place.querySelector('[data-say="staff.sync.tunnel"]')).toBeNull();
  });

  it('pretends a tunnel, and a clock a day off, where things are tried', async () => {
    const pretend = vi.fn<App['pretend']>();
    const place = open(SyncPanel, { who: () => 'advisor', pretend });
    await press(place, '[data-say="staff.sync.tunnel"]');
    await press(place, '[data-say="staff.sync.later"]');
    expect(pretend.mock.calls).toEqual([[{ network: 'tunnel', days: 0 }], [{ network: 'real', days: 1 }]]);
  });
});
