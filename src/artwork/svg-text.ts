/** Text made safe inside an SVG element or a double-quoted attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** A number with at most `digits` decimals, written as short as possible. */
export const num = (value: number, digits = 1): string => String(Number(value.toFixed(digits)) + 0).replace(/^(-?)0\./, '$1.');

/** A point written for a path. */
export const at = (x: number, y: number): string => {
  const second = num(y);
  return `${num(x)}${second.startsWith('-') ? '' : ' '}${second}`;
};

/** Short identifier that depends on nothing but `text` (FNV-1a, 32 bits): same drawing, same ids, on every machine. */
export const shortHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
};

/** An SVG fragment whose ids, and every reference to them, begin with `prefix`, so that two drawings can live in one page. */
export const prefixIds = (body: string, prefix: string): string =>
  body
    .replaceAll(/\bid="([^"]+)"/g, `id="${prefix}$1"`)
    .replaceAll(/url\((["']?)#([^)"']+)\1\)/g, `url(#${prefix}$2)`)
    .replaceAll(/href="#([^"]+)"/g, `href="#${prefix}$1"`);
