// WebCrypto and compression streams, which page, worker and Node all have. Only for this room: its `lib` is ES only.
declare const crypto: { readonly subtle: import('./web-key.ts').Subtle };

interface ByteTransform {
  readonly writable: { getWriter(): { write(chunk: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> } };
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: true; readonly value?: undefined } | { readonly done: false; readonly value: Uint8Array }>;
      cancel(): Promise<void>;
    };
  };
}
declare const CompressionStream: { new (format: 'gzip' | 'deflate' | 'deflate-raw'): ByteTransform };
declare const DecompressionStream: { new (format: 'gzip' | 'deflate' | 'deflate-raw'): ByteTransform };
