import type { App } from '../app.ts';
import { fixedAsking } from './fixed-asking.ts';
import { fixedCapture } from './fixed-capture.ts';
import { fixedCourier } from './fixed-courier.ts';
import { fixedFirst } from './fixed-first.ts';
import { fixedGiving } from './fixed-giving.ts';
import { fixedLeaving } from './fixed-leaving.ts';
import { fixedQr } from './fixed-qr.ts';
import { fixedSending } from './fixed-sending.ts';
import { AMINA, anEvent, aPublicBadge, aRoad, badgeId, DAY_OF_TRADES, SOME_BADGES } from './fixed-values.ts';

/** How long the gallery's code stays, so that one can watch it change. */
const STEP_MS = 20_000;

/** An App of fixed values: nothing is kept, sent or played, and every act answers at once. `change`: what this entry is about. */
export const fixedApp = (change: Partial<App> = {}): App => {
  let tickets = 0;
  const nextTicket = (): number => {
    tickets += 1;
    return tickets;
  };
  return {
    who: () => 'person',
    me: () => AMINA,
    badges: () => SOME_BADGES,
    roads: () => [aRoad(2)],
    safety: () => 'arrived',
    online: () => true,
    readyOffline: () => true,
    locale: () => 'fr',
    setLocale: () => undefined,
    sound: () => 'quiet',
    setSound: () => undefined,
    say: () => undefined,
    hush: () => undefined,
    cardSecret: () => undefined,
    bringCard: () => undefined,
    openCard: async () => ({ me: AMINA, hasCode: false }),
    enrol: async () => 'enrolled',
    enrolOrganiser: async () => 'enrolled',
    keptTicket: () => undefined,
    keepTicket: async () => true,
    dropTicket: () => undefined,
    scan: (_view, on) => {
      queueMicrotask(() => on.state('looking'));
      return { stop: () => undefined, torch: () => undefined };
    },
    scanFile: async () => null,
    look: async () => ({ type: 'ticket', draw: DAY_OF_TRADES, proof: 'proven' }),
    claim: async () => badgeId(1),
    refusals: () => [],
    forgetRefusal: () => undefined,
    show: async () => undefined,
    addressOf: (badge) => `https://pepites.example/b/${badge}`,
    share: async () => true,
    qr: async (text) => fixedQr(text),
    events: () => [anEvent()],
    ticket: async (event, poster) => `https://pepites.example/e#${event}${poster ? '' : nextTicket()}`,
    untilNextStep: () => STEP_MS,
    keepAwake: () => () => undefined,
    publicBadge: () => () => aPublicBadge(),
    checkBadge: async () => ({ ...aPublicBadge(), problems: [] }),
    packed: async () => ['OB3:FIRST', 'OB3:SECOND'],
    reload: () => undefined,
    homeStands: () => () => undefined,
    isWhole: () => true,
    comeWhole: () => undefined,
    ...fixedAsking(() => change.locale?.() ?? 'fr'),
    ...fixedCapture,
    ...fixedCourier,
    ...fixedFirst,
    ...fixedLeaving,
    ...fixedGiving,
    ...fixedSending,
    ...change,
  };
};
