import { createSignal } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import type { App, EntryRefusal } from '#client/ui/app';
import { anEvent, EARLY_EVENT, PAST_EVENT } from '#client/ui/gallery/fixed-values';
import { EventScreen } from '#client/ui/screens/organiser/event-screen.tsx';
import { EventsScreen } from '#client/ui/screens/organiser/events-screen.tsx';
import { JoinScreen } from '#client/ui/screens/organiser/join-screen.tsx';
import { PosterScreen } from '#client/ui/screens/organiser/poster-screen.tsx';
import { leave, openScreens, seen } from '../open-screens.tsx';

const organiser = { who: () => 'organiser' } as const satisfies Partial<App>;

const SCREENS = { '/o': JoinScreen, '/event': EventsScreen, '/event/:id': EventScreen, '/event/:id/poster': PosterScreen };
const open = (address: string, change: Partial<App>) => openScreens(address, SCREENS, change);

describe('an invitation', () => {
  const invited = { who: () => 'nobody', cardSecret: () => 'secret' } as const satisfies Partial<App>;

  it('makes this device an organiser’s with one press, and goes on to the events', async () => {
    const [who, setWho] = createSignal<'nobody' | 'organiser'>('nobody');
    const enrolOrganiser = vi.fn<App['enrolOrganiser']>(async () => {
      setWho('organiser');
      return 'enrolled' as const;
    });
    const { place, at } = open('/o', { ...invited, who, enrolOrganiser, events: () => [] });
    ((await seen(place, '[data-primary]')) as HTMLElement).click();
    await vi.waitFor(() => expect(at()).toBe('/event'));
    expect(enrolOrganiser).toHaveBeenCalledExactlyOnceWith('secret');
  });

  it.each<EntryRefusal>(['no-network', 'CardUnknown', 'CardVoid', 'CodeLocked', 'Broken', 'TooMany', 'Malformed', 'NotAllowed'])(
    'that ends in %s says why and can be tried again',
    async (why) => {
      const { place, at } = open('/o', { ...invited, enrolOrganiser: async () => why });
      const button = (await seen(place, '[data-primary]')) as HTMLButtonElement;
      button.click();
      const refusal = await seen(place, '.notice-refusal');
      expect(refusal.textContent.trim()).not.toBe('');
      expect(button.disabled).toBe(false);
      expect(at()).toBe('/o');
    },
  );

  it('asks nothing of a device that is an organiser’s already', async () => {
    const { at } = open('/o', { ...invited, ...organiser, events: () => [] });
    await vi.waitFor(() => expect(at()).toBe('/event'));
  });

  it('that was never opened has no button', async () => {
    const { place } = open('/o', { ...invited, cardSecret: () => undefined });
    await seen(place, 'h1');
    expect(place.querySelector('button')).toBeNull();
  });
});

describe('the events', () => {
  it('open the only one that is open', async () => {
    const { at } = open('/event', { ...organiser, events: () => [PAST_EVENT, anEvent(), EARLY_EVENT] });
    await vi.waitFor(() => expect(at()).toBe(`/event/${anEvent().id}`));
  });

  it('are a list when it was asked for, or when several are open', async () => {
    const events = () => [anEvent(), PAST_EVENT];
    const { place } = open('/event?all', { ...organiser, events });
    await seen(place, '.event-card');
    expect(place.querySelectorAll('.event-card')).toHaveLength(2);
    leave();
    const two = open('/event', { ...organiser, events: () => [anEvent(), anEvent({ id: 'other' })] });
    await seen(two.place, '.event-card');
  });

  it('are not for a device that is nobody’s or a person’s', async () => {
    for (const address of ['/event', `/event/${anEvent().id}`, `/event/${anEvent().id}/poster`]) {
      const { at } = open(address, { who: () => 'person' });
      await vi.waitFor(() => expect(at()).toBe('/o'));
      leave();
    }
  });
});

describe('a projected event', () => {
  const at = `/event/${anEvent().id}`;

  it('shows a new code at each step, over the one before', async () => {
    const { place } = open(at, { ...organiser, untilNextStep: () => 40 });
    const codes = new Set<string>();
    await vi.waitFor(() => {
      const layers = place.querySelectorAll('.turning-layer');
      codes.add(layers.item(layers.length - 1)?.innerHTML ?? '');
      expect(layers.length).toBeLessThanOrEqual(2);
      expect(codes.size).toBeGreaterThan(3);
    });
  });

  it('is never without a code once it had one', async () => {
    const { place } = open(at, { ...organiser, untilNextStep: () => 20 });
    await seen(place, '.turning-layer svg');
    let without = 0;
    const watch = new MutationObserver(() => {
      if (!place.querySelector('.turning-layer svg')) without += 1;
    });
    watch.observe(place, { childList: true, subtree: true });
    const turned = vi.fn<() => void>();
    new MutationObserver(turned).observe(await seen(place, '.turning-code'), { childList: true });
    await vi.waitFor(() => expect(turned.mock.calls.length).toBeGreaterThan(4));
    watch.disconnect();
    expect(without).toBe(0);
  });

  it('asks for no more codes when it is left', async () => {
    const steps = { ...organiser, untilNextStep: () => 10 };
    const asked = vi.fn<App['ticket']>(async () => null);
    const later = vi.fn<App['ticket']>(async () => null);
    open(at, { ...steps, ticket: asked });
    await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(2));
    leave();
    const before = asked.mock.calls.length;
    open(at, { ...steps, ticket: later });
    await vi.waitFor(() => expect(later.mock.calls.length).toBeGreaterThan(4));
    expect(asked.mock.calls.length).toBe(before);
  });

  it('keeps the screen lit while it is shown', async () => {
    const sleep = vi.fn<() => void>();
    const keepAwake = vi.fn<App['keepAwake']>(() => sleep);
    const { place } = open(at, { ...organiser, keepAwake });
    await seen(place, '.turning-code');
    expect(keepAwake).toHaveBeenCalledOnce();
    leave();
    expect(sleep).toHaveBeenCalledOnce();
  });

  it('says so when this device may not sign, and when the network is away', async () => {
    const { place } = open(at, { ...organiser, ticket: async () => null, online: () => false });
    await seen(place, '.instead');
    expect(place.querySelector('.turning-code')).toBeNull();
    expect(place.querySelector('.notice')).not.toBeNull();
  });

  it('shows no code before it opens nor after it is over', async () => {
    for (const event of [EARLY_EVENT, PAST_EVENT]) {
      const { place } = open(`/event/${event.id}`, { ...organiser, events: () => [event] });
      await seen(place, '.instead');
      expect(place.querySelector('.turning-code')).toBeNull();
      leave();
    }
  });

  it('shows no face', async () => {
    const { place } = open(at, organiser);
    await seen(place, '.turning-layer svg');
    expect(place.querySelector('[src*="figure-"]')).toBeNull();
  });
});

describe('a poster', () => {
  it('has one code that never changes, without a step', async () => {
    const ticket = vi.fn<App['ticket']>(async () => 'https://pepites.example/e#poster');
    const { place } = open(`/event/${anEvent().id}/poster`, { ...organiser, ticket });
    await seen(place, '.poster-code svg');
    expect(ticket).toHaveBeenCalledExactlyOnceWith(anEvent().id, true);
  });

  it('cannot be printed without its code', async () => {
    const { place } = open(`/event/${anEvent().id}/poster`, { ...organiser, ticket: async () => null });
    await seen(place, 'h1.staff-title');
    const print = (await seen(place, '[data-primary]')) as HTMLButtonElement;
    expect(print.disabled).toBe(true);
    expect(place.querySelector('.poster')).toBeNull();
  });
});
