/** The outgoing documents: bundles for insurers (送付単位), return archives (返戻) of the agency and of insurers, and lists (返戻一覧) for providers. */
export type DocumentForm = 'bundle' | 'return-archive' | 'insurer-return' | 'return-list';

/** Where a form of document stands in the database; names of our own, never input. */
export interface DocumentTable {
  form: DocumentForm;
  table: 'bundle' | 'provider_return';
  id: 'bundle_id' | 'return_id';
  line: 'bundle_line' | 'return_line';
  receiver: 'insurer_number' | 'provider_number';
  /** Column of a record that says in which document it is. */
  claim: 'live_bundle_id' | 'return_id';
  /** Which documents of the table are of this form. */
  isForm: string;
  /** Which records `r` wait for such a document. */
  waits: string;
}

/** As the indexes of waiting records say it: not by state, so that a change of state touches no index. */
const isInNone = 'r.live_bundle_id IS NULL AND r.return_id IS NULL';

const bundle: DocumentTable = {
  form: 'bundle',
  table: 'bundle',
  id: 'bundle_id',
  line: 'bundle_line',
  receiver: 'insurer_number',
  claim: 'live_bundle_id',
  isForm: 'true',
  waits: `r.state = 'accepted' AND ${isInNone}`,
};

const returnArchive: DocumentTable = {
  form: 'return-archive',
  table: 'provider_return',
  id: 'return_id',
  line: 'return_line',
  receiver: 'provider_number',
  claim: 'return_id',
  isForm: `form = 'archive' AND origin = 'agency'`,
  waits: `r.state = 'returned' AND ${isInNone} AND r.is_readable AND r.returned_by = 'agency'`,
};

const insurerReturn: DocumentTable = {
  ...returnArchive,
  form: 'insurer-return',
  isForm: `form = 'archive' AND origin = 'insurer'`,
  waits: `${isInNone}
    AND (r.state = 'sent-back' OR (r.state = 'returned' AND r.is_readable AND r.returned_by = 'insurer'))`,
};

const returnList: DocumentTable = {
  ...returnArchive,
  form: 'return-list',
  isForm: `form = 'list'`,
  waits: `r.state = 'returned' AND ${isInNone} AND NOT r.is_readable`,
};

export const documentTables: Record<DocumentForm, DocumentTable> = {
  bundle,
  'return-archive': returnArchive,
  'insurer-return': insurerReturn,
  'return-list': returnList,
};
