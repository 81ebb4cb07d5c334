'use client';

import { FileOutput } from 'lucide-react';
import Link from 'next/link';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { ExportSummary } from '#lib/contracts/index.ts';
import { useExports } from '../../_components/export/use-exports.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { ExportRow } from './export-row.tsx';

export function ExportList({ initial }: { initial: readonly ExportSummary[] }) {
  const { slug } = useWorkspace();
  const { exports, refresh } = useExports(initial);
  if (exports.length === 0) {
    return (
      <EmptyState
        icon={FileOutput}
        level="h1"
        title="Nothing has been exported yet"
        actions={
          <Link href={`/${slug}/documents`} className={buttonStyle({ variant: 'primary' })}>
            Go to the documents
          </Link>
        }
      >
        <p>Open a document and press Export: as a searchable PDF, a Word document, text or data.</p>
        <p>What takes longer to write is collected here, for everybody in the workspace.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mb-4">
        <h1 className="text-title">Exports</h1>
        <p className="mt-1 text-ink-soft text-small">Files are kept for seven days.</p>
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet">
        {exports.map((one) => (
          <ExportRow key={one.id} of={one} onChanged={refresh} />
        ))}
      </ul>
    </>
  );
}
