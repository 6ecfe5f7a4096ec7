import { FILE_TARGETS, fuzzEach } from './fuzz-each.ts';

fuzzEach(FILE_TARGETS);
