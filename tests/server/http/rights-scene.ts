import { toHex, utf8 } from '#base/bytes';
import { DEMO_STRUCTURE } from '#content/demo';
import { sha256 } from '#credentials/sha256';
import type { DeviceId } from '#domain/ids';
import { revokeDevice } from '#server/actions/revoke-device';
import { linkId, reflectionId, witnessId } from '../../build/asking.ts';
import { badgeId, signerOfNumber } from '../../build/field.ts';
import {
  aClaim,
  advisorOf,
  besides,
  demoTicket,
  openWorld,
  organiserOf,
  type Phone,
  phoneOf,
  push,
  verdictOf,
  type World,
} from '../../build/server-world.ts';

/** Everybody who may come, with the cookie they bring and the key they sign with. `Amina` is whose things are asked for. */
export const VISITORS = ['nobody', 'stranger', 'Amina', 'Karim', 'organiser', 'advisor', 'revoked', 'forger', 'yesterday'] as const;
export type Visitor = (typeof VISITORS)[number];

export interface Scene {
  readonly world: World;
  readonly amina: Phone;
  readonly phones: { readonly [visitor in Visitor]: Phone };
  readonly cookies: { readonly [visitor in Visitor]: string | undefined };
}

export const QUESTION = 'who-saw-it-who-saw-it-';
export const LINK = 'see-it-for-a-while----';
export const HIDDEN = badgeId(1);
export const SHOWN = badgeId(2);

export const setScene = async (): Promise<Scene> => {
  const world = await openWorld();
  const [organiser, karim, revoked] = [await organiserOf(world), await phoneOf(world, 1), await phoneOf(world, 0, 31)];
  const [advisor, yesterday] = [await advisorOf(world), await phoneOf(world, 0, 32)];
  world.clock.tick(86_400_000);
  await Promise.all([organiser.signIn(), advisor.signIn(), karim.signIn(), revoked.signIn()]);
  const amina = await phoneOf(world, 0);
  await push(world, await amina.seal(aClaim(HIDDEN, await demoTicket(world, organiser))));
  await push(
    world,
    await karim.seal(aClaim(SHOWN, await demoTicket(world, organiser)), { name: 'show-badge', args: { badge: SHOWN, to: 'world' } }),
  );
  const way = { secret: toHex(await sha256(utf8(QUESTION))), by: 'qr', structure: DEMO_STRUCTURE.id } as const;
  const link = { link: linkId(1), badge: HIDDEN, secret: toHex(await sha256(utf8(LINK))), lasts: 'day' };
  await push(world, await amina.seal({ name: 'make-link', args: link }));
  await push(
    world,
    await amina.seal({ name: 'ask-witness', args: { witness: witnessId(2), about: reflectionId(1), mould: 'en-equipe', ...way } }),
  );
  await besides(world, (store) => revokeDevice(store, revoked.device));
  const stranger = { ...amina, signer: await signerOfNumber(98), device: (await signerOfNumber(98)).publicKey as DeviceId };
  const phones = { nobody: stranger, stranger, Amina: amina, Karim: karim, organiser, advisor, revoked, forger: stranger, yesterday };
  const cookies = Object.fromEntries(VISITORS.map((visitor) => [visitor, phones[visitor].cookie()]));
  return {
    world,
    amina,
    phones,
    cookies: { ...cookies, nobody: undefined, stranger: undefined, forger: `${amina.cookie()}x` } as Scene['cookies'],
  };
};

export type Cell = (scene: Scene, visitor: Visitor) => Promise<string>;

export const get =
  (path: string): Cell =>
  ({ world, cookies }, visitor) =>
    verdictOf(world.ask(path, { cookie: cookies[visitor] }));

export const everybody = (verdict: string): Readonly<Record<Visitor, string>> =>
  Object.fromEntries(VISITORS.map((visitor) => [visitor, verdict])) as Readonly<Record<Visitor, string>>;

export const signedIn = {
  nobody: '401 SignInNeeded',
  stranger: '401 SignInNeeded',
  revoked: '410 DeviceEnded',
  forger: '401 SignInNeeded',
  yesterday: '401 SignInNeeded',
} as const;
