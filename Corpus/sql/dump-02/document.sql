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
INSERT INTO personen VALUES ('Van Speykpad 246a', '106792757', '2981593246', 'applicatiebeheerder', '027645150', '2249698587', '906561200', '2019-06-01');
INSERT INTO personen VALUES ('Heereweg 340', '102651420', '6430591352', 'loodgieter', '452659632', '2345855736', '538462075', '2022-10-24');
INSERT INTO personen VALUES ('Beukenlaan 298a', '101431916', '1235650736', 'beleidsmedewerker', '999973757', '2454730427', '542051752', '2019-12-24');
INSERT INTO personen VALUES ('Oude Rijndijk 70 B', '105376043', '8624784691', 'beleidsmedewerker', '999945622', '2775084583', '825033231', '2021-09-07');
INSERT INTO personen VALUES ('Dorpsstraat 277-2', '104025925', '3730167803', 'medewerker groenvoorziening', '492835640', '2658361696', '287850429', '2022-11-09');
INSERT INTO personen VALUES ('Jan van Galenstraat 12 B', '107950371', '9683016781', 'administratief medewerker', '119838576', '2596506712', '659945718', '2021-09-07');
INSERT INTO personen VALUES ('Prins Bernhardplein 154 bis', '107865410', '9292836712', 'verzorgende IG', '999962206', '2432423604', '673238284', '2021-04-11');
INSERT INTO personen VALUES ('Dorpsstraat 39-III', '107202366', '4842354017', 'beleidsmedewerker', '805908808', '2478328409', '155997466', '2022-02-08');
INSERT INTO personen VALUES ('Sint Jansstraat 247 bis', '105865467', '1346364029', 'kok', '375115791', '2852303961', '422180707', '2023-08-07');
INSERT INTO personen VALUES ('Elzenhage 108', '100652457', '8072346143', 'huismeester', '999938460', '2050293867', '285365149', '2020-11-11');
