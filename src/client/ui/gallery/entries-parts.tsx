import { createSignal, For, type JSX } from 'solid-js';
import type { Level } from '#artwork/badge';
import { HUES, SHAPES } from '#domain/draw';
import { HOW_SCENES } from '#domain/level';
import { MARK_NAMES } from '#domain/person';
import { Badge } from '../parts/badge.tsx';
import { BigButton } from '../parts/big-button.tsx';
import { Counter } from '../parts/counter.tsx';
import { DayPicture } from '../parts/day-picture.tsx';
import { Drawing } from '../parts/drawing.tsx';
import { Face } from '../parts/face.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { GLYPHS } from '../parts/glyphs.gen.ts';
import { Heading } from '../parts/heading.tsx';
import { HowScene } from '../parts/how-scene.tsx';
import { LevelScenes } from '../parts/level-scenes.tsx';
import { Pager } from '../parts/pager.tsx';
import { Picture } from '../parts/picture.tsx';
import { PictureCode } from '../parts/picture-code.tsx';
import { Press } from '../parts/press.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { Refused } from '../parts/refused.tsx';
import { RoadStrip } from '../parts/road-strip.tsx';
import { Round } from '../parts/round.tsx';
import { SafetyMark } from '../parts/safety-mark.tsx';
import { Scene } from '../parts/scene.tsx';
import { Screen } from '../parts/screen.tsx';
import { Steps } from '../parts/steps.tsx';
import { Tile } from '../parts/tile.tsx';
import type { Entry } from './entry.ts';
import { fixedQr } from './fixed-qr.ts';
import { AMINA, DAY_OF_TRADES, THAT_DAY } from './fixed-values.ts';

const nothing = (): void => undefined;
const empty = { topStart: '', topMiddle: '', topEnd: '', bottomStart: '', bottomMiddle: '', bottomEnd: '' };

const part = (name: string, files: readonly string[], show: () => JSX.Element): Entry => ({
  name: `part-${name}`,
  files: files.map((file) => `parts/${file}.tsx`),
  kind: 'part',
  show: () => (
    <main class="gallery-parts">
      <h1>{name}</h1>
      {show()}
    </main>
  ),
});

const LiveCode = (props: { readonly shown: boolean }): JSX.Element => {
  const [chosen, setChosen] = createSignal<readonly number[]>([3, 7]);
  const names = { slot: String, picture: (n: number) => `picture ${n}`, erase: 'erase' };
  return (
    <PictureCode order={Array.from({ length: 12 }, (_, i) => i)} chosen={chosen()} onChosen={setChosen} shown={props.shown} names={names} />
  );
};

/** Press it: the ribbon closes before one's eyes, or opens again. */
const ClosingBadge = (): JSX.Element => {
  const [closed, setClosed] = createSignal(false);
  return (
    <Press say="say.ribbon-open" name="ribbon" onPress={() => setClosed(!closed())}>
      <Badge draw={DAY_OF_TRADES} ribbon={closed() ? 'closed' : 'open'} landing />
    </Press>
  );
};

const BADGES = HUES.map((hue, i) => ({ hue, shape: SHAPES[i % SHAPES.length] ?? 'circle', level: (i % 4) as Level, closed: i % 2 === 0 }));

const LEVEL_NAMES = ['Je découvre', 'Je fais', 'Je montre aux autres'] as const;

export const PART_ENTRIES: readonly Entry[] = [
  part('badge', ['badge'], () => (
    <>
      <For each={BADGES}>
        {({ hue, shape, level, closed }) => (
          <Badge
            draw={{ ...DAY_OF_TRADES, hue, shape, title: `${shape} ${hue}` }}
            level={level}
            ribbon={closed ? 'closed' : 'open'}
            caption
          />
        )}
      </For>
      <Badge draw={{ ...DAY_OF_TRADES, title: 'to win' }} state="to-win" caption />
      <Badge draw={{ ...DAY_OF_TRADES, title: 'ended' }} state="ended" caption />
      <ClosingBadge />
    </>
  )),
  part('press', ['press', 'round', 'tile', 'big-button', 'file-button', 'glyph'], () => (
    <>
      <Press say="label.scan" name="press" onPress={nothing}>
        <Glyph of={GLYPHS.scan} />
      </Press>
      <Round say="label.home" name="round" onPress={nothing}>
        <Glyph of={GLYPHS.house} />
      </Round>
      <Tile label="Tuile" say="label.scan" onPress={nothing}>
        <Glyph of={GLYPHS.people} class="big-glyph" />
      </Tile>
      <Tile label="Choisie" say="label.scan" pressed onPress={nothing}>
        <Glyph of={GLYPHS.people} class="big-glyph" />
      </Tile>
      <BigButton tone="ink" label="Encre" say="label.scan" glyph={GLYPHS['arrow-right']} onPress={nothing} />
      <BigButton tone="yes" tall label="Oui" say="label.take" picture="take-badge" onPress={nothing} />
      <BigButton tone="paper" label="Papier" say="label.later" onPress={nothing} />
      <BigButton tone="paper" label="Pas encore" say="label.later" disabled onPress={nothing} />
      <FileButton label="Photo" say="label.photo" onFile={nothing} />
    </>
  )),
  part('face', ['face', 'safety-mark', 'picture'], () => (
    <>
      <For each={MARK_NAMES}>{(mark, i) => <Face figure={`figure-0${i() + 1}`} mark={mark} />}</For>
      <Face figure="figure-14" mark="leaf" safety="kept-here" />
      <Face figure="figure-06" mark="leaf" safety="on-its-way" />
      <Face figure="figure-10" mark="leaf" safety="arrived" />
      <SafetyMark safety="kept-here" name="kept here" />
      <SafetyMark safety="on-its-way" name="on its way" />
      <SafetyMark safety="arrived" name="arrived" />
      <Picture of="welcome" />
    </>
  )),
  part('signs', ['steps', 'pager', 'heading', 'day-picture', 'counter', 'road-strip'], () => (
    <>
      <Steps at={1} of={3} name="steps" />
      <Pager pages={4} page={1} onPage={nothing} names={{ before: 'before', next: 'next', here: 'here' }} />
      <Heading title="Titre" line="Une ligne." />
      <DayPicture at={THAT_DAY} locale="fr" />
      <Counter count={23} label="badges" />
      <RoadStrip hue="indigo" stops={[true, true, false, false, false]} next={2} figure={AMINA.figure} mark={AMINA.mark} />
    </>
  )),
  part('code', ['picture-code'], () => (
    <>
      <LiveCode shown />
      <LiveCode shown={false} />
    </>
  )),
  part('qr', ['qr-code', 'drawing'], () => (
    <>
      <QrCode svg={fixedQr('gallery')} name="a code" />
      <QrCode svg={undefined} name="no code yet" />
      <Drawing svg={fixedQr('drawing')} />
    </>
  )),
  part('scene', ['scene'], () => (
    <>
      <Scene of={{ picture: 'hold-still' }} />
      <Scene of={{ card: null }} sign={GLYPHS.question} />
      <Scene of={{ card: AMINA.figure }} sign={GLYPHS.lock} />
      <Scene of={{ app: true }} />
    </>
  )),
  part('how-scene', ['how-scene'], () => (
    <For each={['figure-01', 'figure-14', 'figure-19'] as const}>
      {(figure, i) => <For each={HOW_SCENES}>{(of) => <HowScene of={of} figure={figure} mark={MARK_NAMES[i() + 1] ?? AMINA.mark} />}</For>}
    </For>
  )),
  part('level-scenes', ['level-scenes'], () => (
    <For each={[null, 1, 2, 3] as const}>
      {(level) => <LevelScenes level={level} figure={AMINA.figure} mark={AMINA.mark} names={LEVEL_NAMES} says={LEVEL_NAMES} />}
    </For>
  )),
  part('refused', ['refused'], () => (
    <Refused scene={{ picture: 'too-early' }} title="Trop tôt" line="Revenez." say="refused.TooEarly" lineSay="next.TooEarly">
      <BigButton tone="ink" label="Accueil" say="label.home" onPress={nothing} />
    </Refused>
  )),
  {
    name: 'part-screen',
    files: ['parts/screen.tsx'],
    kind: 'part',
    show: () => (
      <Screen name="empty" {...empty} onTouch={nothing}>
        <h1>screen</h1>
      </Screen>
    ),
  },
];
