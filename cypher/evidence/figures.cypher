// Which figures, schedules and powers are stated of whom?
//
// Figures from different documents have different dates and definitions: never add them up. A source that leaves a thing
// open is recorded as such.
//
// @param entity:entity = any       of whom; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns entity:string           of whom it is stated
// @returns property:string         what is stated
// @returns value:string            the value as the source gives it
// @returns unit:string             its unit
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (figure:Statement)-[:ABOUT]->(entity:Entity)
WHERE ($entity IS NULL OR entity.id = $entity)
  AND ($as_of IS NULL OR figure.holds_from <= $as_of <= figure.holds_until)
  AND ($bases IS NULL OR figure.basis IN $bases)
RETURN DISTINCT entity.name AS entity,
       figure.property AS property,
       coalesce(figure.value, 'not stated: left open by the source') AS value,
       coalesce(figure.unit, '') AS unit,
       figure.last_seen.year AS last_seen,
       figure.basis AS basis,
       coalesce(figure.sources, []) AS sources
ORDER BY entity, property, value, unit
