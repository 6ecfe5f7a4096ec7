import type { ShownView } from '#client/views/shown-view';

/** Why nothing could be made: somebody said no; there is none; a call or another app has it; no room is left; it is no picture. */
export type CaptureProblem = 'refused' | 'missing' | 'taken' | 'storage-full' | 'no-picture';

/** Something just made. Its bytes are on this device already, and found again after a kill, but it is not among my things yet. */
export interface TakeView {
  readonly id: string;
  readonly kind: ShownView['kind'];
  /** A blob: address to see or hear it by. */
  readonly address: string;
  /** How long it lasts, in milliseconds; 0 for what stands still. */
  readonly ms: number;
}

/** What a camera or a microphone tells. `ended`: the recording ended by itself (time, a call); what there is can be had by `end`. */
export type CaptureState = 'starting' | 'ready' | 'recording' | 'ended' | CaptureProblem;

/** A live camera. */
export interface Viewing {
  /** Null until it is ready, and where there is none. */
  readonly torch: ((on: boolean) => void) | null;
  /** Takes a photo; it is on the disk when this resolves. */
  shoot(): Promise<TakeView | CaptureProblem>;
  /** Begins to film. */
  film(most: number): void;
  /** Ends the film. */
  end(): Promise<TakeView | CaptureProblem>;
  /** Gives the camera back; what was being recorded is dropped. */
  stop(): void;
}

/** A voice being recorded. */
export interface VoiceTaking {
  end(): Promise<TakeView | CaptureProblem>;
  /** Gives the microphone back; what was being recorded is dropped. */
  stop(): void;
}

/** A round area of a photo: its middle as shares of width and height, its radius as a share of the width. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Who can be seen: nobody · what could be seen was blurred · everyone who can be seen agreed. */
export type Faces = 'none' | 'blurred' | 'agreed';

/** What screens may do with cameras, microphones and what was made with them. */
export interface CaptureApp {
  /** What I keep to show, latest first; read when first asked for. */
  readonly shown: () => readonly ShownView[];
  /** An address (blob: or our own, short-lived) to see or hear a medium by; null while it is nowhere to be had. */
  mediaAddress(scope: string, media: string): Promise<string | null>;
  /** I take back what I showed: it is gone, everywhere. */
  takeBack(evidence: string): Promise<void>;
  showTo(evidence: string, to: 'me' | 'structure'): Promise<void>;
  /** Sends this one now, whatever the network costs. */
  sendNow(media: string): Promise<void>;
  /** The two example pictures have been seen on this device. */
  readonly knowsPhotos: () => boolean;
  learnedPhotos(): void;
  viewfinder(view: HTMLElement, kind: 'photo' | 'attestation' | 'video', on: (state: CaptureState) => void): Viewing;
  recordVoice(most: number, on: (state: CaptureState) => void): VoiceTaking;
  /** A photo from a file, drawn anew as one from the camera. */
  photoOf(file: File, kind: 'photo' | 'attestation'): Promise<TakeView | CaptureProblem>;
  /** Makes these areas of the photo coarse, on the disk too; always of the photo as it was taken, until it is kept. */
  blur(take: TakeView, areas: readonly Area[]): Promise<TakeView | CaptureProblem>;
  /** Keeps it among my things, for me alone; its id. */
  keepShown(take: TakeView, faces: Faces): Promise<{ readonly evidence: string } | CaptureProblem>;
  /** Keeps a voice that something else will speak of; `forWhom`: the scope of the person it is said to, when staff say it. */
  keepVoice(take: TakeView, forWhom?: string): Promise<{ readonly media: string; readonly ms: number } | CaptureProblem>;
  dropTake(take: TakeView): Promise<void>;
  /** What was being made when the app was ended or its screen was left, if anything. */
  readonly unfinished: () => TakeView | undefined;
  /** The same, as long as nobody has looked at it since the app was started. */
  readonly found: () => TakeView | undefined;
  /** The screen is left before anything was decided: it is offered again, where the same is made. */
  putAside(take: TakeView): void;
  /** Lets go of what has arrived, to make room; how many bytes that gave. */
  makeRoom(): Promise<number>;
}
