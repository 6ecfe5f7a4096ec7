import { createSignal } from 'solid-js';
import type { Bytes } from '#base/bytes';
import { canShareFile, saveFile, shareFile } from '#client/device/save-file';
import type { BoxRead, CourierApp } from '#client/ui/app-courier';
import type { Frames } from '#credentials/qr-frames';
import { MAX_BOX_BYTES } from '#protocol/limits';
import type { CourierEngine } from './courier-engine.ts';
import { readPretended, writePretended } from './pretend.ts';
import { watched } from './watched.ts';

/** What is needed of the rest of the app. */
interface CourierLife {
  engine(): Promise<{ courier(): Promise<CourierEngine> }>;
}

/** The App's part for boxes and for the sync panel. */
export const courierApp = (life: CourierLife): CourierApp => {
  const courier = async (): Promise<CourierEngine> => (await life.engine()).courier();
  const [pretended, setPretended] = createSignal(readPretended());
  return {
    ...ownBox(courier),
    ...carried(courier),
    syncState: async () => (await courier()).state(),
    saveSyncState: async (state) => saveFile(textFile('pepites-sync.txt', `${JSON.stringify(state, null, 2)}\n`)),
    pretended,
    pretend: (what) => {
      writePretended(what);
      setPretended(readPretended());
    },
  };
};

type Courier = () => Promise<CourierEngine>;

// Its weight comes with its first use.
const frames = () => import('#protocol/box-frames');

// A name every share sheet lets pass.
const textFile = (name: string, text: string): File => new File([text], name, { type: 'text/plain' });

/** To the share sheet, so that it can go to somebody at once; else among the downloads. */
const giveFile = async (name: string, bytes: Bytes): Promise<true> => {
  const file = textFile(name, (await frames()).toFileText(bytes));
  if (canShareFile(file)) await shareFile(file);
  else saveFile(file);
  return true;
};

const ownBox = (courier: Courier): Pick<CourierApp, 'boxToShow' | 'shareBox' | 'readAnswer'> => {
  const gather = gatherer();
  return {
    boxToShow: async () => {
      const packed = await (await courier()).pack('codes');
      if (packed.type !== 'box') return { state: packed.type };
      const shown = (await frames()).toFrames(packed.sent.box);
      return shown.ok ? { state: 'frames', frames: shown.value } : { state: 'too-big' };
    },
    shareBox: async () => {
      const packed = await (await courier()).pack('file');
      return packed.type === 'box' && giveFile('pepites-envoi.txt', packed.sent.box);
    },
    readAnswer: async (brought) => {
      const whole = await gather(brought);
      if (!(whole instanceof Uint8Array)) return whole;
      const read = await (await courier()).read(whole);
      return { state: read?.type ?? 'foreign' };
    },
  };
};

type Carried = Pick<CourierApp, 'held' | 'takeBox' | 'sendHeld' | 'answerToShow' | 'shareAnswer' | 'handedOver'>;

const carried = (courier: Courier): Carried => {
  const gather = gatherer();
  return {
    held: watched(courier, (engine) => engine.held()),
    takeBox: async (brought) => {
      const whole = await gather(brought);
      if (!(whole instanceof Uint8Array)) return whole;
      const taken = await (await courier()).take(whole);
      return { state: taken === 'kept' ? 'taken' : taken };
    },
    sendHeld: async () => (await courier()).send(),
    answerToShow: async (box) => {
      const answer = await (await courier()).answer(box);
      const shown = answer && (await frames()).toFrames(answer);
      return shown?.ok ? shown.value : null;
    },
    shareAnswer: async (box) => {
      const answer = await (await courier()).answer(box);
      return answer !== undefined && giveFile('pepites-retour.txt', answer);
    },
    handedOver: async (box) => (await courier()).forget(box),
  };
};

/** Puts codes together, one scanned text after the other; the bytes once they are whole. */
const gatherer = (): ((brought: string | Blob) => Promise<Bytes | BoxRead>) => {
  let gathered: Frames = [];
  return async (brought) => {
    const { addFrame, fromFileText } = await frames();
    if (typeof brought !== 'string') {
      if (brought.size > 2 * MAX_BOX_BYTES) return { state: 'foreign' };
      return fromFileText(await brought.text()) ?? { state: 'foreign' };
    }
    const scan = addFrame(gathered, brought);
    gathered = scan.frames;
    if (scan.packed) return scan.packed;
    return scan.progress ? { state: 'more', ...scan.progress } : { state: 'foreign' };
  };
};
