import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArtefacts, seedIdsIn, type Artefacts } from '../seed-coverage/artefacts';
import { seedCoverageSchema, seedReport, type SeedCoverage } from '../seed-coverage/coverage';
import { ROOT } from './files';

const CONTENT = join(ROOT, 'workflows');
const SEED = join(ROOT, '../shared/research/domain.md');

const coverage = seedCoverageSchema.parse(JSON.parse(readFileSync(join(CONTENT, 'seed-coverage.json'), 'utf8')));
let artefacts: Artefacts;
beforeAll(async () => {
  artefacts = await readArtefacts(CONTENT);
});

const faultsOf = (...items: Partial<SeedCoverage['items'][number]>[]) =>
  seedReport({ items: items.map((item) => ({ id: 'A1.1', phrase: '词', english: 'word', ...item })) }, artefacts).faults;

const claim = (named: object) => ({
  procedure: '38-covenant',
  elements: [],
  fields: [],
  parameters: [],
  posts: [],
  decisions: [],
  ...named,
});

describe('the list of what carries the founding text', () => {
  it('claims nothing that is not there', () => {
    expect(seedReport(coverage, artefacts).faults).toEqual([]);
  });

  (existsSync(SEED) ? it : it.skip)('has every item of the founding text, where that is at hand, and no other', () => {
    expect(seedReport(coverage, artefacts, seedIdsIn(readFileSync(SEED, 'utf8'))).faults).toEqual([]);
  });

  it.each([
    ['a procedure', { procedure: '99-nothing' }, 'A1.1: there is no procedure 99-nothing'],
    ['an element', { elements: ['solicit', 'teleport'] }, 'A1.1: 38-covenant has no element teleport'],
    ['a field', { fields: ['covenants.nothing'] }, 'A1.1: 38-covenant has no field covenants.nothing'],
    ['a parameter', { parameters: ['cov.nothing'] }, 'A1.1: 38-covenant has no parameter cov.nothing'],
    ['a post', { posts: ['emperor'] }, 'A1.1: 38-covenant has no post emperor'],
    ['a decision', { decisions: ['coin'] }, 'A1.1: 38-covenant has no decision coin'],
    ['nothing', {}, 'A1.1: names nothing in 38-covenant'],
  ])('fails for a claim of %s that is not there', (_, named, fault) => {
    expect(faultsOf({ carriedBy: [claim(named)] })).toEqual([fault]);
  });

  it('fails for an item that is there twice, forgotten or invented', () => {
    const items = ['A1.1', 'A1.1', 'A9.9'].map((id) => ({ id, phrase: '词', english: 'word' }));

    expect(seedReport({ items }, artefacts, ['A1.1', 'A1.2']).faults).toEqual([
      'A1.1: is there twice',
      'A1.2: is in the founding text and not in the list',
      'A9.9: is not in the founding text',
    ]);
  });

  it('counts an item of which something is missing as partly carried only', () => {
    const carriedBy = [claim({ elements: ['solicit'] })];
    const items = [
      { id: 'A1.1', phrase: '词', english: 'word', carriedBy },
      { id: 'A1.2', phrase: '词', english: 'word', carriedBy, missing: 'the rest' },
      { id: 'A1.3', phrase: '词', english: 'word' },
    ];

    expect(seedReport({ items }, artefacts).counts).toEqual({ carried: 1, partly: 1, open: 1 });
  });
});
