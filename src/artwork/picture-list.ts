import { KIT_PICTURES } from './kit-picture-list.ts';

/** Where a picture comes from: one glyph of Noto Emoji by its name there, or a file of ours in `drawn/`. */
export type PictureSource = { readonly noto: string } | { readonly drawn: true };

type Listed = PictureSource & { readonly means: string };

const noto = (name: string, means: string): Listed => ({ noto: name, means });
const drawn = (means: string): Listed => ({ drawn: true, means });

/**
 * Every picture of the product, by the name it is served under (`/pictures/<name>.svg`), with the one thing it means.
 * One meaning per picture and one picture per meaning, glyphs included: `tests/artwork/picture-list.test.ts` watches over it.
 */
const SCENES = {
  'alarm-clock': noto('alarm-clock', 'badge: on time'),
  'carry-together': drawn('badge: in a team'),
  listen: noto('ear-medium-dark-skin-tone', 'badge: I understand the instruction'),
  'safety-vest': noto('safety-vest', 'badge: in safety'),
  'speaking-head': drawn('badge: I communicate'),
  'work-together': drawn('key badge: know-how-to-be at work'),
  event: drawn('badge: I take part in an event'),
  welcome: drawn('badge: welcome'),
  'scan-poster': drawn('scan: aim the phone at a poster'),
  'show-phones': drawn('show: my code to another phone'),
  'take-badge': drawn('I take this badge'),
  'badge-pocket': drawn('later'),
  'ask-badge': drawn('I ask for a badge'),
  'kept-here': drawn('kept on this phone'),
  'on-its-way': drawn('on its way'),
  arrived: drawn('arrived at the structure'),
  'too-early': drawn('the event has not begun'),
  'event-over': drawn('the event is over'),
  'forged-ticket': drawn('this ticket is forged'),
  'foreign-code': drawn('this code is not one of ours'),
  'already-held': drawn('already mine'),
  'no-camera': drawn('the camera is closed'),
  'no-network': drawn('no network'),
  'secure-needed': drawn('this address is not secure'),
  'hold-still': drawn('hold the phone still'),
  'come-nearer': drawn('come nearer'),
  'too-dark': drawn('too dark'),
  everyone: drawn('the whole world sees it'),
  'a-badge': drawn('a badge, whichever'),
  'old-card': drawn('an older card, and the new one'),
  'being-mended': drawn('the app does not work for now'),
  'take-tablet': drawn('no network here: take the tablet'),
  'ready-offline': drawn('the app works without network'),
  'nothing-here': drawn('nothing at this address'),
  'road-to-come': drawn('no road yet'),
  'headset-person': drawn('someone who helps'),
  'photo-hands': drawn('a photo of hands and things: nobody can be recognised'),
  'photo-face': drawn('no photo of a face'),
  'blur-face': drawn('a face made unrecognisable'),
  'they-agree': drawn('who can be seen said yes'),
  'no-microphone': drawn('the microphone is closed'),
  'camera-busy': drawn('a call has the camera'),
  'storage-full': drawn('no room left on this phone'),
  'my-shown': drawn('what I show'),
  'by-link': drawn('a badge sent to somebody, for some days'),
  'my-links': drawn('the badges I sent'),
  'link-over': drawn('what was sent cannot be seen now'),
  'link-day': drawn('for one day'),
  'link-week': drawn('for seven days'),
  'link-month': drawn('for thirty days'),
  networks: drawn('where many people look'),
  'to-linkedin': drawn('LinkedIn'),
  'to-x': drawn('X'),
  'to-facebook': drawn('Facebook'),
  'to-mail': drawn('an e-mail'),
  'only-me-sees': drawn('only I see this photo or voice'),
  'team-sees': drawn('my structure sees this photo or voice'),
  'gone-back': drawn('I take back what I showed'),
} as const satisfies Readonly<Record<string, Listed>>;

/** The twelve pictures of the picture code: their only meaning is themselves, so no badge and no question may use them. */
const CODE = {
  'code-umbrella': noto('umbrella', 'code: umbrella'),
  'code-guitar': noto('guitar', 'code: guitar'),
  'code-teapot': noto('teapot', 'code: teapot'),
  'code-lemon': noto('lemon', 'code: lemon'),
  'code-tree': noto('deciduous-tree', 'code: tree'),
  'code-chair': noto('chair', 'code: chair'),
  'code-cap': noto('billed-cap', 'code: cap'),
  'code-bread': noto('bread', 'code: bread'),
  'code-ball': noto('soccer-ball', 'code: ball'),
  'code-rose': noto('rose', 'code: rose'),
  'code-drum': noto('drum', 'code: drum'),
  'code-mountain': noto('mountain', 'code: mountain'),
} as const satisfies Readonly<Record<string, Listed>>;

/** The figures a person may choose. Their names say nothing about the person: a record that holds one holds no description of anyone. */
const FIGURE_ART = {
  'figure-01': noto('woman-with-headscarf-medium-skin-tone', 'figure: woman with a headscarf'),
  'figure-02': noto('man-dark-skin-tone', 'figure: man with short hair, dark'),
  'figure-03': noto('woman-light-skin-tone', 'figure: woman with long hair, light'),
  'figure-04': noto('man-medium-light-skin-tone-beard', 'figure: man with a fair beard'),
  'figure-05': noto('woman-medium-dark-skin-tone-curly-hair', 'figure: woman with curly hair, brown'),
  'figure-06': noto('man-wearing-turban-medium-skin-tone', 'figure: man with a turban'),
  'figure-07': noto('old-woman-light-skin-tone', 'figure: older woman, light'),
  'figure-08': noto('man-medium-skin-tone', 'figure: man with short hair, tan'),
  'figure-09': noto('woman-dark-skin-tone', 'figure: woman with long hair, dark'),
  'figure-10': noto('old-man-medium-dark-skin-tone', 'figure: older man, brown'),
  'figure-11': noto('woman-medium-light-skin-tone-white-hair', 'figure: woman with white hair'),
  'figure-12': noto('man-dark-skin-tone-beard', 'figure: man with a dark beard'),
  'figure-13': noto('person-medium-light-skin-tone', 'figure: person with wavy fair hair'),
  'figure-14': noto('woman-in-manual-wheelchair-dark-skin-tone', 'figure: woman in a wheelchair'),
  'figure-15': noto('man-light-skin-tone-bald', 'figure: bald man, light'),
  'figure-16': noto('woman-with-headscarf-dark-skin-tone', 'figure: woman with a headscarf, dark'),
  'figure-17': noto('man-in-manual-wheelchair-medium-skin-tone', 'figure: man in a wheelchair'),
  'figure-18': noto('woman-light-skin-tone-red-hair', 'figure: woman with red hair'),
  'figure-19': noto('man-medium-dark-skin-tone-curly-hair', 'figure: man with curly hair'),
  'figure-20': noto('woman-wearing-turban-dark-skin-tone', 'figure: woman with a turban'),
  'figure-21': noto('older-person-medium-light-skin-tone', 'figure: older person, fair'),
  'figure-22': noto('woman-medium-skin-tone', 'figure: woman with long hair, tan'),
  'figure-23': noto('man-light-skin-tone-white-hair', 'figure: man with white hair'),
  'figure-24': noto('person-dark-skin-tone', 'figure: person with wavy dark hair'),
} as const satisfies Readonly<Record<string, Listed>>;

export const PICTURES = { ...SCENES, ...KIT_PICTURES, ...CODE, ...FIGURE_ART } as const;

export type PictureName = keyof typeof PICTURES;
export type CodePicture = keyof typeof CODE;
export type Figure = keyof typeof FIGURE_ART;

/** The pictures of the bars that stand on every screen: they come inside the first script, so that a first visit asks for fewer files. */
export const FIRST_PICTURES = ['headset-person', 'scan-poster'] as const satisfies readonly PictureName[];
