import { afterEach, expect, test } from 'vitest';
import { makeFirstScreen } from '#client/device/first-screen';
import { takePlace } from '#client/device/take-place';

type Told = { readonly code: string; readonly html: string; readonly lang: string; readonly dir: string } | null;

const places: HTMLElement[] = [];
const aPlace = (html = ''): HTMLElement => {
  const place = document.createElement('div');
  place.innerHTML = html;
  document.body.append(place);
  places.push(place);
  return place;
};
afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

const standing = (html = '<p>Amina</p>') => {
  const [place, told, waiting]: [HTMLElement, Told[], (() => void)[]] = [aPlace(html), [], []];
  const screen = makeFirstScreen({ place, code: '/a.js', tell: (stood) => told.push(stood), later: (work) => waiting.push(work) });
  const quiet = () => {
    for (const work of waiting.splice(0)) work();
  };
  return { place, told, screen, quiet };
};
const aMoment = () => new Promise((resolve) => setTimeout(resolve));

test('home is told once it is quiet, without what the content policy forbids and without programs', () => {
  const { place, told, screen, quiet } = standing('<p style="left:1px" class="x">Amina<script>1</script></p>');
  screen.stands();
  expect(told).toEqual([]);
  quiet();
  expect(told.map((one) => one?.html)).toEqual(['<p class="x">Amina</p>']);
  expect(place.querySelector('p')?.getAttribute('style')).toBe('left:1px');
});

test('home is told again when it has changed, and not when it has not', async () => {
  const { place, told, screen, quiet } = standing();
  screen.stands();
  quiet();
  place.append('.');
  place.lastChild?.remove();
  await aMoment();
  quiet();
  expect(told).toHaveLength(1);
  place.append('!');
  await aMoment();
  quiet();
  expect(told.map((one) => one?.html)).toEqual(['<p>Amina</p>', '<p>Amina</p>!']);
});

test('what changes elsewhere makes it forgotten, what changes at home does not', async () => {
  const { told, screen, quiet } = standing();
  const leave = screen.stands();
  quiet();
  screen.changed();
  await aMoment();
  expect(told).toHaveLength(1);
  leave();
  screen.changed();
  await aMoment();
  expect(told.at(-1)).toBeNull();
});

test('a change that brings home back forgets nothing', async () => {
  const { told, screen, quiet } = standing();
  screen.changed();
  screen.stands();
  await aMoment();
  quiet();
  expect(told.map((one) => one?.html)).toEqual(['<p>Amina</p>']);
});

test('a device that is nobody’s any more has no home', () => {
  const { told, screen, quiet } = standing();
  screen.stands();
  quiet();
  screen.forget();
  expect(told.at(-1)).toBeNull();
});

test('a screen left before it was quiet is not told', () => {
  const { told, screen, quiet } = standing();
  screen.stands()();
  quiet();
  expect(told).toEqual([]);
});

test('what is drawn takes the place of the picture that stood there, whole and in one step', async () => {
  const stood = aPlace('<p>old</p>');
  stood.id = 'app-test';
  const place = takePlace(stood);
  expect([stood.isConnected, place.isConnected]).toEqual([true, false]);
  place.append('new');
  await Promise.resolve();
  expect([stood.isConnected, place.isConnected, document.getElementById('app-test')?.textContent]).toEqual([false, true, 'new']);
  place.remove();
});

test('an empty place is drawn in as it is', () => {
  const empty = aPlace();
  expect(takePlace(empty)).toBe(empty);
});
