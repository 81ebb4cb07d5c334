'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import { useWorkspace } from '../workspace-context.tsx';
import { acceptedFiles } from './check-file.ts';
import { DropOverlay } from './drop-overlay.tsx';
import { useLanguages } from './languages-context.tsx';
import { UploadPanel } from './upload-panel.tsx';
import { UploadQueue } from './upload-queue.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useFilePaste } from './use-file-paste.ts';

type Uploads = { pickFiles: () => void };
const UploadsContext = createContext<Uploads>({ pickFiles: () => undefined });

/** Opens the file picker; what is chosen is uploaded and read. */
export function useUploads(): Uploads {
  return useContext(UploadsContext);
}

/** Takes files from all pages of a workspace, and keeps sending them while the reader moves between pages. */
export function UploadArea({ children }: { children: ReactNode }) {
  const { slug, may } = useWorkspace();
  const picker = useRef<HTMLInputElement>(null);
  const { chosen } = useLanguages();
  const [queue] = useState(() => new UploadQueue(slug));
  const add = useCallback(
    (files: File[]) => {
      if (may.write) queue.add(files, chosen);
      else
        toast.error('Your role in this workspace is to read. Ask an owner or admin for the right to upload.');
    },
    [queue, may.write, chosen],
  );
  const isOver = useFileDrop(add);
  useFilePaste(add);
  const uploads = useMemo(() => ({ pickFiles: () => picker.current?.click() }), []);

  return (
    <UploadsContext value={uploads}>
      {children}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={acceptedFiles}
        data-testid="file-picker"
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {isOver && may.write ? <DropOverlay /> : null}
      <UploadPanel queue={queue} />
    </UploadsContext>
  );
}
