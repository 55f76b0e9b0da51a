// What does a person look like in a strip plot?
export function MarksDrawn({ squares, discs }: { squares: string; discs: string }) {
  return (
    <>
      {squares && (
        <path d={squares} fill="var(--ds-paper)" stroke="var(--ds-attention)" stroke-width="1.8" />
      )}
      {discs && (
        <path
          d={discs}
          fill="none"
          stroke="var(--ds-accent)"
          stroke-width="6"
          stroke-linecap="round"
        />
      )}
    </>
  )
}
