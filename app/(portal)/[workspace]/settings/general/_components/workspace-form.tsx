'use client';

import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { updateWorkspace } from '../actions.ts';

type Props = { name: string; slug: string; formerSlugs: readonly string[]; host: string };

export function WorkspaceForm({ name, slug, formerSlugs, host }: Props) {
  const workspace = useWorkspace();
  const router = useRouter();
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['name', 'slug'],
    (input) => updateWorkspace({ workspace: workspace.slug, ...input }),
    ({ slug: newSlug }) => {
      toast.success('The workspace was changed.');
      if (newSlug === workspace.slug) router.refresh();
      else router.replace(`/${newSlug}/settings/general`);
    },
  );
  return (
    <form ref={form} action={submit} noValidate className="space-y-5">
      <FormNotice message={notice} />
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        defaultValue={values.name ?? name}
        problem={problem?.fields?.name}
        required
      />
      <TextField
        label="Address"
        hint={`The workspace is found at ${host}/${slug}. Links with an earlier address keep working.`}
        name="slug"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={values.slug ?? slug}
        problem={problem?.fields?.slug}
        required
      />
      {formerSlugs.length > 0 ? (
        <p className="text-ink-soft text-small [overflow-wrap:anywhere]">
          Earlier addresses: {formerSlugs.join(', ')}
        </p>
      ) : null}
      <Button type="submit" variant="primary" pending={pending} className="max-sm:w-full">
        Save
      </Button>
    </form>
  );
}
