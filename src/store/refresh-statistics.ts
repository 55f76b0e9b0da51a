// After much was loaded at once: does the database know how large its tables have become?
import pg from 'pg'

const tables = `select format('analyze doorstep.%I', tablename) as statement
  from pg_tables where schemaname = 'doorstep' order by tablename`

/**
 * Without fresh statistics the planner reads a council's every row to find one. Only a table's
 * owner may ask for them, so this is the one thing a running node does with the admin address.
 */
export async function refreshStatistics(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query(tables)
    for (const { statement } of rows) await client.query(statement)
  } finally {
    await client.end()
  }
}
