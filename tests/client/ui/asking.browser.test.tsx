import { describe, expect, it, vi } from 'vitest';
import type { App } from '#client/ui/app';
import type { Asking } from '#client/ui/app-asking';
import { anAsking, aPending, aRequestView, BY_KARIM } from '#client/ui/gallery/fixed-asking';
import { openPerson } from './open-person.tsx';
import { leave, on, press, seen } from './open-screens.tsx';

const over = (asking: Asking | null): Partial<App> => ({ asking: () => () => asking });
const nth = (n: number): string => `.choice:nth-child(${n})`;
const next = '.asking-next';

describe('a question', () => {
  it('has its tick on the picture, and only then the arrow', async () => {
    const { place } = openPerson('/ask/en-equipe', over(anAsking('en-equipe', 'fr')));
    await on(place, 'question');
    expect(place.querySelector(next)).toBeNull();
    await press(place, nth(2));
    await seen(place, '.choice .tile-tick');
    await seen(place, `${next}[data-primary]`);
    expect(place.querySelectorAll('[data-primary]')).toHaveLength(1);
  });

  it('is followed by the next one in the same moment, and Back goes one question back', async () => {
    const asking = anAsking('en-equipe', 'fr');
    const { place, at, back } = openPerson('/ask/en-equipe', over(asking));
    await press(place, nth(1));
    await press(place, next);
    await vi.waitFor(() => expect(at()).toBe('/ask/en-equipe?at=did'));
    await vi.waitFor(() => expect(place.querySelectorAll('.choice')).toHaveLength(4));
    back();
    await vi.waitFor(() => expect(asking?.now().here).toBe('situation'));
    await seen(place, `${nth(1)}[aria-pressed="true"]`);
  });

  it('can be passed over, but for how', async () => {
    const asking = anAsking('en-equipe', 'fr');
    const { place, at } = openPerson('/ask/en-equipe', over(asking));
    for (const slot of ['did', 'watched', 'how']) {
      await press(place, '[data-say="say.skip"]');
      await vi.waitFor(() => expect(at()).toBe(`/ask/en-equipe?at=${slot}`));
    }
    await seen(place, '.how-scene');
    expect(place.querySelector('[data-say="say.skip"]')).toBeNull();
  });

  it('shows which was touched first by dots, and takes back what is touched again', async () => {
    const { place } = openPerson('/ask/je-monte?at=did', over(anAsking('je-monte', 'fr')));
    await vi.waitFor(() => expect(place.querySelectorAll('.choice')).toHaveLength(4));
    await press(place, nth(3));
    await press(place, nth(1));
    const dots = () => [1, 2, 3].map((n) => place.querySelectorAll(`${nth(n)} .choice-dot`).length);
    await vi.waitFor(() => expect(dots()).toEqual([2, 0, 1]));
    await press(place, nth(3));
    await vi.waitFor(() => expect(dots()).toEqual([1, 0, 0]));
  });

  it('is heard with all its choices by who wants to hear', async () => {
    const say = vi.fn<App['say']>();
    const { place } = openPerson('/ask/en-equipe?at=how', { ...over(anAsking('en-equipe', 'fr')), sound: () => 'aloud', say });
    await vi.waitFor(() =>
      expect(say.mock.lastCall?.[0]).toEqual([
        'question.common.how-help',
        'option.shown',
        'option.together',
        'option.alone',
        'option.showing',
      ]),
    );
    await press(place, nth(3));
    expect(say.mock.lastCall?.[0]).toEqual(['option.alone']);
  });

  it('says honestly who was there', async () => {
    const asking = anAsking('en-equipe', 'fr');
    const { place } = openPerson('/ask/en-equipe', over(asking));
    await press(place, '.asking-company');
    await on(place, 'company');
    await press(place, '[data-say="label.with-interpreter"]');
    await on(place, 'question');
    expect(asking?.company()).toBe('interpreter');
  });
});

describe('the strip of answers', () => {
  const through = (change: Partial<Asking> = {}) => anAsking('en-equipe', 'fr', true, change);

  it('tells itself frame by frame without a sound', async () => {
    const { place } = openPerson('/ask/en-equipe?at=recap', over(through()));
    const first = await seen(place, '.strip-frame.strip-told');
    expect(first).toBe(place.querySelector('.strip-frame'));
  });

  it('lights the frame the voice tells', async () => {
    let told: ((key: string | null) => void) | undefined;
    const say: App['say'] = (_keys, heard) => {
      told = heard;
    };
    const { place } = openPerson('/ask/en-equipe?at=recap', { ...over(through()), sound: () => 'aloud', say });
    await on(place, 'recap');
    for (const key of ['title', 'question', 'option']) told?.(key);
    await vi.waitFor(() => expect(place.querySelector('.strip-told')).toBe(place.querySelector('.strip-frame')));
    told?.('next question');
    await vi.waitFor(() => expect(place.querySelector('.strip-told')).toBe(place.querySelectorAll('.strip-frame')[1]));
    told?.(null);
    await vi.waitFor(() => expect(place.querySelector('.strip-told')).toBeNull());
  });

  it('asks, and shows how it stands', async () => {
    const { place, at } = openPerson('/ask/en-equipe?at=recap', over(through()));
    await press(place, '[data-say="label.ask-for"]');
    await vi.waitFor(() => expect(at()).toBe('/asked/request-1'));
    await seen(place, '.request-stage-here');
  });

  it('leads to what is missing', async () => {
    const { place, at } = openPerson(
      '/ask/en-equipe?at=recap',
      over(through({ ask: async () => ({ type: 'NotReady', missing: 'show' }) })),
    );
    await press(place, '[data-say="label.ask-for"]');
    await vi.waitFor(() => expect(at()).toBe('/ask/en-equipe?at=show'));
  });

  it('keeps it for me, and says so', async () => {
    const keep = vi.fn<Asking['keep']>(async () => undefined);
    const { place } = openPerson('/ask/en-equipe?at=recap', over(through({ keep })));
    await press(place, '[data-say="label.for-me"]');
    await on(place, 'kept-mine');
    expect(keep).toHaveBeenCalledOnce();
  });

  it('does not open before every question is behind', async () => {
    const { at } = openPerson('/ask/en-equipe?at=recap', over(anAsking('en-equipe', 'fr')));
    await vi.waitFor(() => expect(at()).toBe('/ask/en-equipe?at=situation'));
  });
});

describe('what I asked for', () => {
  const asked = (change: Parameters<typeof aRequestView>[0], app: Partial<App> = {}) =>
    openPerson('/asked/request-1', { requests: () => [aRequestView(change)], ...app });

  it('is taken back only after one could undo it', async () => {
    const takeBackRequest = vi.fn<App['takeBackRequest']>(async () => undefined);
    const { place } = asked({}, { takeBackRequest });
    await press(place, '[data-say="label.take-back"]');
    await press(place, '[data-say="label.undo"]');
    await on(place, 'request');
    expect(takeBackRequest).not.toHaveBeenCalled();
    await press(place, '[data-say="label.take-back"]');
    await on(place, 'took-back');
    leave();
    expect(takeBackRequest).toHaveBeenCalledWith('request-1');
  });

  it('goes on with the face and the voice of who answered', async () => {
    const { place } = asked({ step: 'continue', by: BY_KARIM }, { mediaAddress: async () => 'data:audio/wav;base64,UklGRg==' });
    await seen(place, '.answered-voice');
    expect((await seen(place, next)).getAttribute('href')).toBe('/ask/en-equipe');
  });

  it('is shown instead of asking twice', async () => {
    const asking = anAsking('en-equipe', 'fr');
    const waiting = asking && { ...asking, view: { ...asking.view, waiting: aRequestView().id } };
    const { at } = openPerson('/ask/en-equipe', over(waiting));
    await vi.waitFor(() => expect(at()).toBe('/asked/request-1'));
  });

  it('comes first at home when it is my turn', async () => {
    const { place } = openPerson('/', { pending: () => [aPending('open')] });
    expect((await seen(place, '.hero')).getAttribute('href')).toBe('/ask/en-equipe');
  });
});
