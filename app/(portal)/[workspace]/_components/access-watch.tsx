'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { ClosedDialog } from './closed-dialog.tsx';
import { useConnection, useLiveState } from './live-provider.tsx';
import { useWorkspace } from './workspace-context.tsx';

/** Who signs out or leaves in this very tab has been led away by then, and needs no telling. */
const TELL_AFTER_MS = 1_000;

/** Says at once, on whatever page is open, that the reader's role has changed or that they may see no more. */
export function AccessWatch() {
  const connection = useConnection();
  const router = useRouter();
  const isClosed = useLiveState() === 'closed';
  const [isTold, setIsTold] = useState(false);
  useEffect(() => connection.watchAccess(() => router.refresh()), [connection, router]);
  useRoleChange();
  useEffect(() => {
    if (!isClosed) return;
    const timer = setTimeout(() => setIsTold(true), TELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isClosed]);
  const why = connection.closedWhy();
  return isTold && why ? <ClosedDialog why={why} /> : null;
}

/** The layout is drawn anew with the role as it is now. */
function useRoleChange(): void {
  const { role, name } = useWorkspace();
  const known = useRef(role);
  useEffect(() => {
    if (known.current === role) return;
    known.current = role;
    toast.info(`Your role in ${name} is ${role} now. What you may do here has changed with it.`);
  }, [role, name]);
}
