// What may a question be answered with? Open until one of these.

export const answers = ['explained', 'look-into', 'serious'] as const
export type Answer = (typeof answers)[number]
