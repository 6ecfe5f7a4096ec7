import { createSignal, type JSX } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import type { App } from '#client/ui/app';
import { anAsked, DOSSIER, QUESTION, RECEIVED, TO_SEE } from '#client/ui/gallery/fixed-giving';
import { aBadge } from '#client/ui/gallery/fixed-values';
import { DossierScreen } from '#client/ui/screens/advisor/dossier-screen.tsx';
import { GiveScreen } from '#client/ui/screens/advisor/give-screen.tsx';
import { RequestScreen } from '#client/ui/screens/advisor/request-screen.tsx';
import { SeeScreen } from '#client/ui/screens/advisor/see-screen.tsx';
import { Home } from '#client/ui/screens/person/home.tsx';
import { AskWitness } from '#client/ui/screens/person/witness/ask-witness.tsx';
import { WitnessPageScreen } from '#client/ui/screens/witness/witness-page.tsx';
import type { WitnessPage } from '#client/views/witness-view';
import { leave, openScreens, press, seen } from '../open-screens.tsx';
// The house's CSS comes with the routes.
import '#client/ui/routes.tsx';

const advisor = { who: () => 'advisor' } as const satisfies Partial<App>;

/** One screen at an address, over an App that says `change` differently. */
const open = (path: string, address: string, screen: () => JSX.Element, change: Partial<App>) => {
  const { place, at } = openScreens(address, { [path]: screen }, change);
  return { place, at, find: (selector: string) => seen(place, selector), press: (selector: string) => press(place, selector) };
};

const request = (change: Partial<App>) =>
  open('/see/:person/:request', '/see/person-0/request-0', RequestScreen, { ...advisor, ...change });

describe('a request', () => {
  it('says on regarde by itself when it is opened for the first time, and not again', async () => {
    const reply = vi.fn<App['reply']>(async () => null);
    request({ reply, asked: () => () => anAsked({ step: 'sent' }) });
    await vi.waitFor(() => expect(reply).toHaveBeenCalledExactlyOnceWith({ person: 'person-0', request: 'request-0', say: 'looking' }));
    leave();
    const again = vi.fn<App['reply']>(async () => null);
    const { find } = request({ reply: again });
    await find('.decide-actions');
    expect(again).not.toHaveBeenCalled();
  });

  it('is given at the level of her answer, unless the giver chooses another, and only by a second tap', async () => {
    const give = vi.fn<App['give']>(async () => null);
    const { find, press } = request({ give });
    expect((await find('.level[aria-pressed=true]')).textContent).toContain('Fait');
    await press('.level:nth-of-type(3)');
    await press('.decide-actions > :first-child');
    expect(give).not.toHaveBeenCalled();
    expect((await find('.confirm')).textContent).toContain('Montre aux autres');
    await press('.confirm [data-primary]');
    expect(give).toHaveBeenCalledExactlyOnceWith({
      person: 'person-0',
      request: 'request-0',
      mould: 'en-equipe',
      level: 3,
      voice: undefined,
    });
  });

  it('never goes back behind the level that is held', async () => {
    const { find, place } = request({ asked: () => () => anAsked({ held: 2, proposed: 1 }) });
    expect((await find('.level[aria-pressed=true]')).textContent).toContain('Montre aux autres');
    expect([...place.querySelectorAll<HTMLButtonElement>('.level')].map(({ disabled }) => disabled)).toEqual([true, true, false]);
  });

  it('can be answered with on continue or on en parle, without a voice too', async () => {
    const reply = vi.fn<App['reply']>(async () => null);
    const { press } = request({ reply });
    await press('.decide-actions > :nth-child(2)');
    await press('.confirm [data-primary]');
    expect(reply).toHaveBeenLastCalledWith({ person: 'person-0', request: 'request-0', say: 'continue', voice: undefined });
    await press('.decide-actions > :nth-child(3)');
    await press('.confirm [data-primary]');
    expect(reply).toHaveBeenLastCalledWith({ person: 'person-0', request: 'request-0', say: 'talk', voice: undefined });
  });

  it('that could not be answered says so, and can be tried again', async () => {
    const { find, press } = request({ give: async () => ({ type: 'RequestClosed', step: 'taken-back' }) });
    await press('.decide-actions > :first-child');
    await press('.confirm [data-primary]');
    await find('.notice-refusal');
    await find('.decide-actions');
  });

  it('that was answered shows where the answer is, and leads to the next who waits', async () => {
    const { find, place } = request({ asked: () => () => anAsked({ step: 'given', safety: 'kept-here' }) });
    expect((await find('.said')).textContent).toContain('Gardé sur cet appareil');
    expect(place.querySelector('.said a')?.getAttribute('href')).toBe('/see/person-1/request-1');
    expect(place.querySelector('.decide')).toBeNull();
  });

  it('opens a photo large', async () => {
    const { find, press } = request({});
    await press('.shown-photo');
    await vi.waitFor(async () => expect((await find('dialog')).hasAttribute('open')).toBe(true));
  });
});

describe('an advisor’s pages', () => {
  it('lead from the list to a request, to a person and to the events', async () => {
    const { find, place } = open('/see', '/see', SeeScreen, advisor);
    await find('.asked-card');
    const hrefs = [...place.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(expect.arrayContaining(['/event?all', '/see/person-0/request-0', '/see/person-6']));
  });

  it('say what to do when nothing waits and when nobody is there', async () => {
    const { find } = open('/see', '/see', SeeScreen, { ...advisor, toSee: () => ({ ...TO_SEE, toSee: [], people: [] }) });
    expect((await find('.advisor-nothing')).textContent).toContain('touchez une personne');
  });

  it('send every other device to where it belongs', async () => {
    const person = open('/see', '/see', SeeScreen, { who: () => 'person' });
    await vi.waitFor(() => expect(person.at()).toBe('/o'));
    leave();
    const organiser = open('/see', '/see', SeeScreen, { who: () => 'organiser' });
    await vi.waitFor(() => expect(organiser.at()).toBe('/event'));
  });

  it('give a badge on the spot, at the next level, with a second tap', async () => {
    const give = vi.fn<App['give']>(async () => null);
    const mould = DOSSIER.roads[0]?.moulds[1];
    const { press, at } = open('/see/:person/give/:mould', `/see/person-0/give/${mould?.mould}`, GiveScreen, { ...advisor, give });
    await press('.decide-actions > :first-child');
    await press('.confirm [data-primary]');
    expect(give).toHaveBeenCalledExactlyOnceWith({ person: 'person-0', mould: mould?.mould, level: 2, voice: undefined });
    await vi.waitFor(() => expect(at()).toBe('/see/person-0'));
  });

  it('have targets of 48 px at least and no letter under 15 px', async () => {
    document.body.style.inlineSize = '360px';
    for (const [path, address, screen] of [
      ['/see', '/see', SeeScreen],
      ['/see/:person', '/see/person-0', DossierScreen],
      ['/see/:person/:request', '/see/person-0/request-0', RequestScreen],
    ] as const) {
      const { find, place } = open(path, address, screen, advisor);
      await find('main a, main button');
      const small = [...place.querySelectorAll<HTMLElement>('a, button, summary')].filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width > 0 && (width < 48 || height < 48);
      });
      expect(small.map((one) => one.outerHTML.slice(0, 80))).toEqual([]);
      const tiny = [...place.querySelectorAll<HTMLElement>('main *')].filter(
        (one) =>
          !one.closest('svg, .only-heard, .shown-video') &&
          [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
          Number.parseFloat(getComputedStyle(one).fontSize) < 15,
      );
      expect(tiny.map((one) => one.outerHTML.slice(0, 80))).toEqual([]);
      leave();
    }
    document.body.style.inlineSize = '';
  });
});

describe('a badge that was given', () => {
  const TEAM = aBadge(2, 'en-equipe', { level: 2, ribbon: 'open' });
  const given = (change: Partial<App>) =>
    open('/', '/', Home, { badges: () => [TEAM], received: () => [RECEIVED], mediaAddress: async () => 'data:,', ...change });

  it('is the first thing at home: the giver, their voice, the badge; merci takes it in hand', async () => {
    const receive = vi.fn<App['receive']>(async () => null);
    const { find, press, place } = given({ receive });
    expect((await find('.received-name')).textContent).toContain('Nadia');
    await find('.received-voice');
    expect(place.querySelector('.main-home')).toBeNull();
    await press('[data-primary]');
    expect(receive).toHaveBeenCalledExactlyOnceWith(RECEIVED.badge);
  });

  it('can wait: later is home, at once', async () => {
    const [received, setReceived] = createSignal([RECEIVED]);
    const { press, find } = given({ received, putOff: () => void setReceived([]) });
    await press('.actions > :first-child');
    await find('.main-home');
  });
});

describe('asking who saw it', () => {
  const ask = (change: Partial<App>, on: { asked?: (id: string) => void; leave?: () => void } = {}) =>
    open(
      '/',
      '/',
      () => <AskWitness about="it" mould="en-equipe" onAsked={on.asked ?? (() => undefined)} onLeave={on.leave ?? (() => undefined)} />,
      change,
    );

  it('lets whoever stands here say so, choose a face, and go on without a word', async () => {
    const saySeenHere = vi.fn<App['saySeenHere']>(async () => null);
    const asked = vi.fn<(witness: string) => void>();
    const { press } = ask({ saySeenHere }, { asked });
    for (const step of [
      '.witness-ways > :first-child',
      '.main-you-saw [data-primary]',
      '.witness-face:nth-child(2)',
      '.main-say-name [data-primary]',
    ])
      await press(step);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith('witness'));
    expect(saySeenHere).toHaveBeenCalledExactlyOnceWith('witness', { figure: 'figure-02' });
  });

  it('asks nobody when it was not seen', async () => {
    const askWitness = vi.fn<App['askWitness']>(async () => ({ witness: 'witness' }));
    const { press, find } = ask({ askWitness });
    await press('.witness-ways > :first-child');
    await press('.main-you-saw .actions > :first-child');
    await find('.witness-ways');
    expect(askWitness).not.toHaveBeenCalled();
  });

  it.each([
    [2, 'qr'],
    [3, 'link'],
    [4, 'slip'],
  ] as const)('gives a code for whoever is elsewhere (way %i)', async (n, by) => {
    const askWitness = vi.fn<App['askWitness']>(async () => ({ witness: 'witness', address: 'https://pepites.example/w#secret' }));
    const { press, find } = ask({ askWitness });
    await press(`.witness-ways > :nth-child(${n})`);
    await find('.qr svg');
    expect(askWitness).toHaveBeenCalledExactlyOnceWith({ about: 'it', mould: 'en-equipe', by });
  });
});

describe('the page of whoever was asked', () => {
  const page = (change: Partial<App>) => open('/w', '/w', WitnessPageScreen, { who: () => 'nobody', ...change });

  it('sends what was given, and nothing more', async () => {
    const saySeen = vi.fn<App['saySeen']>(async () => undefined);
    const { find, press } = page({ saySeen, witnessSecret: () => 'secret' });
    const name = (await find('input[type=text]')) as HTMLInputElement;
    name.value = ' Idriss ';
    name.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await press('input[value=figure-12]');
    await press('[data-primary]');
    expect(saySeen).toHaveBeenCalledExactlyOnceWith('secret', { firstName: 'Idriss', figure: 'figure-12' });
  });

  it('sends nothing at all when it was not seen, and says so', async () => {
    const saySeen = vi.fn<App['saySeen']>(async () => undefined);
    const { find, press } = page({ saySeen });
    await press('.witness-buttons > :last-child');
    expect((await find('.witness-said')).textContent).toContain('Rien n’est envoyé');
    expect(saySeen).not.toHaveBeenCalled();
  });

  it('tells the truth about where it is', async () => {
    const [now, setNow] = createSignal<WitnessPage>({ state: 'said', question: QUESTION, safety: 'kept-here' });
    const { find } = page({ witnessPage: () => now });
    expect((await find('.witness-said')).textContent).toContain('Laissez cette page ouverte');
    setNow({ state: 'said', question: QUESTION, safety: 'arrived' });
    expect((await find('.witness-said')).textContent).toContain('bien arrivé');
  });
});
