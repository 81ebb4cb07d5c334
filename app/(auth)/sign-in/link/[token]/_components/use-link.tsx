'use client';

import { useRouter } from 'next/navigation';
import { Button } from '#app/_ui/button.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { signInPath } from '../../../../_components/sign-in-path.ts';
import { signInByLink } from '../../actions.ts';

export function UseLink({ token }: { token: string }) {
  const router = useRouter();
  const { notice, submit, pending, form } = useFormAction(
    [],
    () => signInByLink({ token }),
    ({ codeNeeded, next }) => router.replace(codeNeeded ? signInPath('/code', next) : next),
  );
  return (
    <form ref={form} action={submit} className="space-y-5">
      <FormNotice message={notice} />
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        Sign in
      </Button>
    </form>
  );
}
