import type { Mould } from '#domain/mould';

/**
 * A skill of France Travail's ROME 4.60 by its OGR code (six digits), or one of its trades by its code (a letter, four digits), named as there.
 * France Travail publishes no page per skill: the address is that of the repertoire, the code finds the skill in it.
 */
export const rome = (code: string, name: string): Mould['alignments'][number] => ({
  framework: 'ROME 4.60',
  code,
  name,
  url: 'https://www.francetravail.org/opendata/repertoire-operationnel-des-meti.html',
});

/** A skill of the European classification ESCO by its UUID, named in French as ESCO does. */
export const esco = (uuid: string, name: string): Mould['alignments'][number] => ({
  framework: 'ESCO',
  code: uuid,
  name,
  url: `http://data.europa.eu/esco/skill/${uuid}`,
});
