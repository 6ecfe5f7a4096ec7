import type { Effort } from './effort.ts';
import { compare, inOrder } from './in-order.ts';
import { writeLine } from './n-quads.ts';
import type { Quad } from './quad.ts';
import { isBlank } from './quad.ts';
import { sha256Hex } from './sha256-sync.ts';

/** Names given to blank nodes in the order they are met. */
type Names = Map<string, string>;

interface Work {
  readonly quadsOf: ReadonlyMap<string, readonly Quad[]>;
  readonly hashes: Map<string, string>;
  readonly canonical: Names;
  readonly effort: Effort;
}

/**
 * Canonical names (`_:c14n0`, …) of the blank nodes of a dataset without repeated quads (RDFC-1.0 §4.4, SHA-256), or null when it
 * takes more work than is left for it.
 */
export const nameBlankNodes = (quads: readonly Quad[], effort: Effort): ReadonlyMap<string, string> | null => {
  const quadsOf = byBlankNode(quads);
  const work: Work = { quadsOf, hashes: new Map(), canonical: new Map(), effort };
  const alike = new Map<string, string[]>();
  for (const node of quadsOf.keys()) {
    // The only one gets the first name whatever its hash.
    const hash = quadsOf.size === 1 ? '' : hashFirstDegree(work, node);
    work.hashes.set(node, hash);
    addTo(alike, hash, node);
  }
  const groups = [...alike].sort(byFirst).map(([, nodes]) => nodes);
  for (const [node = '', ...others] of groups) if (others.length === 0) issue(work.canonical, node, 'c14n');
  for (const nodes of groups) if (nodes.length > 1 && !nameGroup(work, nodes)) return null;
  return work.canonical;
};

const addTo = <T>(lists: Map<string, T[]>, key: string, item: T): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
};

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => compare(a, b);

const issue = (names: Names, node: string, prefix: 'c14n' | 'b'): string => {
  const known = names.get(node) ?? `_:${prefix}${names.size}`;
  names.set(node, known);
  return known;
};

const byBlankNode = (quads: readonly Quad[]): ReadonlyMap<string, readonly Quad[]> => {
  const found = new Map<string, Quad[]>();
  for (const quad of quads) {
    const { subject, object, graph } = quad;
    if (isBlank(subject)) addTo(found, subject, quad);
    if (isBlank(object) && object !== subject) addTo(found, object, quad);
    if (graph !== '' && isBlank(graph) && graph !== subject && graph !== object) addTo(found, graph, quad);
  }
  return found;
};

const hashFirstDegree = ({ quadsOf }: Work, node: string): string => {
  const label = (term: string): string => (isBlank(term) ? (term === node ? '_:a' : '_:z') : term);
  const lines = (quadsOf.get(node) ?? []).map((quad) => writeLine(quad, label));
  return sha256Hex(inOrder(lines, compare).join(''));
};

// RDFC-1.0 §4.4.3, step 5: nodes with the same first-degree hash get their names by what surrounds them. False when given up.
const nameGroup = (work: Work, nodes: readonly string[]): boolean => {
  const results: Surroundings[] = [];
  for (const node of nodes) {
    if (work.canonical.has(node)) continue;
    const names: Names = new Map();
    issue(names, node, 'b');
    const result = hashSurroundings(work, node, names);
    if (result === null) return false;
    results.push(result);
  }
  for (const { names } of results.sort((a, b) => byFirst([a.hash, 0], [b.hash, 0]))) {
    for (const node of names.keys()) issue(work.canonical, node, 'c14n');
  }
  return true;
};

interface Surroundings {
  readonly hash: string;
  readonly names: Names;
}

// Hash N-Degree Quads (§4.8); null when the work runs out.
const hashSurroundings = (work: Work, node: string, start: Names): Surroundings | null => {
  if (work.effort.steps-- <= 0) return null;
  const related = relatedNodes(work, node, start);
  if (work.effort.hashes < 0) return null;
  let names = start;
  let data = '';
  for (const [hash, nodes] of [...related].sort(byFirst)) {
    const best = bestOrder(work, nodes, names);
    if (best === null) return null;
    data += hash + best.path;
    names = best.names;
  }
  return { hash: sha256Hex(data), names };
};

// Hash Related Blank Node (§4.7) of every neighbour: neighbours by hash.
const relatedNodes = (work: Work, node: string, names: Names): ReadonlyMap<string, readonly string[]> => {
  const related = new Map<string, string[]>();
  for (const { subject, predicate, object, graph } of work.quadsOf.get(node) ?? []) {
    for (const [position, other] of [
      ['s', subject],
      ['o', object],
      ['g', graph],
    ] as const) {
      if (other === node || !isBlank(other)) continue;
      if (work.effort.hashes-- <= 0) return related;
      const name = work.canonical.get(other) ?? names.get(other) ?? work.hashes.get(other) ?? '';
      addTo(related, sha256Hex(position + (position === 'g' ? '' : predicate) + name), other);
    }
  }
  return related;
};

interface Order {
  readonly path: string;
  readonly names: Names;
}

// §4.8.3, step 5.4: of all orders of neighbours that look alike, the one whose path comes first.
const bestOrder = (work: Work, nodes: readonly string[], names: Names): Order | null => {
  let best: Order | null = null;
  // A graph is the neighbour of each node once for every quad in it: its orders are all one.
  for (const order of nodes.every((node) => node === nodes[0]) ? [nodes] : permutations(nodes)) {
    if (work.effort.hashes-- <= 0) return null;
    const tried = tryOrder(work, order, new Map(names), best?.path ?? '');
    if (tried === 'out of work') return null;
    if (tried !== 'worse' && (best === null || tried.path < best.path)) best = tried;
  }
  return best;
};

const tryOrder = (work: Work, order: readonly string[], copy: Names, chosen: string): Order | 'worse' | 'out of work' => {
  const worse = (path: string): boolean => chosen !== '' && path.length >= chosen.length && path > chosen;
  const toVisit: string[] = [];
  let path = '';
  for (const node of order) {
    const known = work.canonical.get(node);
    if (known === undefined && !copy.has(node)) toVisit.push(node);
    path += known ?? issue(copy, node, 'b');
    if (worse(path)) return 'worse';
  }
  let names = copy;
  for (const node of toVisit) {
    const result = hashSurroundings(work, node, names);
    if (result === null) return 'out of work';
    path += `${issue(names, node, 'b')}<${result.hash}>`;
    names = result.names;
    if (worse(path)) return 'worse';
  }
  return { path, names };
};

// All orders of a list (Heap's algorithm), one at a time.
function* permutations(list: readonly string[]): Generator<readonly string[]> {
  const current = [...list];
  const turns = current.map(() => 0);
  yield current;
  for (let i = 1; i < current.length; ) {
    const turn = turns[i] ?? 0;
    if (turn >= i) {
      turns[i++] = 0;
      continue;
    }
    const from = i % 2 === 0 ? 0 : turn;
    [current[from], current[i]] = [current[i] ?? '', current[from] ?? ''];
    turns[i] = turn + 1;
    i = 1;
    yield current;
  }
}
