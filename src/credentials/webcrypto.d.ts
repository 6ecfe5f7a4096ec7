// WebCrypto and compression streams, which page, worker and Node all have. Only for this room: its `lib` is ES only.
declare const crypto: { readonly subtle: import('./web-key.ts').Subtle & import('./agreed-key.ts').AgreeingSubtle };

// The part of Node's own cryptography used here; a page has no `process`.
interface NodeCrypto {
  hash(algorithm: 'sha256', data: string | Uint8Array, output: 'hex'): string;
  hash(algorithm: 'sha256', data: string | Uint8Array, output: 'buffer'): Uint8Array<ArrayBuffer>;
  createPublicKey(from: { readonly key: import('./web-key.ts').WebJwk; readonly format: 'jwk' }): NodePublicKey;
  verify(algorithm: null, data: Uint8Array, key: NodePublicKey, signature: Uint8Array): boolean;
}
interface NodePublicKey {
  readonly type: 'public';
}
declare var process: { getBuiltinModule?(name: 'node:crypto'): NodeCrypto | undefined } | undefined;

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
