-- export personen
CREATE TABLE personen (
  straatHuisnummer varchar(60),
  weergavenaam varchar(60),
  bsnNummer varchar(60),
  gender varchar(60),
  paspoortnummer varchar(60),
  kenteken varchar(60),
  debiteurnr varchar(60),
  aangemaakt_op varchar(60)
);
INSERT INTO personen VALUES ('Wilhelminalaan 411-III', 'Yasmina Dekker', '301438122', 'V', 'ISHDW3TF8', '90-BRD-2', '941994980', '2024-01-14');
INSERT INTO personen VALUES ('Hoge Wal 254', 'Hülya Vos', '195095881', 'vrouw', 'NH3V14C94', 'JN-11-HH', '920400277', '2021-04-20');
INSERT INTO personen VALUES ('De Brink 105', 'André Crèvecoeur', '999990913', 'M', 'NA4SXJUF1', 'PKR-94-B', '460830097', '2023-06-27');
INSERT INTO personen VALUES ('Van Speykpad 47 B', 'Kowalczyk, P.', '999981390', 'vrouw', 'IK4YANGL5', '97-GH-JV', '553276607', '2024-02-24');
INSERT INTO personen VALUES ('Hofje van Bakenes 305', 'R. Klein Haarhuis', '999959207', 'V', 'NVR9W35Y6', 'LN-63-FK', '108177149', '2024-11-24');
INSERT INTO personen VALUES ('Esdoornhof 227-2', 'Koen van Dijk', '817618375', 'M', 'NGLG8KU82', 'RS-84-JZ', '288865274', '2020-07-20');
INSERT INTO personen VALUES ('Bûterhoeke 179 bis', 'I. Bouzekri', '805885602', 'V', 'NKAXIMUG3', 'LZ-60-SF', '706940918', '2020-01-26');
INSERT INTO personen VALUES ('Hoge Wal 266-III', 'Meulen, K. van der', '999930606', 'vrouw', 'ITGTFP232', '1-DRN-54', '579575852', '2021-02-17');
