// What does a page list, and under which heading?
//
// Being listed is the weakest thing a source can say of a body: neither who sits there nor what it does. A heading sorts
// what stands under it; it is no body, and nothing under it reports to it. What has ended since stays listed.
//
// @param page:entity = any         the source that lists; any for all
// @param heading:string = any      the printed heading; `no heading` for what stands under none, any for all
// @param as_of:date = dataset      the day by which it was listed; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns page:string             the title of the source
// @returns heading:string          the heading as printed, or that there is none
// @returns listed:string           what stands there
// @returns kind:string             what kind of thing that is
// @returns last_seen:integer       the year of the newest evidence
// @returns sources:list            where it stands
MATCH (listed:Entity)-[listing:SHOWN_ON]->(page:Source)
WHERE ($page IS NULL OR page.id = $page)
  AND ($heading IS NULL OR coalesce(listing.role, 'no heading') = $heading)
  AND ($as_of IS NULL OR listing.holds_from <= $as_of)
  AND ($bases IS NULL OR listing.basis IN $bases)
RETURN DISTINCT page.name AS page,
       coalesce(listing.role, 'no heading') AS heading,
       listed.name AS listed,
       [label IN labels(listed) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       listing.last_seen.year AS last_seen,
       coalesce(listing.sources, []) AS sources
ORDER BY page, heading, listed
