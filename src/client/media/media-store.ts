import type { Bytes } from '#base/bytes';
import type { Result } from '#base/result';
import type { MediaId, Scope } from '#domain/ids';
import type { MediaType } from '#domain/media';
import type { ProblemCode } from '#protocol/problem';

export type TakeKind = 'photo' | 'video' | 'voice' | 'attestation';

/** Something being made, from the first byte on: what a killed app finds again and offers. */
export interface Take {
  readonly id: string;
  readonly kind: TakeKind;
  readonly type: MediaType;
  readonly at: number;
  /** Milliseconds recorded so far; 0 for what stands still. */
  readonly ms: number;
}

/** A photo, film, voice or paper that is kept here, by its hash. */
export interface HeldMedia {
  readonly id: MediaId;
  /** Where its arrival is told, and where it is brought. */
  readonly scope: Scope;
  readonly kind: TakeKind;
  readonly type: MediaType;
  readonly size: number;
  readonly at: number;
  /** The take its bytes were written under. */
  readonly take: string;
  /** Bytes the server has acknowledged. */
  readonly sent: number;
  /** Somebody asked for it to leave now, whatever the network costs. */
  readonly asked: boolean;
  /** The server said no for good. */
  readonly refused?: ProblemCode;
}

/** What a device keeps of what people show. Each method is one transaction; those that write are durable when they resolve. */
export interface MediaStore {
  begin(take: Take): Promise<void>;
  /** Writes the next bytes of a take; `ms`: how long it lasts with them. */
  write(take: string, bytes: ArrayBuffer, ms: number): Promise<Result<void, 'storage-full'>>;
  /** Puts other bytes in the place of all there were: what was there is gone. */
  rewrite(take: string, type: MediaType, bytes: ArrayBuffer): Promise<Result<void, 'storage-full'>>;
  takes(): Promise<readonly Take[]>;
  take(id: string): Promise<Take | undefined>;
  /** All bytes written under a take. */
  bytesOf(take: string): Promise<Bytes>;
  drop(take: string): Promise<void>;
  /** What was taken is kept under its hash; the take stays open until `settle`, in case nothing tells of it yet. */
  keep(media: HeldMedia): Promise<void>;
  settle(take: string): Promise<void>;
  held(): Promise<readonly HeldMedia[]>;
  one(media: string): Promise<HeldMedia | undefined>;
  sentUpTo(media: string, sent: number): Promise<void>;
  refuse(media: string, code: ProblemCode): Promise<void>;
  /** Somebody wants these to leave now. */
  ask(media: readonly string[]): Promise<void>;
  /** Lets go of bytes; only ever of what has arrived, or was taken back. */
  forget(media: readonly string[]): Promise<void>;
  /** Lets go of everything, arrived or not: for who leaves the device and has closed it elsewhere. */
  wipe(): Promise<void>;
  subscribe(listener: () => void): () => void;
}
