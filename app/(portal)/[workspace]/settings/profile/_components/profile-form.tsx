'use client';

import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { useNow } from '#app/_ui/clock.tsx';
import { DateTime } from '#app/_ui/date-time.tsx';
import { FormNotice } from '#app/_ui/form-notice.tsx';
import { SelectField } from '#app/_ui/select-field.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { useFormAction } from '#app/_ui/use-form-action.ts';
import { type DigestRhythm, dateLocales, digestRhythms, type Profile } from '#lib/contracts/index.ts';
import { changeProfile } from '../actions.ts';

type Props = { profile: Profile; timeZones: readonly string[]; canSendMail: boolean };

const rhythms: Record<DigestRhythm, string> = {
  off: 'Never',
  daily: 'Every morning',
  weekly: 'Every Monday morning',
};

export function ProfileForm({ profile, timeZones, canSendMail }: Props) {
  const router = useRouter();
  const now = new Date(useNow(60_000)).toISOString();
  const { values, problem, notice, submit, pending, form } = useFormAction(
    ['name', 'locale', 'timeZone', 'digest'],
    ({ digest, ...input }) => changeProfile({ ...input, digest: rhythmOf(digest) }),
    () => {
      toast.success('Your profile was saved.');
      router.refresh();
    },
  );
  // React resets a form after its action, but leaves a choice at its first value: the key makes it anew.
  const chosen = {
    locale: values.locale ?? profile.locale ?? '',
    timeZone: values.timeZone ?? profile.timeZone ?? '',
    digest: values.digest ?? profile.digest,
  };
  return (
    <form ref={form} action={submit} noValidate className="space-y-5">
      <FormNotice message={notice} />
      <TextField
        label="Name"
        hint="As your colleagues see it."
        name="name"
        autoComplete="name"
        defaultValue={values.name ?? profile.name}
        problem={problem?.fields?.name}
        required
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          label="Dates are written as in"
          name="locale"
          key={`locale ${chosen.locale}`}
          defaultValue={chosen.locale}
        >
          <option value="">As the browser says</option>
          {Object.entries(dateLocales).map(([tag, label]) => (
            <option key={tag} value={tag}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Time zone"
          name="timeZone"
          key={`timeZone ${chosen.timeZone}`}
          defaultValue={chosen.timeZone}
        >
          <option value="">As the browser says</option>
          {timeZones.map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
      </div>
      <p className="text-ink-soft text-small">
        As it is saved, now is <DateTime at={now} />.
      </p>
      {canSendMail ? (
        <SelectField
          label="E-mail about documents that have been read"
          hint="One message about everything you had read since the last one. None is sent when there was nothing."
          name="digest"
          key={`digest ${chosen.digest}`}
          defaultValue={chosen.digest}
        >
          {digestRhythms.map((rhythm) => (
            <option key={rhythm} value={rhythm}>
              {rhythms[rhythm]}
            </option>
          ))}
        </SelectField>
      ) : (
        <p className="text-ink-soft text-small">
          <input type="hidden" name="digest" value={profile.digest} />
          E-mail about documents that have been read cannot be chosen: this installation sends no e-mail.
        </p>
      )}
      <Button type="submit" variant="primary" pending={pending} className="max-sm:w-full">
        Save
      </Button>
    </form>
  );
}

function rhythmOf(value: string): DigestRhythm {
  return digestRhythms.find((rhythm) => rhythm === value) ?? 'off';
}
