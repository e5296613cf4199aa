-- export personen
CREATE TABLE personen (
  adres varchar(60),
  onderwijsnummer varchar(60),
  a_nummer varchar(60),
  functie varchar(60),
  burgerservicenummer varchar(60),
  v_nummer varchar(60),
  client_nr varchar(60),
  aangemaakt_op varchar(60)
);
INSERT INTO personen VALUES ('2e Tuindwarsstraat 363hs', '107400760', '9106250310', 'klantmanager', '999964896', '2011124152', '849102049', '2019-12-23');
INSERT INTO personen VALUES ('Achterom 9a', '107223412', '1809801787', 'baliemedewerker', '551376624', '2329677505', '704742180', '2023-01-16');
INSERT INTO personen VALUES ('2e Tuindwarsstraat 36', '108563206', '7351676857', 'inkoper', '999912525', '2812547095', '564407765', '2024-11-26');
INSERT INTO personen VALUES ('Professor Lorentzlaan 304', '103815795', '6925979305', 'baliemedewerker', '319361160', '2250321541', '625205143', '2019-11-19');
INSERT INTO personen VALUES ('De Ruyterkade 169a', '106321530', '5753742691', 'planner', '999957934', '2428671042', '774472625', '2021-06-19');
INSERT INTO personen VALUES ('Nieuwegracht 311-III', '109788649', '8624784691', 'beleidsmedewerker', '635844254', '2775084583', '825033231', '2021-09-07');
INSERT INTO personen VALUES ('Dorpsstraat 277-2', '108285280', '2513287145', 'chauffeur', '999977131', '2369336652', '642439946', '2024-12-08');
INSERT INTO personen VALUES ('Achterom 192', '101394488', '5490985834', 'casemanager verzuim', '292805743', '2039783807', '424132099', '2022-10-09');
INSERT INTO personen VALUES ('Oostzijde 71hs', '107196056', '3043158210', 'docent Engels', '630112654', '2934138434', '581244987', '2024-05-13');
INSERT INTO personen VALUES ('Esdoornhof 269a', '101615377', '4170678920', 'docent Engels', '075737966', '2092978198', '788543099', '2022-04-28');
