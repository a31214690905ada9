-- A row may name more people than 2,046: a list that was pasted into one cell. The ids of what it makes
-- besides its own record get more room; first out of the way, for one may be another's new id.
UPDATE consent SET id = id - 2305843009213693952 WHERE id < 0;
UPDATE consent SET id = -(
  -(id + 2305843009213693952) / 4096 * 524288 + CASE
    WHEN -(id + 2305843009213693952) % 4096 < 2046 THEN -(id + 2305843009213693952) % 4096
    ELSE -(id + 2305843009213693952) % 4096 + 262144 - 2048 END)
WHERE id < 0;

UPDATE suppression SET id = id - 2305843009213693952 WHERE id < 0;
UPDATE suppression SET id = -(
  -(id + 2305843009213693952) / 4096 * 524288 + CASE
    WHEN -(id + 2305843009213693952) % 4096 < 2046 THEN -(id + 2305843009213693952) % 4096
    ELSE -(id + 2305843009213693952) % 4096 + 262144 - 2048 END)
WHERE id < 0;

UPDATE field_change SET subject_id = -(
  -subject_id / 4096 * 524288 + CASE
    WHEN -subject_id % 4096 < 2046 THEN -subject_id % 4096
    ELSE -subject_id % 4096 + 262144 - 2048 END)
WHERE subject_id < 0 AND subject IN ('consent', 'suppression');

-- Stages look at these records again by their place, and violations are told of them.
UPDATE revisit SET subject_id = subject_id - 2305843009213693952
WHERE subject_id < 0 AND subject IN ('consent', 'suppression');
UPDATE revisit SET subject_id = -(
  -(subject_id + 2305843009213693952) / 4096 * 524288 + CASE
    WHEN -(subject_id + 2305843009213693952) % 4096 < 2046
    THEN -(subject_id + 2305843009213693952) % 4096
    ELSE -(subject_id + 2305843009213693952) % 4096 + 262144 - 2048 END)
WHERE subject_id < 0 AND subject IN ('consent', 'suppression');

UPDATE violation SET subject_id = subject_id - 2305843009213693952
WHERE subject_id < 0 AND subject IN ('consent', 'suppression');
UPDATE violation SET subject_id = -(
  -(subject_id + 2305843009213693952) / 4096 * 524288 + CASE
    WHEN -(subject_id + 2305843009213693952) % 4096 < 2046
    THEN -(subject_id + 2305843009213693952) % 4096
    ELSE -(subject_id + 2305843009213693952) % 4096 + 262144 - 2048 END)
WHERE subject_id < 0 AND subject IN ('consent', 'suppression');
