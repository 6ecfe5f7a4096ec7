/** A start tag in an XML text: where it lies, its name and the text of its attributes. */
export interface StartTag {
  readonly name: string;
  readonly attributes: string;
  readonly from: number;
  /** Just after its `>`. */
  readonly to: number;
  readonly empty: boolean;
}

/**
 * Start tags of an XML text in order, `null` (and the end) where it is not well-formed. Reads no entity, keeps no tree and looks at
 * every character once: enough to find one element in a picture, and nothing a hostile one could make grow.
 */
export function* startTags(xml: string): Generator<StartTag | null> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const past = afterOther(xml, at);
    if (past === undefined) {
      const tag = startTag(xml, at);
      yield tag;
      if (tag === null) return;
      at = tag.to;
    } else if (past < 0) {
      yield null;
      return;
    } else at = past;
  }
}

/** Just after what begins at `at` when that is no start tag (comment, CDATA, instruction, declaration, end tag); -1 when it has no end. */
const afterOther = (xml: string, at: number): number | undefined => {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return after(xml, ']]>', at + 9);
  if (xml.startsWith('<?', at)) return after(xml, '?>', at + 2);
  if (xml.startsWith('</', at)) return after(xml, '>', at + 2);
  if (!xml.startsWith('<!', at)) return undefined;
  // A document type; the entities it may define are never put in.
  const end = after(xml, '>', at);
  const inside = xml.indexOf('[', at);
  return inside < 0 || inside > end ? end : after(xml, '>', Math.max(after(xml, ']', inside), at));
};

const after = (xml: string, end: string, from: number): number => {
  const found = xml.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
};

const startTag = (xml: string, from: number): StartTag | null => {
  const end = tagEnd(xml, from + 1);
  const name = /^[A-Za-z_][\w:.-]{0,200}(?=[\s/]|$)/.exec(xml.slice(from + 1, Math.min(end, from + 300)))?.[0];
  if (end < 0 || name === undefined) return null;
  const empty = xml[end - 1] === '/';
  return { name, attributes: xml.slice(from + 1 + name.length, empty ? end - 1 : end), from, to: end + 1, empty };
};

const tagEnd = (xml: string, from: number): number => {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const char = xml.charAt(at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
    else if (char === '<') return -1;
  }
  return -1;
};

/** Attributes of a start tag by name, their entities still unread. */
export const attributesOf = ({ attributes }: StartTag): ReadonlyMap<string, string> =>
  new Map(
    Array.from(attributes.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A text with its character references read, or null when it holds any that XML itself does not define. */
export const readEntities = (text: string): string | null => {
  let known = true;
  const read = text.replace(/&(?:#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))|(\w{2,4}));|&/g, (_, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const char = name === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : NAMED[name];
    known &&= char !== undefined;
    return char ?? '';
  });
  return known ? read : null;
};

/** Where the content of an element ends, and its text (CDATA and plain); null when it holds other elements or has no end. */
export const textContent = (xml: string, tag: StartTag): { readonly text: string; readonly to: number } | null => {
  if (tag.empty) return { text: '', to: tag.to };
  let text = '';
  for (let at = tag.to; ; ) {
    const next = xml.indexOf('<', at);
    const plain = next < 0 ? null : readEntities(xml.slice(at, next));
    if (plain === null) return null;
    text += plain;
    const past = afterOther(xml, next);
    if (past === undefined || past < 0) return null;
    if (xml.startsWith('</', next)) return xml.startsWith(tag.name, next + 2) ? { text, to: past } : null;
    if (xml.startsWith('<![CDATA[', next)) text += xml.slice(next + 9, past - 3);
    at = past;
  }
};
