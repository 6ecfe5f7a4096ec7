import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { createSignal, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type App, AppContext, type EntryRefusal } from '#client/ui/app';
import { fixedApp } from '#client/ui/gallery/fixed-app';
import { AMINA, aBadge, badgeId, KARIM } from '#client/ui/gallery/fixed-values';
import { CardEntry } from '#client/ui/screens/person/card-entry.tsx';
import { Claim } from '#client/ui/screens/person/claim.tsx';
import { Home } from '#client/ui/screens/person/home.tsx';
import { Scan } from '#client/ui/screens/person/scan.tsx';
import { ShowBadge } from '#client/ui/screens/person/show-badge.tsx';
import { Speech } from '#client/ui/words.tsx';

const nobody = { who: () => 'nobody', me: () => undefined } as const satisfies Partial<App>;
const card = { ...nobody, cardSecret: () => 'the-secret', sound: () => 'quiet' } as const satisfies Partial<App>;
const TICKET = 'https://pepites.example/e#ticket';

let leave: (() => void) | undefined;
afterEach(() => {
  leave?.();
  leave = undefined;
});

/** The person's screens at an address, over an App that says `change` differently. */
const open = (address: string, change: Partial<App>) => {
  const place = document.body.appendChild(document.createElement('div'));
  const history = createMemoryHistory();
  history.set({ value: address });
  const Inside = (props: { readonly children?: JSX.Element }): JSX.Element => props.children;
  const unmount = render(
    () => (
      <AppContext.Provider value={fixedApp(change)}>
        <Speech locale="fr">
          <MemoryRouter history={history} root={Inside}>
            <Route path="/" component={Home} />
            <Route path="/c" component={CardEntry} />
            <Route path="/e" component={Claim} />
            <Route path="/scan" component={Scan} />
            <Route path="/badges/:id/show" component={ShowBadge} />
            <Route path="*" component={() => <main data-screen="elsewhere" />} />
          </MemoryRouter>
        </Speech>
      </AppContext.Provider>
    ),
    place,
  );
  leave = () => {
    unmount();
    place.remove();
  };
  return { place, at: history.get };
};

const seen = (place: HTMLElement, selector: string): Promise<HTMLElement> =>
  vi.waitFor(() => place.querySelector<HTMLElement>(selector) ?? Promise.reject(new Error(`${selector} is not there`)));
const press = async (place: HTMLElement, selector: string): Promise<void> => (await seen(place, selector)).click();
const on = (place: HTMLElement, name: string): Promise<HTMLElement> => seen(place, `[data-screen="${name}"]`);

/** Touches pictures of the grid by their place, as a finger would. */
const touch = async (place: HTMLElement, ...places: readonly number[]): Promise<void> => {
  for (const n of places) await press(place, `.code-key:nth-child(${n})`);
};

describe('a printed card', () => {
  it('asks for the sound before anything is said, once', async () => {
    const [sound, setSound] = createSignal<ReturnType<App['sound']>>('not-asked');
    const say = vi.fn<App['say']>();
    const { place } = open('/c', { ...card, sound, setSound, say });
    await on(place, 'sound');
    expect(say).not.toHaveBeenCalled();
    await press(place, '[data-say="label.aloud"]');
    await on(place, 'who');
    expect(say).toHaveBeenLastCalledWith(['title.who', 'label.its-me', 'label.not-me']);
  });

  it('is given back with one press by somebody else', async () => {
    const { place } = open('/c', card);
    await press(place, '[data-say="label.not-me"]');
    await on(place, 'refused');
  });

  it('changes nothing on the phone of another person', async () => {
    const enrol = vi.fn<App['enrol']>();
    const { place } = open('/c', {
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
    const { place, at } = open('/c', { ...card, enrol });
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
    const { place } = open('/c', { ...card, enrol });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 1, 2, 3, 4);
    await press(place, '[data-screen="story"] [data-primary]');
    await on(place, 'code');
    await touch(place, 4, 3, 2, 1);
    await on(place, 'story');
    expect(enrol).not.toHaveBeenCalled();
  });

  it('takes the last picture back by a touch on the slots', async () => {
    const { place } = open('/c', card);
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 1, 2);
    expect(place.querySelectorAll('.code-slot-full')).toHaveLength(2);
    await press(place, '.code-slots');
    expect(place.querySelectorAll('.code-slot-full')).toHaveLength(1);
  });

  it('that has its pictures already asks them once, and shows none of them in the slots', async () => {
    const enrol = vi.fn<App['enrol']>(async () => 'CodeWrong');
    const { place } = open('/c', { ...card, enrol, openCard: async () => ({ me: AMINA, hasCode: true }) });
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
    const { place, at } = open('/c', { ...card, enrol, openCard: async () => ({ me: AMINA, hasCode: true }) });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 5, 6, 7, 8);
    await seen(place, `[data-say="entry.${why}"]`);
    await press(place, '[data-primary]');
    await vi.waitFor(() => expect(at()).toBe('/'));
    expect(enrol.mock.calls[1]).toEqual(enrol.mock.calls[0]);
  });

  it('leads to the ticket that was waiting', async () => {
    const { place, at } = open('/c', { ...card, keptTicket: () => TICKET, openCard: async () => ({ me: AMINA, hasCode: true }) });
    await press(place, '[data-say="label.its-me"]');
    await touch(place, 5, 6, 7, 8);
    await vi.waitFor(() => expect(at()).toBe('/e'));
  });
});

describe('a ticket', () => {
  it('is a badge after one press', async () => {
    const claim = vi.fn<App['claim']>(async () => badgeId(1));
    const dropTicket = vi.fn<App['dropTicket']>();
    const { place } = open('/e', { keptTicket: () => TICKET, claim, dropTicket });
    await press(place, '[data-screen="claim"] [data-primary]');
    await on(place, 'taken');
    expect(claim).toHaveBeenCalledExactlyOnceWith(TICKET);
    expect(dropTicket).toHaveBeenCalled();
  });

  it('pressed twice in a hurry is taken once', async () => {
    const claim = vi.fn<App['claim']>(() => new Promise(() => undefined));
    const { place } = open('/e', { keptTicket: () => TICKET, claim });
    const button = await seen(place, '[data-screen="claim"] [data-primary]');
    button.click();
    button.click();
    expect(claim).toHaveBeenCalledOnce();
  });

  it('goes into the pocket for later, and waits at home', async () => {
    const keepTicket = vi.fn<App['keepTicket']>(async () => true);
    const { place, at } = open('/e', { keptTicket: () => TICKET, keepTicket });
    await press(place, '[data-say="label.later"]');
    await vi.waitFor(() => expect(at()).toBe('/'));
    expect(keepTicket).toHaveBeenCalledExactlyOnceWith(TICKET);
    expect((await seen(place, '[data-screen="home"] [data-primary]')).getAttribute('href')).toBe('/e');
  });

  it('that cannot be taken says why, and does not wait in the pocket', async () => {
    const dropTicket = vi.fn<App['dropTicket']>();
    const { place } = open('/e', {
      keptTicket: () => TICKET,
      dropTicket,
      look: async () => ({ type: 'refused', refusal: { type: 'AlreadyHeld', badge: badgeId(3) } }),
    });
    await seen(place, '[data-say="refused.AlreadyHeld"]');
    expect(dropTicket).toHaveBeenCalled();
    expect((await seen(place, '[data-primary]')).getAttribute('href')).toBe(`/badges/${badgeId(3)}`);
  });

  it('refused at the last moment is said too', async () => {
    const { place } = open('/e', { keptTicket: () => TICKET, claim: async () => ({ type: 'EventOver', closes: 0 }) });
    await press(place, '[data-screen="claim"] [data-primary]');
    await seen(place, '[data-say="refused.EventOver"]');
  });

  it('opened where nobody is known is kept, and leads to the app or the card', async () => {
    const keepTicket = vi.fn<App['keepTicket']>(async () => true);
    const { place } = open('/e', { ...nobody, keptTicket: () => TICKET, keepTicket });
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
    const { at } = open('/scan', sees('card', { ...card, bringCard, look: async () => ({ type: 'card' }) }));
    await vi.waitFor(() => expect(at()).toBe('/c'));
    expect(bringCard).toHaveBeenCalledExactlyOnceWith('card');
  });

  it('opens nobody’s card on somebody’s device', async () => {
    const bringCard = vi.fn<App['bringCard']>();
    const { place } = open('/scan', sees('card', { bringCard, look: async () => ({ type: 'card' }) }));
    await seen(place, '[data-say="refused.card"]');
    expect(bringCard).not.toHaveBeenCalled();
  });

  it('never opens a code that is not one of ours, and looks again with one press', async () => {
    const { place, at } = open('/scan', sees('https://elsewhere.example', { look: async () => ({ type: 'foreign' }) }));
    await seen(place, '[data-say="refused.foreign"]');
    expect(at()).toBe('/scan');
  });

  it('gives the camera back when one leaves', async () => {
    const stop = vi.fn<() => void>();
    const { place } = open('/scan', { scan: () => ({ stop, torch: null }) });
    await on(place, 'scan');
    leave?.();
    leave = undefined;
    expect(stop).toHaveBeenCalled();
  });

  it('without a camera offers a photo instead', async () => {
    const { place } = open('/scan', {
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
    const { place } = open('/', { refusals, forgetRefusal: (n) => setRefusals((left) => left.filter((one) => one.n !== n)) });
    await on(place, 'refused');
    await press(place, '[data-primary]');
    await on(place, 'home');
  });

  it('of an organiser is the events', async () => {
    const { at } = open('/', { who: () => 'organiser', me: () => undefined });
    await vi.waitFor(() => expect(at()).toBe('/event'));
  });
});

describe('showing a badge', () => {
  const id = badgeId(1);

  it('asks who may see before any code is made', async () => {
    const qr = vi.fn<App['qr']>(async () => '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const [shown, setShown] = createSignal<'me' | 'world'>('me');
    const { place } = open(`/badges/${id}/show`, {
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

  it('shows the address itself where nothing can share it', async () => {
    const { place } = open(`/badges/${id}/show`, {
      badges: () => [aBadge(1, 'je-participe', { shown: 'world' })],
      share: async () => false,
    });
    await press(place, '[data-say="label.share"]');
    expect((await seen(place, '.address')).textContent).toContain(id);
  });
});
