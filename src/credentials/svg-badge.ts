import type { Result } from '#base/result';
import { err, ok } from '#base/result';
import type { BakedText, ImageRefusal } from './baked-text.ts';
import { isBakeable, MAX_BAKED } from './baked-text.ts';
import { looksLikeJws } from './compact-jws.ts';
import type { StartTag } from './scan-xml.ts';
import { attributesOf, readEntities, startTags, textContent } from './scan-xml.ts';

const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';
const OLD_NAMESPACE = /^https?:\/\/(?:www\.)?openbadges\.org\/?$/;

/** A badge element of a picture and where it lies. */
interface BadgeElement {
  readonly version: 3 | 2;
  readonly verify: string | undefined;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
interface Svg {
  readonly root: StartTag;
  readonly badges: readonly BadgeElement[];
}

const readSvg = (svg: string): Svg | null => {
  const prefixes = new Map<string, string>();
  const badges: BadgeElement[] = [];
  let root: StartTag | null = null;
  for (const tag of startTags(svg)) {
    if (tag === null) return null;
    root ??= tag;
    if (tag.attributes.includes('xmlns')) {
      for (const [name, value] of attributesOf(tag)) if (name.startsWith('xmlns')) prefixes.set(name.slice('xmlns:'.length), value);
    }
    const version = versionOf(tag, prefixes);
    if (version === null) continue;
    const content = textContent(svg, tag);
    const verify = attributesOf(tag).get('verify');
    const read = verify === undefined ? undefined : readEntities(verify);
    if (content === null || read === null) return null;
    badges.push({ version, verify: read, text: content.text.trim(), from: tag.from, to: content.to });
  }
  return root !== null && /^(?:[\w.-]+:)?svg$/.test(root.name) ? { root, badges } : null;
};

const versionOf = ({ name }: StartTag, prefixes: ReadonlyMap<string, string>): 3 | 2 | null => {
  const [prefix = '', local] = name.includes(':') ? name.split(':', 2) : ['', name];
  if (local !== 'credential' && local !== 'assertion') return null;
  const namespace = prefixes.get(prefix) ?? '';
  if (local === 'credential' && namespace === NAMESPACE) return 3;
  return local === 'assertion' && OLD_NAMESPACE.test(namespace) ? 2 : null;
};

/** The first badge an SVG carries, of Open Badges 3.0 or else of an older version; the picture is read as text and never run. */
export const unbakeSvg = (svg: string): Result<BakedText, ImageRefusal> => {
  if (svg.length > MAX_BAKED) return err({ type: 'too-big' });
  const read = readSvg(svg);
  if (read === null) return err({ type: 'bad-image' });
  const badge = read.badges.find(({ version }) => version === 3) ?? read.badges[0];
  if (badge === undefined) return err({ type: 'no-badge-inside' });
  const { version, verify = '', text } = badge;
  // A badge of version 2 may give its address in `verify` beside its text.
  return ok({ version, text: (version === 3 ? verify || text : text || verify).trim() });
};

/**
 * An SVG that carries a credential (JSON or VC-JWT: Open Badges 3.0 §5.3.2); badges it carried before are taken out. A picture that would
 * not give back what was put in (its prefixes are bound to something else, text stands in front of it) is refused.
 */
export const bakeSvg = (svg: string, text: string): Result<string, ImageRefusal> => {
  if (svg.length + text.length > MAX_BAKED) return err({ type: 'too-big' });
  if (!isBakeable(text)) return err({ type: 'not-a-credential' });
  const read = readSvg(svg);
  if (read === null) return err({ type: 'bad-image' });
  const { root, badges } = read;
  const bound = attributesOf(root).get('xmlns:openbadges') ?? NAMESPACE;
  if (bound !== NAMESPACE && !OLD_NAMESPACE.test(bound)) return err({ type: 'bad-image' });
  const others = root.attributes.replace(/\s+xmlns:openbadges\s*=\s*(?:"[^"]*"|'[^']*')/g, '').trimEnd();
  const kept = badges.reduceRight((rest, { from, to }) => rest.slice(0, from - root.to) + rest.slice(to - root.to), svg.slice(root.to));
  const content = looksLikeJws(text) ? text : forXml(text);
  const element = looksLikeJws(text)
    ? `<openbadges:credential verify="${content}"></openbadges:credential>`
    : `<openbadges:credential><![CDATA[${content}]]></openbadges:credential>`;
  const start = `${svg.slice(0, root.from)}<${root.name}${others} xmlns:openbadges="${NAMESPACE}">${element}`;
  const baked = root.empty ? `${start}</${root.name}>` : start + kept;
  const back = unbakeSvg(baked);
  const isWhole = svg.trimStart().startsWith('<') && back.ok && back.value.version === 3 && back.value.text === content.trim();
  return isWhole ? ok(baked) : err({ type: 'bad-image' });
};

// The same JSON without what CDATA cannot hold; all of it can only stand inside JSON's texts.
const forXml = (json: string): string =>
  json
    .replaceAll(']]>', ']]\\u003e')
    .replace(/[\uFFFE\uFFFF\u007f-\u009f]|[\uD800-\uDFFF](?<![\uD800-\uDBFF](?=[\uDC00-\uDFFF])|[\uD800-\uDBFF][\uDC00-\uDFFF])/g, escaped);

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
