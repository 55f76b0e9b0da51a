// Which real places does Doorstep ship? South Cambridgeshire's names, codes and drawn map, typed.
// Village positions are approximate: see README.md. Show `attribution` with any of it.
import file from './south-cambridgeshire.json' with { type: 'json' }

export type TilePosition = { column: number; row: number }

export type ShippedVillage = {
  slug: string
  name: string
  code: string
  kind: string
  parishCode: string
  parishName: string
  wardCode: string
  tile: TilePosition
  tileNarrow: TilePosition
  map: { x: number; y: number }
  latitude: number
  longitude: number
}

export type ShippedDistrict = {
  district: { code: string; name: string }
  attribution: string
  tileMap: { columns: number; rows: number }
  tileMapNarrow: { columns: number; rows: number }
  map: { viewBox: string; outline: string; wardLines: string }
  wards: { code: string; name: string }[]
  villages: ShippedVillage[]
}

export const southCambridgeshire: ShippedDistrict = file
