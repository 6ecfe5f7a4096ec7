import type { AskingView, GrowthView } from '#client/views/asking-view';
import type { PendingView, RequestView } from '#client/views/requests-view';
import type { ItemId, Slot } from '#domain/questionnaire';
import type { Reflecting } from '#domain/reflecting';
import type { With } from '#domain/reflection';
import type { Refusal } from '#domain/refusal';

/** One time of thinking about one badge, as it goes on. Every tap stands at once; its saving follows by itself. */
export interface Asking {
  readonly view: AskingView;
  /** Its id; a witness is asked about it. */
  readonly reflection: string;
  readonly now: () => Reflecting;
  /** Who is there while it is answered. */
  readonly company: () => With;
  setCompany(company: With): void;
  /** Touches one thing of a question of the screen that stands. */
  touch(item: ItemId, what: string): void;
  /** The next screen, once this one is answered; the last one stays. */
  goOn(): void;
  /** *Question suivante*. */
  skip(): void;
  /** Stands at this screen: the phone's own Back and Forward. */
  standAt(slot: Slot): void;
  /** *Demander*: durable on the device when it resolves. */
  ask(): Promise<{ readonly request: string; readonly badge: string } | Refusal>;
  /** *Garder pour moi*. */
  keep(): Promise<void>;
}

/** What screens may do to ask for a badge. */
export interface AskingApp {
  /** Asking for this badge; undefined until it was read, null when nothing is asked for it here. */
  asking(mould: string): () => Asking | null | undefined;
  /** What I asked for, latest first; undefined until it was read. Read when first asked for. */
  readonly requests: () => readonly RequestView[] | undefined;
  /** What is under way, what is my turn first. */
  readonly pending: () => readonly PendingView[];
  /** The same questions at two times; undefined until they were read. */
  growth(mould: string): () => readonly GrowthView[] | undefined;
  takeBackRequest(request: string): Promise<void>;
}
