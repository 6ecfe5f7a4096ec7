import type { Consent, ConsentTopic } from '#domain/consent';

/** What she said of each topic; a topic that is not there was never put to her. */
export type Consents = Partial<Record<ConsentTopic, Consent['said']>>;

/** How the app comes on this phone's home screen: by one touch, by the browser's own menu, or it is there already (or cannot be). */
export type InstallWay = 'touch' | 'ios' | 'firefox' | 'samsung' | 'none';

/** Everything of hers as one file, saved on the device already. `share` opens the phone's share sheet; null where it takes no files. */
export interface TakenAway {
  readonly name: string;
  readonly share: (() => Promise<void>) | null;
}

/** What screens may do in somebody's first minutes, and with all that is hers. */
export interface FirstApp {
  /** Somebody chose this device's language; until then it is only a guess. */
  readonly greeted: () => boolean;
  greet(locale: string): void;
  /** Her card has just been opened for the first time, and she was not asked yet. Outlives a phone that dies. */
  readonly consentDue: () => boolean;
  askConsent(due: boolean): void;
  consents(): Promise<Consents>;
  /** On the device, durably, when it resolves. */
  sayConsent(topic: ConsentTopic, said: Consent['said']): Promise<void>;
  readonly installWay: () => InstallWay;
  /** A calm moment to ask: not her first start, nothing has just been opened, never asked before. */
  readonly installDue: () => boolean;
  /** She was asked: from now on only by herself. */
  installAsked(): void;
  /** Where `installWay` is `touch`: the browser asks. True when it is on the screen now. */
  install(): Promise<boolean>;
  /** Makes the file and saves it; null when it could not be. Works with no network. */
  takeAway(): Promise<TakenAway | null>;
  /** This device forgets her, and starts anew. */
  erase(): Promise<void>;
}
