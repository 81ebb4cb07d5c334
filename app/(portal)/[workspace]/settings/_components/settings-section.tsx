import { type ReactNode, useId } from 'react';

/** One matter on a page of settings: its heading, what it means, and the controls. */
export function SettingsSection({
  title,
  about,
  children,
}: {
  title: string;
  about?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="mb-6 rounded-large border border-line bg-sheet p-4 shadow-sheet sm:p-6"
    >
      <h2 id={id} className="font-semibold font-serif text-large">
        {title}
      </h2>
      {about ? <p className="mt-1 text-ink-soft">{about}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
