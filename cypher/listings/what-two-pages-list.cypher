// What do two pages both list, and what only one of them?
//
// Two lists of the same things, drawn up for different readers, show what each of them left out. What a page does not
// list may still exist: a list is complete only where its source says so. What has ended since stays listed.
//
// @param first:entity              one source that lists
// @param second:entity             the other
// @param as_of:date = dataset      the day by which it was listed; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns listed:string           what is listed
// @returns kind:string             what kind of thing that is
// @returns listed_on:string        both, or the title of the only one
// @returns first_headings:list     the headings it stands under on the first page
// @returns second_headings:list    the headings it stands under on the second
MATCH (listed:Entity)-[listing:SHOWN_ON]->(page:Source)
WHERE page.id IN [$first, $second]
  AND ($as_of IS NULL OR listing.holds_from <= $as_of)
  AND ($bases IS NULL OR listing.basis IN $bases)
WITH listed, page, coalesce(listing.role, 'no heading') AS heading
ORDER BY heading
WITH listed,
     collect(DISTINCT page.name) AS pages,
     collect(DISTINCT CASE page.id WHEN $first THEN heading END) AS first_headings,
     collect(DISTINCT CASE page.id WHEN $second THEN heading END) AS second_headings
RETURN listed.name AS listed,
       [label IN labels(listed) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       CASE size(pages) WHEN 2 THEN 'both' ELSE pages[0] END AS listed_on,
       first_headings,
       second_headings
ORDER BY listed_on, listed
