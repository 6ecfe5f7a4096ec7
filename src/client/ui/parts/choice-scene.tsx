import { createEffect, For, type JSX, Match, Show, Switch } from 'solid-js';
import { INK, LIGHT } from '#artwork/hues';
import { pictureHref } from '#artwork/picture-href';
import type { PictureName } from '#artwork/picture-list';
import { HOW_SCENES } from '#domain/level';
import type { Mark } from '#domain/person';
import { GLYPHS } from './glyphs.gen.ts';
import { HowScene } from './how-scene.tsx';
import { Picture } from './picture.tsx';
import './choice-scene.css';

interface ChoiceSceneProps {
  /** What is chosen: the name of a picture, or of a choice that its kind of question always has. */
  readonly of: string;
  /** The person's own: she stands in the scenes herself. */
  readonly figure: string;
  readonly mark: Mark;
}

/** Somebody else, who saw it or stands beside me: never the same figure as mine. */
const otherThan = (figure: string): PictureName => (figure === 'figure-08' ? 'figure-03' : 'figure-08');

const DAYS: Readonly<Record<string, number>> = { 'no-day': 0, 'one-day': 1, 'some-days': 3, 'all-days': 5 };
const MOUTHS: Readonly<Record<string, string>> = { well: 'M42 76q22 20 44 0', 'so-so': 'M44 82h40', hard: 'M44 88q20-14 40 0' };
const WAY_PICTURES: Readonly<Record<string, PictureName>> = { 'way-photo': 'photo-hands', 'way-scan': 'scan-poster' };
const WAY_GLYPHS: Readonly<Record<string, string>> = { 'way-voice': GLYPHS.microphone, 'way-video': GLYPHS.video };

const isHow = (name: string): name is (typeof HOW_SCENES)[number] => (HOW_SCENES as readonly string[]).includes(name);

/** The picture of one thing that can be chosen; what it stands in has the name. */
export const ChoiceScene = (props: ChoiceSceneProps): JSX.Element => (
  <Switch fallback={<Picture of={props.of as PictureName} />}>
    <Match when={isHow(props.of) && props.of}>{(of) => <HowScene of={of()} figure={props.figure} mark={props.mark} />}</Match>
    <Match when={DAYS[props.of] !== undefined}>
      <Days marked={DAYS[props.of] ?? 0} />
    </Match>
    <Match when={MOUTHS[props.of] ?? (props.of === 'unsaid' ? 'lock' : undefined)}>{(mouth) => <Mood mouth={mouth()} />}</Match>
    <Match when={WAY_PICTURES[props.of]}>{(picture) => <Picture of={picture()} />}</Match>
    <Match when={WAY_GLYPHS[props.of]}>{(glyph) => <OnPhone glyph={glyph()} />}</Match>
    <Match when={props.of === 'way-attestation'}>
      <Sheet />
    </Match>
    <Match when={['yes', 'with-help', 'not-yet', 'live', 'way-gesture', 'way-witness'].includes(props.of)}>
      <People of={props.of} figure={props.figure} />
    </Match>
  </Switch>
);

/** Takes, gives, confirms. */
const YES = '#18633A';

const Box = (props: { readonly children: JSX.Element }): JSX.Element => (
  <svg class="picture choice-scene" viewBox="0 0 128 128" aria-hidden="true">
    {props.children}
  </svg>
);

/** Five working days, so many of them marked: quantities are things, never numbers. */
const Days = (props: { readonly marked: number }): JSX.Element => (
  <Box>
    <For
      each={[
        [6, 24],
        [46, 24],
        [86, 24],
        [26, 70],
        [66, 70],
      ]}
    >
      {([x = 0, y = 0], i) => (
        <g transform={`translate(${x} ${y})`}>
          <rect width="36" height="38" rx="8" fill={i() < props.marked ? LIGHT : '#fff'} stroke={INK} stroke-width="3" />
          <path d="M10 -5v9M26 -5v9" stroke={INK} stroke-width="4" stroke-linecap="round" />
          <Show when={i() < props.marked}>
            <path d="M10 21l6 6 11-12" fill="none" stroke={INK} stroke-width="5" stroke-linecap="round" stroke-linejoin="round" />
          </Show>
        </g>
      )}
    </For>
  </Box>
);

/** How I feel: four faces of ink on paper, nobody's skin; the last one keeps it to itself. */
const Mood = (props: { readonly mouth: string }): JSX.Element => (
  <Box>
    <circle cx="64" cy="64" r="54" fill="#FCEFD2" stroke={INK} stroke-width="4" />
    <Show when={props.mouth !== 'lock'} fallback={<Inside of={GLYPHS.lock} at={32} size={64} />}>
      <circle cx="46" cy="52" r="6" fill={INK} />
      <circle cx="82" cy="52" r="6" fill={INK} />
      <path d={props.mouth} fill="none" stroke={INK} stroke-width="6" stroke-linecap="round" />
    </Show>
  </Box>
);

/** My phone, and what it does. */
const OnPhone = (props: { readonly glyph: string }): JSX.Element => (
  <Box>
    <rect x="28" y="3" width="72" height="122" rx="13" fill="#37474f" />
    <rect x="35" y="13" width="58" height="98" rx="4" fill="#fff" />
    <Inside of={props.glyph} at={37} size={54} />
    <path d="M55 117h18v3H55z" fill="#fff" />
  </Box>
);

/** One of the house's own glyphs inside a drawing. */
const Inside = (props: { readonly of: string; readonly at: number; readonly size: number }): JSX.Element => {
  const put = (svg: SVGSVGElement): void =>
    createEffect(() => {
      svg.innerHTML = props.of;
    });
  return <svg ref={put} x={props.at} y={props.at} width={props.size} height={props.size} viewBox="0 0 256 256" color={INK} />;
};

/** A paper somebody signed. */
const Sheet = (): JSX.Element => (
  <Box>
    <path d="M28 8h58l18 18v94H28z" fill="#fff" stroke={INK} stroke-width="3" stroke-linejoin="round" />
    <path d="M86 8v18h18" fill="#CFC3AD" stroke={INK} stroke-width="3" stroke-linejoin="round" />
    <path d="M40 44h50M40 58h50M40 72h30" stroke="#918470" stroke-width="5" stroke-linecap="round" />
    <path d="M42 102c8-14 12-14 10-4s6 4 12-4 8 4 16 0" fill="none" stroke="#3C4BB0" stroke-width="4" stroke-linecap="round" />
  </Box>
);

/** I, and who is with me: a tick for yes, somebody beside me, a badge still to come, somebody who looks, somebody who tells. */
const People = (props: { readonly of: string; readonly figure: string }): JSX.Element => (
  <Box>
    <Switch>
      <Match when={props.of === 'yes'}>
        <Figure of={props.figure} x={8} y={8} size={104} />
        <circle cx="98" cy="98" r="26" fill={YES} stroke="#fff" stroke-width="4" />
        <path d="M86 99l9 9 16-19" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round" />
      </Match>
      <Match when={props.of === 'with-help'}>
        <Figure of={otherThan(props.figure)} x={50} y={22} size={78} />
        <Figure of={props.figure} x={0} y={22} size={84} />
      </Match>
      <Match when={props.of === 'not-yet'}>
        <Figure of={props.figure} x={0} y={40} size={76} />
        <path
          d="M98 12l24 14v28l-24 14-24-14V26z"
          fill="#fff"
          stroke={INK}
          stroke-width="4"
          stroke-dasharray="8 6"
          stroke-linejoin="round"
        />
        <path d="M84 104h14m8 0h14" stroke={INK} stroke-width="6" stroke-linecap="round" />
      </Match>
      <Match when={props.of === 'way-witness'}>
        <Figure of={otherThan(props.figure)} x={0} y={34} size={90} />
        <path
          d="M66 6h48a10 10 0 0 1 10 10v32a10 10 0 0 1-10 10H92L78 72V58H66a10 10 0 0 1-10-10V16A10 10 0 0 1 66 6z"
          fill="#fff"
          stroke={INK}
          stroke-width="4"
          stroke-linejoin="round"
        />
        <path d="M74 32l10 10 20-22" fill="none" stroke={YES} stroke-width="8" stroke-linecap="round" stroke-linejoin="round" />
      </Match>
      <Match when={true}>
        <Figure of={props.figure} x={0} y={6} size={86} />
        <circle cx="96" cy="92" r="31" fill="#fff" stroke={INK} stroke-width="3" />
        <image href={pictureHref(otherThan(props.figure))} x="71" y="66" width="50" height="50" />
        <path
          d="M18 108h40M18 108l10-9M18 108l10 9M58 108l-10-9M58 108l-10 9"
          fill="none"
          stroke={INK}
          stroke-width="5"
          stroke-linecap="round"
        />
      </Match>
    </Switch>
  </Box>
);

const Figure = (props: { readonly of: string; readonly x: number; readonly y: number; readonly size: number }): JSX.Element => (
  <image href={pictureHref(props.of as PictureName)} x={props.x} y={props.y} width={props.size} height={props.size} />
);
