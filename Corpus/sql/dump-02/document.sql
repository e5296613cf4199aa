-- export personen
CREATE TABLE personen (
  adres varchar(60),
  onderwijsnummer varchar(60),
  a_nummer varchar(60),
  functie varchar(60),
  burgerservicenummer varchar(60),
  v_nummer varchar(60),
  polisnummer varchar(60),
  aangemaakt_op varchar(60)
);
INSERT INTO personen VALUES ('Van Speykpad 246a', '101050003', '8183790913', 'chauffeur', '999992958', '2731772197', '659296981', '2021-12-18');
INSERT INTO personen VALUES ('Achterom 190', '100372163', '6782490161', 'medewerker groenvoorziening', '999964896', '2476431674', '855561117', '2020-12-05');
INSERT INTO personen VALUES ('Nieuwegracht 329-III', '103617687', '1204821031', 'beleidsmedewerker', '484768967', '2816572307', '668332461', '2022-12-02');
INSERT INTO personen VALUES ('Vogelvlinderweg 144', '106302651', '5397359293', 'kok', '065612000', '2292332729', '274936003', '2020-05-21');
INSERT INTO personen VALUES ('Oostzijde 279 bis', '109070295', '9080941495', 'loodgieter', '999955019', '2469694937', '214290882', '2020-11-18');
INSERT INTO personen VALUES ('Nieuwegracht 55a', '103884628', '3954107627', 'verpleegkundige', '999945725', '2710440905', '816418933', '2024-12-08');
INSERT INTO personen VALUES ('Beukenlaan 38hs', '106642292', '4729127908', 'administratief medewerker', '865774109', '2635844243', '744339159', '2019-04-28');
INSERT INTO personen VALUES ('Molenweg 114', '108589050', '6794673981', 'planner', '999964999', '2065368182', '544019785', '2021-08-02');
INSERT INTO personen VALUES ('2e Tuindwarsstraat 219', '106988135', '3231483680', 'beleidsmedewerker', '084002621', '2368504928', '456422109', '2019-12-04');
INSERT INTO personen VALUES ('Oude Rijndijk 375', '109889077', '3717357065', 'chauffeur', '925132871', '2182231034', '927080643', '2020-04-06');
