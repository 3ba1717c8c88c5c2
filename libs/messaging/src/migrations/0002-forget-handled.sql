-- expand
-- Forgets messages that were handled more than so many days ago (never less than 7), at most `at_once`; how many. The role that runs may call
-- this, but delete no row of its choice. Ids (UUIDv7) begin with their time: the old ones of a handler lie together in the key.
CREATE FUNCTION forget_handled(days integer, at_once integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = {{schema}}, pg_temp AS $$
  WITH RECURSIVE horizon AS (
    SELECT at, (left(hex, 8) || '-' || right(hex, 4) || '-7000-8000-000000000000')::uuid AS id
    FROM (SELECT at, lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS hex
          FROM (SELECT now() - make_interval(days => greatest(days, 7)) AS at) AS moment) AS written
  ), known (handler) AS (
    SELECT min(handler) FROM inbox
    UNION ALL
    SELECT (SELECT min(handler) FROM inbox WHERE handler > known.handler) FROM known WHERE known.handler IS NOT NULL
  ), old AS (
    SELECT found.* FROM horizon, known CROSS JOIN LATERAL (
      SELECT handler, message_id FROM inbox
      WHERE inbox.handler = known.handler AND message_id < horizon.id AND handled_at < horizon.at
      ORDER BY message_id LIMIT at_once) AS found
    LIMIT at_once
  ), gone AS (
    DELETE FROM inbox USING old WHERE inbox.handler = old.handler AND inbox.message_id = old.message_id RETURNING 1
  ) SELECT count(*)::integer FROM gone
$$;
REVOKE ALL ON FUNCTION forget_handled(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_handled(integer, integer) TO {{role}};
