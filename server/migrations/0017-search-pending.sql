-- New words wait in a list that every search reads from end to end, up to 4 MB of it before they are sorted in; a rare word
-- took twenty times as long to find for it. With 128 kB a registration costs the same.
alter index case_search_words set (gin_pending_list_limit = 128);
alter index case_search_open set (gin_pending_list_limit = 128);
alter index matters_words set (gin_pending_list_limit = 128);
alter index precedents_words set (gin_pending_list_limit = 128);
