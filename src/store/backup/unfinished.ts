// Was a restore broken off here? Then nobody opens it: erased people might be in it again.
import pg from 'pg'

const mark = 'a restore is not finished'

export async function markUnfinished(client: pg.Client): Promise<void> {
  await client.query(`comment on schema doorstep is '${mark}'`)
}

export async function isUnfinished(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select obj_description(to_regnamespace('doorstep')::oid, 'pg_namespace') as said`,
  )
  return rows[0].said === mark
}

/** From now on it may be opened. */
export async function finishRestore(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('comment on schema doorstep is null')
  } finally {
    await client.end()
  }
}
