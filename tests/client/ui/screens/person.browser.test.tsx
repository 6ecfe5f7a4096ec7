import { createSignal } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import type { App, EntryRefusal } from '#client/ui/app';
import { AMINA, aBadge, aRoad, badgeId, KARIM } from '#client/ui/gallery/fixed-values';
import { openPerson } from '../open-person.tsx';
import { leave, on, press, seen, touch } from '../open-screens.tsx';

const nobody = { who: () => 'nobody', me: () => undefined } as const satisfies Partial<App>;
const card = { ...nobody, cardSecret: () => 'the-secret', sound: () => 'quiet' } as const satisfies Partial<App>;
const TICKET = 'https://pepites.example/e#ticket';

describe('a printed card', () => {
  it('asks for the sound before anything is said, once', async () => {
    const [sound, setSound] = createSignal<ReturnType<App['sound']>>('not-asked');
    const say = vi.fn<App['say']>();
    const { place } = openPerson('/c', { ...card, sound, setSound, say });
    await on(place, 'sound');
    expect(say).not.toHaveBeenCalled();
    await press(place, '[data-say="label.aloud"]');
    await on(place, 'who');
    expect(say).toHaveBeenLastCalledWith(['title.who', 'line.who', 'label.its-me', 'label.not-me']);
  });

  it('is given back with one press by somebody else, who is told to find their own', async () => {
    const { place } = openPerson('/c', card);
    await press(place, '[data-say="label.not-me"]');
    await seen(place, '[data-say="title.not-me"]');
    expect((await seen(place, '[data-primary]')).getAttribute('href')).toBe('/scan');
  });

  it('that takes its time shows the card, but not before one could wonder', async () => {
    const { place } = openPerson('/c', { ...card, openCard: () => new Promise(() => undefined) });
    const waiting = await on(place, 'looking');
    expect(waiting.querySelector('.scene')).toBeNull();
    await seen(place, '[data-screen="looking"] .scene');
    await seen(place, '[data-say="title.look"]');
  });

  it('opened with no network on the first day leads to the tablet', async () => {
    const say = vi.fn<App['say']>();
    const { place } = openPerson('/c', { ...card, sound: () => 'aloud', say, openCard: async () => 'no-network' });
    await seen(place, '[data-say="line.another-device"]');
    expect((await seen(place, '.scene img')).getAttribute('src')).toContain('take-tablet');
    expect(say).toHaveBeenLastCalledWith(['entry.no-network', 'next.no-network', 'line.another-device']);
  });

  it('of the person whose phone it is opens her home', async () => {
    const { at } = openPerson('/c', { cardSecret: () => 'the-secret', sound: () => 'quiet' });
    await vi.waitFor(() => expect(at()).toBe('/'));
  });

  it('changes nothing on the phone of another person', async () => {
    const enrol = vi.fn<App['enrol']>();
    const { place } = openPerson('/c', {
      cardSecret: () => 'the-secret',
      sound: () => 'quiet',
      openCard: async () => ({ me: KARIM, hasCode: true }),
      enrol,
    });
    await seen(place, '[data-say="refused.other-person"]');
    expect(enrol).not.toHaveBeenCalled();
  });

  it('has its four pictures chosen, told and shown once more before the device is enrolled', async () => {
    const enrol = vi.fn<App['enrol']>(async () => 'enrolled');
    const { place, at } = openPerson('/c', { ...card, enrol });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 1, 2, 2, 12);
    const told = await on(place, 'story');
    expect(told.querySelectorAll('.story-picture')).toHaveLength(4);
    await press(place, '[data-screen="story"] [data-primary]');
    await on(place, 'code');
    await touch(place, 1, 2, 2, 12);
    await vi.waitFor(() => expect(at()).toBe('/'));
    const code = enrol.mock.calls[0]?.[1] ?? [];
    expect(code).toHaveLength(4);
    expect(code[1]).toBe(code[2]);
  });

  it('tells the story again when the pictures are not the same, and enrols nothing', async () => {
    const enrol = vi.fn<App['enrol']>();
    const { place } = openPerson('/c', { ...card, enrol });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 1, 2, 3, 4);
    await press(place, '[data-screen="story"] [data-primary]');
    await on(place, 'code');
    await touch(place, 4, 3, 2, 1);
    await on(place, 'story');
    expect(enrol).not.toHaveBeenCalled();
  });

  it('takes the last picture back by a touch on the slots', async () => {
    const { place } = openPerson('/c', card);
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 1, 2);
    expect(place.querySelectorAll('.code-slot-full')).toHaveLength(2);
    await press(place, '.code-slots');
    expect(place.querySelectorAll('.code-slot-full')).toHaveLength(1);
  });

  it('that has its pictures already asks them once, and shows none of them in the slots', async () => {
    const enrol = vi.fn<App['enrol']>(async () => 'CodeWrong');
    const { place } = openPerson('/c', { ...card, enrol, openCard: async () => ({ me: AMINA, hasCode: true }) });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 5, 6, 7);
    expect(place.querySelectorAll('.code-slot img')).toHaveLength(0);
    await touch(place, 8);
    await seen(place, '[data-say="entry.CodeWrong"]');
    await press(place, '[data-primary]');
    await on(place, 'code');
    expect(place.querySelectorAll('.code-slot-full')).toHaveLength(0);
  });

  it.each<EntryRefusal>(['no-network', 'Broken', 'TooMany'])('is tried again with the same pictures after %s', async (why) => {
    const enrol = vi.fn<App['enrol']>(async () => 'enrolled');
    enrol.mockResolvedValueOnce(why);
    const { place, at } = openPerson('/c', { ...card, enrol, openCard: async () => ({ me: AMINA, hasCode: true }) });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 5, 6, 7, 8);
    await seen(place, `[data-say="entry.${why}"]`);
    await press(place, '[data-primary]');
    await vi.waitFor(() => expect(at()).toBe('/'));
    expect(enrol.mock.calls[1]).toEqual(enrol.mock.calls[0]);
  });

  it('leads to the ticket that was waiting', async () => {
    const { place, at } = openPerson('/c', { ...card, keptTicket: () => TICKET, openCard: async () => ({ me: AMINA, hasCode: true }) });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 5, 6, 7, 8);
    await vi.waitFor(() => expect(at()).toBe('/e'));
  });
});

describe('a ticket', () => {
  it('is a badge after one press', async () => {
    const claim = vi.fn<App['claim']>(async () => badgeId(1));
    const dropTicket = vi.fn<App['dropTicket']>();
    const { place } = openPerson('/e', { keptTicket: () => TICKET, claim, dropTicket });
    await press(place, '[data-screen="claim"] [data-primary]');
    await on(place, 'taken');
    expect(claim).toHaveBeenCalledExactlyOnceWith(TICKET);
    expect(dropTicket).toHaveBeenCalled();
  });

  it('pressed twice in a hurry is taken once', async () => {
    const claim = vi.fn<App['claim']>(() => new Promise(() => undefined));
    const { place } = openPerson('/e', { keptTicket: () => TICKET, claim });
    const button = await seen(place, '[data-screen="claim"] [data-primary]');
    button.click();
    button.click();
    expect(claim).toHaveBeenCalledOnce();
  });

  it('goes into the pocket for later, and waits at home', async () => {
    const keepTicket = vi.fn<App['keepTicket']>(async () => true);
    const { place, at } = openPerson('/e', { keptTicket: () => TICKET, keepTicket });
    await press(place, '[data-say="label.later"]');
    await vi.waitFor(() => expect(at()).toBe('/'));
    expect(keepTicket).toHaveBeenCalledExactlyOnceWith(TICKET);
    expect((await seen(place, '[data-screen="home"] [data-primary]')).getAttribute('href')).toBe('/e');
  });

  it('that cannot be taken says why, and does not wait in the pocket', async () => {
    const dropTicket = vi.fn<App['dropTicket']>();
    const { place } = openPerson('/e', {
      keptTicket: () => TICKET,
      dropTicket,
      look: async () => ({ type: 'refused', refusal: { type: 'AlreadyHeld', badge: badgeId(3) } }),
    });
    await seen(place, '[data-say="refused.AlreadyHeld"]');
    expect(dropTicket).toHaveBeenCalled();
    expect((await seen(place, '[data-primary]')).getAttribute('href')).toBe(`/badges/${badgeId(3)}`);
  });

  it('refused at the last moment is said too', async () => {
    const { place } = openPerson('/e', { keptTicket: () => TICKET, claim: async () => ({ type: 'EventOver', closes: 0 }) });
    await press(place, '[data-screen="claim"] [data-primary]');
    await seen(place, '[data-say="refused.EventOver"]');
  });

  it('opened where nobody is known is kept, and leads to the app or the card', async () => {
    const keepTicket = vi.fn<App['keepTicket']>(async () => true);
    const { place } = openPerson('/e', { ...nobody, keptTicket: () => TICKET, keepTicket });
    await on(place, 'claim-later');
    expect(keepTicket).toHaveBeenCalledExactlyOnceWith(TICKET);
  });
});

describe('the scanner', () => {
  const sees = (text: string, more: Partial<App>): Partial<App> => ({
    scan: (_view, on) => {
      queueMicrotask(() => on.text(text));
      return { stop: () => undefined, torch: null };
    },
    ...more,
  });

  it('opens a card on a device that is nobody’s', async () => {
    const bringCard = vi.fn<App['bringCard']>();
    const { at } = openPerson('/scan', sees('card', { ...card, bringCard, look: async () => ({ type: 'card' }) }));
    await vi.waitFor(() => expect(at()).toBe('/c'));
    expect(bringCard).toHaveBeenCalledExactlyOnceWith('card');
  });

  it('opens nobody’s card on somebody’s device', async () => {
    const bringCard = vi.fn<App['bringCard']>();
    const { place } = openPerson('/scan', sees('card', { bringCard, look: async () => ({ type: 'card' }) }));
    await seen(place, '[data-say="refused.card"]');
    expect(bringCard).not.toHaveBeenCalled();
  });

  it('never opens a code that is not one of ours, and looks again with one press', async () => {
    const { place, at } = openPerson('/scan', sees('https://elsewhere.example', { look: async () => ({ type: 'foreign' }) }));
    await seen(place, '[data-say="refused.foreign"]');
    expect(at()).toBe('/scan');
  });

  it('gives the camera back when one leaves', async () => {
    const stop = vi.fn<() => void>();
    const { place } = openPerson('/scan', { scan: () => ({ stop, torch: null }) });
    await on(place, 'scan');
    leave();
    expect(stop).toHaveBeenCalled();
  });

  it('without a camera offers a photo instead', async () => {
    const { place } = openPerson('/scan', {
      scan: (_view, camera) => {
        camera.state('refused');
        return { stop: () => undefined, torch: null };
      },
    });
    await seen(place, '[data-say="title.no-camera"]');
    expect(place.querySelectorAll('input[type=file]')).toHaveLength(1);
  });
});

describe('home', () => {
  it('opens what the structure could not keep before anything else, until it was seen', async () => {
    const [refusals, setRefusals] = createSignal([{ n: 4, refusal: { type: 'EventUnknown' } as const }]);
    const { place } = openPerson('/', { refusals, forgetRefusal: (n) => setRefusals((left) => left.filter((one) => one.n !== n)) });
    await on(place, 'refused');
    await press(place, '[data-primary]');
    await on(place, 'home');
  });

  it('is in the bar of a person’s screens, and nowhere before the device is somebody’s', async () => {
    const { place } = openPerson('/', {});
    expect((await seen(place, '.bar [data-say="label.home"]')).getAttribute('href')).toBe('/');
    leave();
    const first = openPerson('/', nobody);
    await on(first.place, 'welcome');
    expect(first.place.querySelector('[data-say="label.home"]')).toBeNull();
  });

  it('of an organiser is the events', async () => {
    const { at } = openPerson('/', { who: () => 'organiser', me: () => undefined });
    await vi.waitFor(() => expect(at()).toBe('/event'));
  });
});

describe('showing a badge', () => {
  const id = badgeId(1);

  it('asks who may see before any code is made', async () => {
    const qr = vi.fn<App['qr']>(async () => '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const [shown, setShown] = createSignal<'me' | 'world'>('me');
    const { place } = openPerson(`/badges/${id}/show`, {
      qr,
      badges: () => [aBadge(1, 'je-participe', { shown: shown() })],
      show: async (_badge, to) => void setShown(to),
    });
    await on(place, 'who-sees');
    expect(qr).not.toHaveBeenCalled();
    await press(place, '[data-say="label.world"]');
    await on(place, 'show-code');
    expect(qr).toHaveBeenCalled();
  });

  it('marks who may see it now with a tick', async () => {
    const { place } = openPerson(`/badges/${id}/show`, { badges: () => [aBadge(1, 'je-participe')] });
    expect((await seen(place, '.tile[data-say="label.me"]')).querySelector('.tile-tick')).not.toBeNull();
    expect((await seen(place, '.tile[data-say="label.world"]')).querySelector('.tile-tick')).toBeNull();
  });

  it('copies the address with the same touch where nothing can share it, and shows it', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { place } = openPerson(`/badges/${id}/show`, {
      badges: () => [aBadge(1, 'je-participe', { shown: 'world' })],
      share: async () => false,
    });
    await press(place, '[data-say="label.share"]');
    expect((await seen(place, '.address[data-say="label.copied"]')).textContent).toContain('pepites.example');
    expect(copied).toHaveBeenCalledExactlyOnceWith(`https://pepites.example/b/${id}`);
  });

  it('leaves the address to be touched where it could not be copied by itself', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed')).mockResolvedValue();
    const { place } = openPerson(`/badges/${id}/show`, {
      badges: () => [aBadge(1, 'je-participe', { shown: 'world' })],
      share: async () => false,
    });
    await press(place, '[data-say="label.share"]');
    const address = await seen(place, '.address[data-say="label.copy"]');
    expect(address.textContent).toContain(id);
    address.click();
    await seen(place, '.address[data-say="label.copied"]');
    expect(copied).toHaveBeenCalledTimes(2);
  });
});

describe('a badge to be won', () => {
  it('is asked for by its questions', async () => {
    const { place, at } = openPerson('/road/0-2', {});
    await press(place, '[data-primary]');
    await vi.waitFor(() => expect(at()).toMatch(/^\/ask\/[a-z-]+$/));
    await on(place, 'question');
  });

  it('says aloud what it will say of me', async () => {
    const say = vi.fn<App['say']>();
    const { place } = openPerson('/road/0-2', { sound: () => 'aloud', say });
    await on(place, 'stop');
    const mould = aRoad(2).petals[2]?.mould;
    expect(say.mock.lastCall?.[0]).toContain(`mould.${mould}.criteria`);
  });
});

describe('my own page', () => {
  it('says that the app works without network, once it does', async () => {
    const [readyOffline, setReady] = createSignal(false);
    const { place } = openPerson('/me', { readyOffline });
    await on(place, 'me');
    expect(place.querySelector('[data-say="line.ready-offline"]')).toBeNull();
    setReady(true);
    await seen(place, '[data-say="line.ready-offline"]');
  });

  it('offers each language by its own greeting, in its own letters and voice', async () => {
    const { place } = openPerson('/me/language', {});
    const arabic = await seen(place, '[data-say="hello.ar"]');
    expect(arabic.textContent).toContain('أهلاً');
    expect(arabic.querySelector('[lang="ar"]')?.getAttribute('dir')).toBe('rtl');
  });
});

describe('a plain http address', () => {
  it('has nothing to press that would lead back to itself', async () => {
    const { place } = openPerson('/insecure', nobody);
    await seen(place, '[data-say="title.insecure"]');
    expect(place.querySelectorAll('a')).toHaveLength(0);
    expect([...place.querySelectorAll('[data-primary]')].map((one) => one.getAttribute('data-say'))).toEqual(['label.listen']);
  });
});
