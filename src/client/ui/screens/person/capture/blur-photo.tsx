import { createSignal, type JSX } from 'solid-js';
import { useApp } from '../../../app.ts';
import type { Area, TakeView } from '../../../app-capture.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Heading } from '../../../parts/heading.tsx';
import { useWords } from '../../../words.tsx';
import { type PhotoPoint, TouchPhoto } from './touch-photo.tsx';

/** The radius of one touch, as a share of the photo's width. */
const RADIUS = 0.11;
/** Touch a face and it is squares; touch it again and it is back. */
export const BlurPhoto = (props: {
  readonly take: TakeView;
  readonly onBlurred: (take: TakeView) => void;
  readonly onDone: (blurred: boolean) => void;
}): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const [areas, setAreas] = createSignal<readonly Area[]>([]);
  const [working, setWorking] = createSignal(false);
  // One picture at a time; of several touches meanwhile, the last says what is drawn next.
  const redraw = async (): Promise<void> => {
    if (working()) return;
    setWorking(true);
    for (let drawn: readonly Area[] | undefined; drawn !== areas(); ) {
      drawn = areas();
      const take = await app.blur(props.take, drawn);
      if (typeof take !== 'string') props.onBlurred(take);
    }
    setWorking(false);
  };
  const touch = ({ x, y }: PhotoPoint, shape: number): void => {
    const isThere = (area: Area): boolean => Math.hypot(area.x - x, (area.y - y) / shape) < area.r;
    setAreas(areas().some(isThere) ? areas().filter((area) => !isThere(area)) : [...areas(), { x, y, r: RADIUS }]);
    void redraw();
  };
  return (
    <>
      <Heading title={words.t('title.blur')} say="title.blur" line={words.t('line.blur')} lineSay="line.blur" />
      <div class="fill take-photo">
        <TouchPhoto
          address={props.take.address}
          name={words.t('name.blur-area')}
          say="title.blur"
          busy={working()}
          radius={RADIUS}
          onTouch={touch}
        />
      </div>
      <div class="actions">
        <BigButton
          tone="yes"
          glyph={GLYPHS.tick}
          label={words.t('label.well')}
          say="label.well"
          disabled={working()}
          onPress={() => props.onDone(areas().length > 0)}
        />
      </div>
    </>
  );
};
