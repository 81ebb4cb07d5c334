'use client';

import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonLook, buttonStyle } from './button-style.ts';
import { Spinner } from './spinner.tsx';

type Props = ComponentProps<'button'> & ButtonLook & { pending?: boolean };

/** While `pending` it keeps the focus and its width, shows that it works, and ignores presses. */
export function Button({ variant, size, pending = false, className, children, onClick, ...rest }: Props) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending}
      onClick={press}
      className={buttonStyle({ variant, size }, className)}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}
