'use client';

import { useCombobox } from 'downshift';
import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import { MAX_COMMENT_LENGTH, type Person } from '#lib/contracts/index.ts';
import { nameBeingWritten, peopleCalled } from './mention-text.ts';

type Props = {
  label: string;
  value: string;
  people: readonly Person[];
  onChange: (value: string) => void;
  /** Ctrl+Enter or ⌘+Enter. */
  onSend: () => void;
};

/** A text field that proposes people after an @. */
export function MentionField({ label, value, people, onChange, onSend }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [beginning, setBeginning] = useState<string | null>(null);
  const items = beginning === null ? [] : peopleCalled(people, beginning).slice(0, 6);
  const isOpen = items.length > 0;
  const { highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox<Person>({
    items,
    isOpen,
    inputValue: value,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    itemToString: (person) => person?.name ?? '',
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) complete(selectedItem);
    },
    onStateChange: ({ type }) => {
      const { InputKeyDownEscape, InputBlur } = useCombobox.stateChangeTypes;
      if (type === InputKeyDownEscape || type === InputBlur) setBeginning(null);
    },
    stateReducer: (_state, { changes }) => ({ ...changes, inputValue: value }),
  });

  function complete({ name }: Person) {
    const caret = field.current?.selectionStart ?? value.length;
    const start = value.lastIndexOf('@', caret - 1);
    const before = `${value.slice(0, start)}@${name} `;
    onChange(before + value.slice(caret));
    setBeginning(null);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    } else if (isOpen) {
      return;
    }
    // With no list to move in, the keys are those of a text field.
    Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
  }

  // A field of several lines is no combobox to ARIA; the proposals are told by the active descendant.
  const {
    role,
    'aria-expanded': expanded,
    ...combobox
  } = getInputProps({
    ref: (element: HTMLElement | null) => {
      field.current = element instanceof HTMLTextAreaElement ? element : null;
    },
    onKeyDown,
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onChange(currentTarget.value);
      setBeginning(nameBeingWritten(currentTarget.value.slice(0, currentTarget.selectionStart ?? 0)));
    },
  });

  return (
    <div className="relative">
      <textarea
        {...combobox}
        aria-label={label}
        rows={3}
        maxLength={MAX_COMMENT_LENGTH}
        placeholder="Write a comment; @ mentions somebody"
        className="block w-full resize-y rounded-normal border border-edge bg-sheet p-2 text-base placeholder:text-ink-soft sm:text-small"
      />
      <ul
        {...getMenuProps({
          'aria-label': 'People',
          className: classNames(
            'absolute inset-x-0 bottom-full z-30 mb-1 max-h-60 overflow-y-auto rounded-normal border border-line bg-sheet py-1 shadow-lift',
            !isOpen && 'hidden',
          ),
        })}
      >
        {items.map((person, index) => (
          <li
            key={person.id}
            {...getItemProps({
              item: person,
              index,
              className: classNames(
                'flex min-h-11 cursor-pointer items-center truncate px-3 text-small sm:min-h-9',
                index === highlightedIndex && 'bg-well',
              ),
            })}
          >
            {person.name}
          </li>
        ))}
      </ul>
    </div>
  );
}
