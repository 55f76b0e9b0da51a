// What is Doorstep's mark? A doorway over two steps, and the name drawn as lines.

export function Wordmark({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 146 32" width="146" height="32" role="img" aria-label={label}>
      <g fill="currentColor">
        <path fill-rule="evenodd" d="M5 2h17v20H5zM8 5v17l6.5-2.6V7.6z" />
        <path d="M2.5 23.5h22V26h-22zM0 27.5h27V30H0z" />
      </g>
      <g transform="translate(37 0)" fill="none" stroke="currentColor" stroke-width="2.9">
        <circle cx="23.6" cy="15.6" r="5" />
        <circle cx="38" cy="15.6" r="5" />
        <circle cx="100.8" cy="15.6" r="5" />
        {letters.map(d => (
          <path d={d} />
        ))}
      </g>
    </svg>
  )
}

const letters = [
  'M1.5 4.6H6a8 8 0 0 1 0 16H1.5z',
  'M48 22V9.2M48 15.6a5 5 0 0 1 5-5h1.4',
  'M66 12.5c-.9-1.2-2.5-1.9-4.2-1.9-2.3 0-3.8 1-3.8 2.5 0 3.7 8.3 1.4 8.3 5 ' +
    '0 1.6-1.7 2.5-4.2 2.5-2 0-3.7-.7-4.6-2',
  'M72 6v10.6a4 4 0 0 0 4 4h1.2M68.8 10.6h8',
  'M80.4 15.6h10a5 5 0 1 0-1.6 3.7',
  'M95.8 9.2v18.3',
]
