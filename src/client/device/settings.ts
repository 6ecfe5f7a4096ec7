/** Small choices of this device that say nothing of the person. */
export interface Settings {
  readonly sound: 'aloud' | 'earphones' | 'quiet' | 'not-asked';
  /** BCP 47 language tag; null while nobody chose. */
  readonly locale: string | null;
  /** Number of the last refusal that was looked at. */
  readonly forgotten: number;
  /** The two example pictures of a photo have been seen. */
  readonly knowsPhotos: boolean;
  /** Its owner is to be asked what she agrees to. */
  readonly consentDue: boolean;
  /** How often the app was started here before. */
  readonly starts: number;
  /** Whether to come on the home screen was asked. */
  readonly installAsked: boolean;
  /** Is this phone one person's, or does it go from hand to hand? */
  readonly phone: 'mine' | 'shared' | 'not-asked';
  /** When a shared phone was last touched. */
  readonly touchedAt: number;
}

const KEY = 'pepites-settings';
const SOUNDS: readonly string[] = ['aloud', 'earphones', 'quiet', 'not-asked'] satisfies readonly Settings['sound'][];
const unset: Settings = {
  sound: 'not-asked',
  locale: null,
  forgotten: 0,
  knowsPhotos: false,
  consentDue: false,
  starts: 0,
  installAsked: false,
  phone: 'not-asked',
  touchedAt: 0,
};

const isSound = (value: unknown): value is Settings['sound'] => typeof value === 'string' && SOUNDS.includes(value);

const parse = (text: string | null): Settings => {
  const said: unknown = JSON.parse(text ?? '{}');
  if (typeof said !== 'object' || said === null) return unset;
  const { sound, locale, forgotten, knowsPhotos, consentDue, starts, installAsked, phone, touchedAt } = said as {
    readonly [name in keyof Settings]?: unknown;
  };
  return {
    sound: isSound(sound) ? sound : unset.sound,
    locale: typeof locale === 'string' ? locale : null,
    forgotten: typeof forgotten === 'number' ? forgotten : 0,
    knowsPhotos: knowsPhotos === true,
    consentDue: consentDue === true,
    starts: typeof starts === 'number' ? starts : 0,
    installAsked: installAsked === true,
    phone: phone === 'mine' || phone === 'shared' ? phone : unset.phone,
    touchedAt: typeof touchedAt === 'number' ? touchedAt : 0,
  };
};

/** The choices kept on this device; nothing chosen when the browser keeps nothing or what it kept is not ours. */
export const readSettings = (): Settings => {
  try {
    return parse(localStorage.getItem(KEY));
  } catch {
    return unset;
  }
};

/** Keeps these choices with the others. A browser that keeps nothing forgets them at the end of the visit. */
export const writeSettings = (changed: Partial<Settings>): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readSettings(), ...changed }));
  } catch {
    // Storage is off or full: the choice holds for this visit only.
  }
};
