// The words of affected areas: where an emergency is, said as a shape or by postcodes.

/** Longitude and latitude, WGS84 degrees, as maps have them. */
export type Position = readonly [number, number]
export type Ring = readonly Position[]
export type Shape = readonly (readonly Ring[])[]

export const areaSources = ['drawn', 'pasted', 'file', 'circle', 'postcodes', 'feed'] as const
export type AreaSource = (typeof areaSources)[number]

/** Corners of a shape: more than a river needs, few enough to draw and to ask. */
export const pointsMax = 3_000
export const postcodesMax = 2_000
export const circleMetresMax = 50_000
export const nameLettersMax = 120
export const noteLettersMax = 500
export const textLettersMax = 2_000_000

/** What an area covers: inside its shape, or with one of its postcodes. */
export type Extent = { readonly shape: Shape; readonly postcodes: readonly string[] }
