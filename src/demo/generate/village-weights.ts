// How is the shielded list spread over the villages? Invented, long-tailed, three with nobody.
// The weights are the list counts drawn in the coverage design, so the demo looks like it.

const drawn = `
  abington-pigotts 5, arrington 13, babraham 11, balsham 58, bar-hill 126, barrington 28,
  bartlow 5, barton 35, bassingbourn 94, bourn 39, boxworth 8, caldecote 67, cambourne 490,
  carlton 7, castle-camps 21, caxton 21, childerley 0, comberton 100, conington 5, coton 27,
  cottenham 228, croxton 6, croydon 11, dry-drayton 26, duxford 71, elsworth 22, eltisley 15,
  fen-ditton 21, fen-drayton 37, fowlmere 41, foxton 41, fulbourn 152, gamlingay 140, girton 127,
  grantchester 21, graveley 9, great-abington 26, great-eversden 11, great-shelford 167,
  great-wilbraham 19, great-and-little-chishill 24, guilden-morden 39, hardwick 107, harlton 12,
  harston 48, haslingfield 62, hatley 8, hauxton 38, heathfield 18, heydon 10, hildersham 8,
  hinxton 10, histon 193, horningsea 15, horseheath 14, ickleton 24, impington 111, kingston 8,
  knapwell 3, kneesworth 21, landbeach 35, linton 159, litlington 31, little-abington 20,
  little-eversden 22, little-gransden 13, little-shelford 36, little-wilbraham 17, lolworth 7,
  longstanton 118, longstowe 8, madingley 9, melbourn 169, meldreth 49, milton 133, newton 15,
  northstowe 125, oakington 38, orchard-park 90, orwell 29, over 87, pampisford 13,
  papworth-everard 111, papworth-st-agnes 0, rampton 17, sawston 294, shepreth 22,
  shingay-cum-wendy 6, shudy-camps 12, south-trumpington 14, stapleford 50, steeple-morden 46,
  stow-cum-quy 19, swavesey 90, tadlow 6, teversham 106, thriplow 18, toft 18, waterbeach 164,
  west-wickham 14, west-wratting 19, weston-colville 15, westwick 0, whaddon 16, whittlesford 55,
  willingham 131, wimpole 10
`

export const listWeights: ReadonlyMap<string, number> = new Map(
  drawn
    .trim()
    .split(/,\s+/)
    .map(entry => entry.split(' '))
    .map(([slug = '', weight = '0']) => [slug, Number(weight)]),
)
