import type { AskedView } from '#client/views/asked-view';
import type { DossierView } from '#client/views/dossier-view';
import type { ReceivedView } from '#client/views/received-view';
import type { ToSeeView } from '#client/views/to-see-view';
import type { WhoSays, WitnessPage } from '#client/views/witness-view';
import type { Voice } from '#domain/evidence';
import type { BadgeId } from '#domain/ids';
import type { Level } from '#domain/level';
import type { Refusal } from '#domain/refusal';

/** A voice as `RecordVoice` keeps it. */
export interface KeptVoice {
  readonly media: string;
  readonly ms: number;
}

/** What screens may do to give a badge, to receive one, and to ask who saw it. Acts are on the device, durably, when they resolve; null: done. */
export interface GivingApp {
  /** What an advisor's device opens with; undefined until it was read. Read when first asked for. */
  readonly toSee: () => ToSeeView | undefined;
  /** One request, as long as the screen that asks stands; undefined until it was read, null when there is none. */
  asked(person: string, request: string): () => AskedView | null | undefined;
  /** One person, likewise. */
  dossier(person: string): () => DossierView | null | undefined;
  /** *Oui, on vous le donne*: to a request, or on the spot. */
  give(gift: {
    readonly person: string;
    readonly mould: string;
    readonly request?: string;
    readonly level: Level | undefined;
    readonly voice?: KeptVoice | undefined;
  }): Promise<Refusal | null>;
  /** *On regarde* · *on en parle* · *on continue*. */
  reply(said: {
    readonly person: string;
    readonly request: string;
    readonly say: 'looking' | 'talk' | 'continue';
    readonly voice?: KeptVoice | undefined;
  }): Promise<Refusal | null>;
  /** Badges that were given to me and that I have neither received nor put off, earliest first. */
  readonly received: () => readonly ReceivedView[];
  /** *Merci.* */
  receive(badge: BadgeId): Promise<Refusal | null>;
  /** *Plus tard*: not announced again until the app is started anew. */
  putOff(badge: BadgeId): void;
  /** *Qui l'a vu ?* The id of the question, and the address that opens the witness's page unless they stand here. */
  askWitness(asked: {
    readonly about: string;
    readonly mould: string;
    readonly by: 'here' | 'qr' | 'link' | 'slip';
  }): Promise<{ readonly witness: string; readonly address?: string } | Refusal>;
  /** *Je l'ai vu*, on my own phone, by whoever stands beside me. */
  saySeenHere(witness: string, who: { readonly figure?: string; readonly voice?: Voice }): Promise<Refusal | null>;
  /** A witness's page was opened by its address, or by a code scanned in the app. */
  readonly witnessSecret: () => string | undefined;
  /** The page of whoever was asked, in any browser: read when first asked for. */
  witnessPage(secret: string): () => WitnessPage;
  /** Tries once more to read what is asked. */
  lookAgain(secret: string): void;
  /** *Je l'ai vu*, in a browser that is nobody's; it goes on trying by itself until it has arrived or the page is closed. */
  saySeen(secret: string, who: WhoSays): Promise<void>;
}
