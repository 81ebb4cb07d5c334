'use client';

import { useCombobox } from 'downshift';
import { FileText, Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type RefObject, useState } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import { MAX_QUERY_LENGTH, type SearchFilters } from '#lib/contracts/index.ts';
import { useWorkspace } from '../workspace-context.tsx';
import { beginSearch } from './begun-search.ts';
import { searchAddress, withLastWord } from './search-address.ts';
import { useSuggestions } from './use-suggestions.ts';

type Suggestion = { kind: 'word'; word: string } | { kind: 'document'; id: string; name: string };

type Props = {
  label: string;
  initialQuery?: string;
  /** Kept when the words change. */
  filters?: SearchFilters;
  inputRef?: RefObject<HTMLInputElement | null>;
  className?: string;
};

/** Where words to search for are written, with proposals of what stands in the workspace's documents. */
export function SearchBox({ label, initialQuery = '', filters, inputRef, className }: Props) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [query, setQuery] = useState(initialQuery);
  const { words, documents } = useSuggestions(slug, query);
  const items: Suggestion[] = [
    ...words.map((word) => ({ kind: 'word' as const, word })),
    ...documents.map(({ id, name }) => ({ kind: 'document' as const, id, name })),
  ];
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, closeMenu } =
    useCombobox<Suggestion>({
      items,
      inputValue: query,
      itemToString: (item) => (item?.kind === 'word' ? withLastWord(query, item.word) : query),
      stateReducer: (_state, { type, changes }) =>
        type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, selectedItem: null } : changes,
      onSelectedItemChange: ({ selectedItem }) => {
        if (selectedItem?.kind === 'document') router.push(`/${slug}/documents/${selectedItem.id}`);
        if (selectedItem?.kind === 'word') search(withLastWord(query, selectedItem.word));
      },
      selectedItem: null,
    });

  function search(text: string): void {
    setQuery(text);
    closeMenu();
    const address = searchAddress(slug, text, filters);
    beginSearch(address);
    router.push(address);
  }

  return (
    <search className={classNames('relative', className)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(query);
        }}
      >
        <Search
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-3 size-4 text-ink-soft"
        />
        <input
          {...getInputProps({
            ...(inputRef && { ref: inputRef }),
            'aria-label': label,
            type: 'search',
            name: 'q',
            placeholder: 'Search all text',
            maxLength: MAX_QUERY_LENGTH,
            autoComplete: 'off',
            onChange: ({ currentTarget }) => setQuery(currentTarget.value),
            onKeyDown: (event) => {
              // A proposal that is pointed at is taken by the combobox itself.
              if (event.key === 'Enter' && highlightedIndex < 0) search(query);
            },
            className:
              'block h-11 w-full rounded-normal border border-edge bg-sheet pr-11 pl-9 text-base placeholder:text-ink-soft sm:h-9 sm:pr-9 sm:text-small [&::-webkit-search-cancel-button]:hidden',
          })}
        />
        {query ? (
          <button
            type="button"
            aria-label="Clear the words"
            onClick={({ currentTarget }) => {
              setQuery('');
              currentTarget.form?.querySelector('input')?.focus();
            }}
            className="-outline-offset-2 absolute top-0 right-0 grid size-11 place-items-center rounded-normal text-ink-soft hover:text-ink sm:size-9"
          >
            <X aria-hidden className="size-4" />
          </button>
        ) : null}
      </form>
      <ul
        {...getMenuProps({
          className: classNames(
            'absolute top-full right-0 w-80 min-w-full max-w-[90vw] z-30 mt-1 max-h-96 overflow-y-auto rounded-normal border border-line bg-sheet py-1 shadow-lift',
            !(isOpen && items.length > 0) && 'hidden',
          ),
        })}
      >
        {isOpen
          ? items.map((item, index) => (
              <li
                key={item.kind === 'word' ? `word ${item.word}` : item.id}
                {...getItemProps({
                  item,
                  index,
                  className: classNames(
                    'flex min-h-9 cursor-pointer items-center gap-2 truncate px-3 text-small',
                    index === highlightedIndex && 'bg-well',
                  ),
                })}
              >
                {item.kind === 'word' ? (
                  <Search aria-hidden className="size-4 shrink-0 text-ink-soft" />
                ) : (
                  <FileText aria-hidden className="size-4 shrink-0 text-ink-soft" />
                )}
                <span className="truncate">{item.kind === 'word' ? item.word : item.name}</span>
                {item.kind === 'document' ? <span className="sr-only"> (document)</span> : null}
              </li>
            ))
          : null}
      </ul>
    </search>
  );
}
