/** Version of everything that crosses a boundary. It moves together with the frozen hash of tests/protocol-frozen. */
export const PROTOCOL = 1;

/** The only content type that counts as an answer of ours: a captive portal never has it. */
export const CONTENT_TYPE = 'application/vnd.pepites+json';

/** The header every answer of ours carries, with the protocol version. */
export const PROTOCOL_HEADER = 'x-pepites-protocol';
