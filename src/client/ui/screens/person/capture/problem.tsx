import { type JSX, Show } from 'solid-js';
import type { PictureName } from '#artwork/picture-list';
import type { Key } from '#i18n/fr';
import { useApp } from '../../../app.ts';
import type { CaptureProblem } from '../../../app-capture.ts';
import { BigButton } from '../../../parts/big-button.tsx';
import { FileButton } from '../../../parts/file-button.tsx';
import { GLYPHS } from '../../../parts/glyphs.gen.ts';
import { Refused } from '../../../parts/refused.tsx';
import { useWords } from '../../../words.tsx';

interface Said {
  readonly picture: PictureName;
  readonly title: Key;
  readonly line: Key;
}

const CAMERA: { readonly [problem in CaptureProblem]: Said } = {
  refused: { picture: 'no-camera', title: 'title.no-camera', line: 'line.allow-camera' },
  missing: { picture: 'no-camera', title: 'title.no-camera', line: 'line.other-way' },
  taken: { picture: 'camera-busy', title: 'title.device-taken', line: 'line.device-taken' },
  'storage-full': { picture: 'storage-full', title: 'title.storage-full', line: 'line.storage-full' },
  'no-picture': { picture: 'photo-hands', title: 'title.no-picture', line: 'line.no-picture' },
};
const MICROPHONE: { readonly [problem in CaptureProblem]: Said } = {
  ...CAMERA,
  refused: { picture: 'no-microphone', title: 'title.no-microphone', line: 'line.allow-microphone' },
  missing: { picture: 'no-microphone', title: 'title.no-microphone', line: 'line.other-way' },
  taken: { picture: 'no-microphone', title: 'title.no-microphone', line: 'line.device-taken' },
};

/** What is shown and said of a problem of a camera or a microphone. */
export const saidOf = (problem: CaptureProblem, of: 'camera' | 'microphone'): Said => (of === 'camera' ? CAMERA : MICROPHONE)[problem];

/** Nothing could be made: why, and the next step. What was kept before stays. */
export const CaptureProblemView = (props: {
  readonly problem: CaptureProblem;
  readonly of: 'camera' | 'microphone';
  readonly onAgain: () => void;
  /** A photo from a file does as well. */
  readonly onFile?: ((file: File) => void) | undefined;
}): JSX.Element => {
  const app = useApp();
  const words = useWords();
  const said = (): Said => saidOf(props.problem, props.of);
  const again = async (): Promise<void> => {
    if (props.problem === 'storage-full') await app.makeRoom();
    props.onAgain();
  };
  const label = (): Key => (props.problem === 'storage-full' ? 'label.make-room' : 'label.try');
  return (
    <Refused
      scene={{ picture: said().picture }}
      title={words.t(said().title)}
      line={words.t(said().line)}
      say={said().title}
      lineSay={said().line}
    >
      <Show when={props.onFile}>
        {(onFile) => <FileButton label={words.t('label.photo')} say="label.photo" onFile={(file) => onFile()(file)} />}
      </Show>
      <BigButton tone="ink" primary glyph={GLYPHS.again} label={words.t(label())} say={label()} onPress={() => void again()} />
    </Refused>
  );
};
