type GlyphSource = { readonly means: string } & ({ readonly icon: string } | { readonly own: string });

/** The hand of Phosphor's hand-heart, empty. */
const OPEN_HAND =
  'M230.33 141.06a24.4 24.4 0 0 0-21.24-4.23l-41.84 9.62A28 28 0 0 0 140 112H89.94a31.82 31.82 0 0 0-22.63 9.37L44.69 144H16a16 16 0 0 0-16 16v40' +
  'a16 16 0 0 0 16 16h104a8 8 0 0 0 1.94-.24l64-16a7 7 0 0 0 1.19-.4L226 182.82l.44-.2a24.6 24.6 0 0 0 3.93-41.56Zm-10.9 27.15l-38 16.18L119 200H56' +
  'v-44.69l22.63-22.62A15.86 15.86 0 0 1 89.94 128H140a12 12 0 0 1 0 24h-28a8 8 0 0 0 0 16h32a8.3 8.3 0 0 0 1.79-.2l67-15.41l.31-.08a8.6 8.6 0 0 1 6.3 15.9Z';

/** A hexagonal badge with its disc, standing over that hand. */
const BADGE_ABOVE = 'M150 6l50 27v58l-32 17q-10-12-28-12h-18L100 90V33zM150 38a24 24 0 1 0 0 48a24 24 0 1 0 0-48z';

/** A padlock with a tall shackle and a keyhole: Phosphor's reads as a shopping bag when it is small. */
const PADLOCK =
  '<path fill="none" stroke="currentColor" stroke-width="24" d="M84 116V70a44 44 0 0 1 88 0v46"/><path fill="currentColor" fill-rule="evenodd" d="' +
  'M60 108h136a16 16 0 0 1 16 16v100a16 16 0 0 1-16 16H60a16 16 0 0 1-16-16V124a16 16 0 0 1 16-16zm68 32a20 20 0 0 0-10 37.300V208h20v-30.700a20 20 0 0 0-10-37.300z"/>';

/**
 * The one-colour glyphs of buttons and bars, by the name screens use: the Phosphor icon it is (or `own` markup on 256 × 256 where
 * Phosphor has no such thing), and the one thing it means.
 * A word that can be drawn as a real thing belongs in `picture-list.ts` instead.
 */
export const GLYPH_LIST = {
  'arrow-left': { icon: 'arrow-left-bold', means: 'back' },
  'arrow-right': { icon: 'arrow-right-bold', means: 'next' },
  'speaker-high': { icon: 'speaker-high-fill', means: 'listen to this screen' },
  'speaker-slash': { icon: 'speaker-slash-fill', means: 'no sound' },
  headphones: { icon: 'headphones-fill', means: 'sound in earphones' },
  house: { icon: 'house-fill', means: 'home' },
  scan: { icon: 'scan-bold', means: 'scan a code' },
  'qr-code': { icon: 'qr-code-bold', means: 'a code to show' },
  'hand-taking': { own: `<path fill="currentColor" fill-rule="evenodd" d="${OPEN_HAND}${BADGE_ABOVE}"/>`, means: 'take' },
  give: { icon: 'hand-heart-fill', means: 'give' },
  pocket: {
    own: '<path fill="currentColor" d="M128 12l52 30v42H76V42zM40 100h176v74c0 11-5 19-14 24l-74 38-74-38c-9-5-14-13-14-24z"/>',
    means: 'put aside',
  },
  tick: { icon: 'check-bold', means: 'done' },
  'two-ticks': { icon: 'checks-bold', means: 'done and received' },
  phone: { icon: 'device-mobile-fill', means: 'this phone' },
  call: { icon: 'phone-fill', means: 'call' },
  clock: { icon: 'clock-fill', means: 'waiting' },
  sun: { icon: 'sun-fill', means: 'a day' },
  lightning: { icon: 'lightning-fill', means: 'torch' },
  share: { icon: 'share-network-fill', means: 'share' },
  printer: { icon: 'printer-fill', means: 'print' },
  globe: { icon: 'globe-bold', means: 'everyone may see' },
  door: { icon: 'door-fill', means: 'leave' },
  face: { icon: 'user-circle-fill', means: 'my face' },
  people: { icon: 'users-three-fill', means: 'several people' },
  lock: { own: PADLOCK, means: 'only me' },
  x: { icon: 'x-bold', means: 'close' },
  'ask-help': { icon: 'headset-fill', means: 'call someone who helps' },
  play: { icon: 'play-fill', means: 'play' },
  pause: { icon: 'pause-fill', means: 'pause' },
  stop: { icon: 'stop-fill', means: 'stop' },
  microphone: { icon: 'microphone-fill', means: 'speak' },
  camera: { icon: 'camera-fill', means: 'photo' },
  video: { icon: 'video-camera-fill', means: 'film' },
  again: { icon: 'arrow-counter-clockwise-bold', means: 'again' },
  plus: { icon: 'plus-bold', means: 'add' },
  minus: { icon: 'minus-bold', means: 'fewer' },
  trash: { icon: 'trash-fill', means: 'remove' },
  download: { icon: 'download-simple-bold', means: 'save as a file' },
  upload: { icon: 'upload-simple-bold', means: 'open a file' },
  search: { icon: 'magnifying-glass-bold', means: 'search' },
  card: { icon: 'identification-card-fill', means: 'my card' },
  calendar: { icon: 'calendar-blank-fill', means: 'a date' },
  place: { icon: 'map-pin-fill', means: 'a place' },
  projector: { icon: 'projector-screen-fill', means: 'projected' },
  talk: { icon: 'chats-fill', means: 'talk about it' },
  language: { icon: 'translate-bold', means: 'language' },
  pencil: { icon: 'pencil-simple-fill', means: 'change' },
  warning: { icon: 'warning-fill', means: 'mind this' },
  'no-wifi': { icon: 'wifi-slash-bold', means: 'no connection' },
  today: { icon: 'sun-horizon-fill', means: 'today' },
  list: { icon: 'list-bullets-bold', means: 'list' },
  copy: { icon: 'copy-fill', means: 'copy' },
  seal: { icon: 'seal-check-fill', means: 'a signature' },
  building: { icon: 'buildings-fill', means: 'a structure' },
  question: { icon: 'question-mark-bold', means: 'not known' },
  'caret-down': { icon: 'caret-down-bold', means: 'show more' },
  refresh: { icon: 'arrows-clockwise-bold', means: 'we go on' },
} as const satisfies Readonly<Record<string, GlyphSource>>;

export type GlyphName = keyof typeof GLYPH_LIST;
