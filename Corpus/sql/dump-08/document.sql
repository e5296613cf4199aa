-- export personen
CREATE TABLE personen (
  straatHuisnummer varchar(60),
  weergavenaam varchar(60),
  bsnNummer varchar(60),
  gender varchar(60),
  paspoortnummer varchar(60),
  kenteken varchar(60),
  referentie varchar(60),
  aangemaakt_op varchar(60)
);
INSERT INTO personen VALUES ('Waalkade 194', 'Oude Wesselink, K.', '301438122', 'V', 'ISHDW3TF8', '90-BRD-2', '941994980', '2024-01-14');
INSERT INTO personen VALUES ('Hoge Wal 254', 'Vos, H.', '195095881', 'vrouw', 'NH3V14C94', 'JN-11-HH', '920400277', '2021-04-20');
INSERT INTO personen VALUES ('De Brink 105', 'André Crèvecoeur', '999990913', 'M', 'IXSXJUFE1', 'PKR-94-B', '460830097', '2023-06-27');
INSERT INTO personen VALUES ('Van Speykpad 47 B', 'Kowalczyk, P.', '999981390', 'vrouw', 'IK4YANGL5', '97-GH-JV', '553276607', '2024-02-24');
INSERT INTO personen VALUES ('Hofje van Bakenes 305', 'Klein Haarhuis, R.', '999959207', 'V', 'NVR9W35Y6', 'LN-63-FK', '108177149', '2024-11-24');
INSERT INTO personen VALUES ('Esdoornhof 227-2', 'Dijk, K. van', '817618375', 'M', 'NGLG8KU82', 'RS-84-JZ', '288865274', '2020-07-20');
INSERT INTO personen VALUES ('Bûterhoeke 179 bis', 'Ilse Bouzekri', '805885602', 'V', 'NXXIMUGG3', 'LZ-60-SF', '706940918', '2020-01-26');
INSERT INTO personen VALUES ('Hoge Wal 266-III', 'Kübra van der Meulen', '999930606', 'vrouw', 'IHFP23XX2', 'DR-654-X', '675852518', '2024-07-17');
INSERT INTO personen VALUES ('Jan van Galenstraat 172', 'Agnieszka Sybesma', '999997154', 'V', 'NGA369441', '27-XRL-2', '601921882', '2021-01-28');
INSERT INTO personen VALUES ('Bûterhoeke 381hs', 'Ramdien, S.', '653236414', 'vrouw', 'NTBVYP9Q5', 'X-01-GLL', '698814829', '2024-09-15');
