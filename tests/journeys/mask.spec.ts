import { openAdvisor } from './kit/advisor.ts';
import { makeAsker } from './kit/asker.ts';
import { countSpeech } from './kit/count-speech.ts';
import { CODE } from './kit/enter.ts';
import { type Eyes, openEyes } from './kit/eyes.ts';
import { expect, type Town, test } from './kit/journey.ts';
import { countRows, readRows } from './kit/ledger.ts';
import { makeOrganiser } from './kit/organiser.ts';
import type { Phone } from './kit/person.ts';
import { readQrOn } from './kit/read-screen.ts';
import { readyOffline } from './kit/steps.ts';

const SCREEN = { width: 360, height: 640 };

/** Somebody who cannot read, before a phone that is quiet. */
const blindToWords = async (phone: (options: { readonly screen: typeof SCREEN }) => Promise<Phone>): Promise<readonly [Phone, Eyes]> => {
  const amina = await phone({ screen: SCREEN });
  return [amina, await openEyes(amina.context(), amina.page())];
};

/** From the card to home: quiet, it is me, four pictures, their story, the same four, a phone of her own, yes to each of three ideas. */
const enter = async (eyes: Eyes, amina: Phone, town: Town, sound = 'speaker-slash'): Promise<void> => {
  await amina.page().goto(town.card(0));
  await eyes.touch(sound);
  // Her own face: it is me.
  await eyes.see('figure-01');
  await eyes.touch('tick');
  for (const turn of ['story', 'consent']) {
    await eyes.see('code-teapot');
    // The first place is the row of slots, which takes back.
    for (const place of CODE) await eyes.touchPlace(1 + place);
    if (turn === 'story') await eyes.touch('arrow-right');
  }
  // A phone with one face on it, her own: beside it the one with others around it.
  await eyes.see('figure-22');
  await eyes.touchPlace(0);
  for (const _idea of ['kept', 'team', 'private']) await eyes.touch('tick');
  await eyes.see('scan-poster');
};

/** Counts what one journey takes, and prints it. */
const counting = (eyes: Eyes, journey: string): (() => void) => {
  const before = eyes.taps();
  return () => {
    expect(eyes.typed()).toBe(0);
    console.log(`${journey}: ${eyes.taps() - before} taps, ${eyes.typed()} characters typed`);
  };
};

const takeFromEvent = async (eyes: Eyes, amina: Phone, ticket: string): Promise<number> => {
  amina.sees([
    { shows: null, seconds: 0.4 },
    { shows: ticket, seconds: 4 },
  ]);
  await eyes.touch('scan-poster');
  await eyes.see('take-badge');
  const scanned = eyes.taps();
  await eyes.touch('take-badge');
  await eyes.see('arrow-right');
  return eyes.taps() - scanned;
};

test('without a word to read: enter with the card', async ({ town, phone }) => {
  const [amina, eyes] = await blindToWords(phone);
  const print = counting(eyes, 'enter with the card');
  await enter(eyes, amina, town);
  print();
});

test('without a word to read: take the badge of an event, in airplane mode, with two taps at most after the scan', async ({
  town,
  phone,
}) => {
  const organiser = await makeOrganiser(town.invitation);
  const [amina, eyes] = await blindToWords(phone);
  await enter(eyes, amina, town);
  await readyOffline(amina);
  const ticket = await organiser.ticket();
  await amina.airplane(true);
  const print = counting(eyes, 'take the badge of an event');
  expect(await takeFromEvent(eyes, amina, ticket)).toBeLessThanOrEqual(2);
  print();
  await eyes.see('kept-here');
  await amina.airplane(false);
  await eyes.see('arrived');
  expect(countRows(town.data, 'badge')).toBe(1);
});

test('without a word to read: ask for a badge with a photo and my voice, in at most four minutes for who hears every screen out', async ({
  town,
  phone,
}) => {
  test.slow();
  const [amina, eyes] = await blindToWords(phone);
  const said = await countSpeech(amina);
  await enter(eyes, amina, town, 'speaker-high');
  const [tapsBefore, saidBefore] = [eyes.taps(), said()];
  const print = counting(eyes, 'ask for a badge, with a photo and my voice');
  await askForBadge(eyes);
  print();
  const spoken = said() - saidBefore;
  const seconds = spoken + (eyes.taps() - tapsBefore) * SECONDS_PER_TAP + SECONDS_TO_SPEAK;
  console.log(`ask for a badge: ${seconds.toFixed(0)} s for a person who hears every screen out (${spoken.toFixed(0)} s of it)`);
  expect(spoken).toBeGreaterThan(20);
  expect(seconds).toBeLessThanOrEqual(240);
  await eyes.see('arrived');
  const [request] = readRows(town.data, 'request');
  expect(request).toMatchObject({ step: 'sent' });
});

/** Somebody who takes her time: a tap every so often once the screen has said all it says, and so long to say what it means to her. */
const SECONDS_PER_TAP = 1.5;
const SECONDS_TO_SPEAK = 10;

/** From home: my next step, the first picture of every question, a photo where something is to be shown, my voice where it is asked for. */
const askForBadge = async (eyes: Eyes): Promise<void> => {
  await eyes.touchPlace(0);
  await eyes.touch('ask-badge');
  for (;;) {
    const choices = await eyes.look();
    if (choices.some((pictures) => pictures.includes('ask-badge'))) break;
    if (choices.some((pictures) => pictures.includes('photo-hands'))) await takePhoto(eyes, 'photo-hands');
    else await eyes.touchPlace(0);
    if ((await eyes.look()).some((pictures) => pictures.includes('microphone'))) await speak(eyes);
    await eyes.touch('arrow-right');
  }
  await eyes.touch('ask-badge');
  await eyes.see('arrow-right');
};

const speak = async (eyes: Eyes): Promise<void> => {
  await eyes.touch('microphone');
  await eyes.wait(1_500);
  await eyes.touchPlace(0);
  await eyes.touch('tick');
};

/** Touches what leads to the camera, sees what a good photo is, shoots, keeps it, nobody is on it. */
const takePhoto = async (eyes: Eyes, way: string): Promise<void> => {
  await eyes.touch(way);
  await eyes.touch('arrow-right');
  // The shutter is the one thing to press before the camera.
  await eyes.touchPlace(0);
  await eyes.touch('tick');
  await eyes.touch('photo-hands');
};

test('without a word to read: show a photo', async ({ town, phone }) => {
  const [amina, eyes] = await blindToWords(phone);
  await enter(eyes, amina, town);
  const print = counting(eyes, 'keep a photo to show');
  // My own face, above.
  await eyes.touchBar('figure-01');
  await eyes.touch('my-shown');
  await eyes.touch('my-shown');
  await eyes.touch('plus');
  await takePhoto(eyes, 'photo-hands');
  print();
  await eyes.see('arrived');
});

test('without a word to read: show a badge to somebody', async ({ town, phone }) => {
  test.slow();
  const organiser = await makeOrganiser(town.invitation);
  const [amina, eyes] = await blindToWords(phone);
  await enter(eyes, amina, town);
  await takeFromEvent(eyes, amina, await organiser.ticket());
  await eyes.see('arrived');
  await eyes.touch('arrow-right');
  const print = counting(eyes, 'show a badge to somebody');
  // Home's second thing is my badges, and the first of the wall is the latest.
  await eyes.touchPlace(1);
  await eyes.touchPlace(0);
  await eyes.touch('show-phones');
  await eyes.touch('everyone');
  await eyes.see('networks');
  print();
  const address = await readQrOn(amina.page().locator('main'));
  await expect.poll(async () => (await fetch(address, { headers: { accept: 'application/vc+ld+json' } })).status).toBe(200);
});

test('without a word to read: receive a badge that was given', async ({ town, phone }) => {
  test.slow();
  const [amina, eyes] = await blindToWords(phone);
  await enter(eyes, amina, town);
  const asker = await makeAsker(town.origin);
  await asker.ask('en-equipe', 'alone');
  const nadia = await phone({ screen: SCREEN });
  const page = await openAdvisor(nadia, town);
  await page.locator('.asked-card').tap({ timeout: 30_000 });
  await page.locator('.decide-actions [data-primary]').tap();
  await page.locator('.confirm [data-primary]').tap();
  const print = counting(eyes, 'receive a badge');
  await eyes.touch('take-badge');
  await eyes.see('scan-poster');
  print();
  expect(countRows(town.data, 'badge')).toBe(1);
});
