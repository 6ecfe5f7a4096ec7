import type { JSX } from 'solid-js';
import { Glyph } from './glyph.tsx';
import { GLYPHS } from './glyphs.gen.ts';

interface FileButtonProps {
  readonly label: string;
  readonly say: string;
  /** What may be chosen; pictures unless said. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

/** Takes or chooses a photo, where there is no camera to look through; or another file. */
export const FileButton = (props: FileButtonProps): JSX.Element => (
  <label class="press big-button big-button-paper file-button" data-say={props.say}>
    <input
      class="file-input"
      type="file"
      accept={props.accept ?? 'image/*'}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = '';
        if (file) props.onFile(file);
      }}
    />
    <Glyph of={props.accept === undefined ? GLYPHS.camera : GLYPHS.download} />
    <span class="big-button-label">{props.label}</span>
  </label>
);
