-- Several co-handlers, instructions and the like may be owed at once; of what carries the case on there is one of a kind.
drop index one_open_obligation_of_a_kind;
create unique index one_open_obligation_of_a_kind on obligations (institution_id, case_id, kind)
  where state = 'open' and kind in ('decide', 'signFor', 'rule', 'resolve', 'reply', 'callBack', 'approve', 'resume', 'visit');
