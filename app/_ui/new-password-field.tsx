import { PasswordField } from './password-field.tsx';

type Props = { label: string; problem: string | undefined; defaultValue?: string | undefined };

/** A password that is being chosen, as the form's `password`; password managers offer one of theirs. */
export function NewPasswordField(props: Props) {
  return (
    <PasswordField
      {...props}
      hint="At least 10 characters."
      name="password"
      autoComplete="new-password"
      required
    />
  );
}
