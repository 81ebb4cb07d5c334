'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { deleteWorkspace } from '../actions.ts';
import { useLeaving } from './use-leaving.ts';

/** Asks for the name, so that nobody deletes the wrong workspace in passing. */
export function DeleteWorkspace() {
  const { slug, name } = useWorkspace();
  const [isAsking, setIsAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const { pending, leave } = useLeaving(() => deleteWorkspace({ workspace: slug }));
  const isRight = typed.trim() === name;
  return (
    <>
      <Button variant="danger" onClick={() => setIsAsking(true)} className="max-sm:w-full">
        Delete the workspace
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Delete ${name}?`}
        description="Everybody in it loses access at once, and programs that use its API tokens stop working."
        className="max-w-md"
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>Keep as it is</Button>
            <Button
              variant="danger"
              type="submit"
              form="delete-workspace"
              pending={pending}
              disabled={!isRight}
            >
              Delete
            </Button>
          </>
        }
      >
        <form
          id="delete-workspace"
          onSubmit={(event) => {
            event.preventDefault();
            if (isRight && !pending) leave();
          }}
        >
          <TextField
            label={`Type “${name}” to go on`}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </form>
      </Dialog>
    </>
  );
}
