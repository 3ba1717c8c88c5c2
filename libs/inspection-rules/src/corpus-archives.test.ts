import { describe } from '@jest/globals';
import { folderDefects } from '../test/corpus/archive/folder-defects.js';
import { indexDefects } from '../test/corpus/archive/index-defects.js';
import { kindDefects } from '../test/corpus/archive/kind-defects.js';
import { layoutDefects } from '../test/corpus/archive/layout-defects.js';
import { legalArchives } from '../test/corpus/archive/legal-archives.js';
import { nameDefects } from '../test/corpus/archive/name-defects.js';
import { summaryDefects } from '../test/corpus/archive/summary-defects.js';
import { totalDefects } from '../test/corpus/archive/total-defects.js';
import { zipDefects } from '../test/corpus/archive/zip-defects.js';
import { proveCorpus } from '../test/corpus/prove-corpus.js';

describe('the judge says of an archive what is wrong with it, once and by its name', () => {
  describe('folder', () => proveCorpus(folderDefects));
  describe('index', () => proveCorpus(indexDefects));
  describe('kind', () => proveCorpus(kindDefects));
  describe('layout', () => proveCorpus(layoutDefects));
  describe('name', () => proveCorpus(nameDefects));
  describe('summary', () => proveCorpus(summaryDefects));
  describe('total', () => proveCorpus(totalDefects));
  describe('zip', () => proveCorpus(zipDefects));
});

describe('the judge leaves archives alone that are unusual but right', () => proveCorpus(legalArchives));
