-- export personen
CREATE TABLE personen (
  a_nummer varchar(60),
  clientBsn varchar(60),
  geb_datum varchar(60),
  kenteken varchar(60),
  vNummer varchar(60),
  weergavenaam varchar(60),
  klantnr varchar(60),
  aangemaakt_op varchar(60)
);
INSERT INTO personen VALUES ('3157629632', '999939427', '14/09/1976', 'PB-492-G', '2364358905', 'Małgorzata Hendriks', '315743111', '2019-08-01');
INSERT INTO personen VALUES ('7040617472', '999960738', '22/10/2001', 'SHH-71-K', '2537573736', 'Ingeborg Sardjoe', '654321246', '2021-08-01');
INSERT INTO personen VALUES ('1025731026', '999933619', '18/03/1999', 'K-625-HS', '2136621495', 'Jansen, T.', '251631018', '2024-10-05');
INSERT INTO personen VALUES ('5798568070', '610089316', '22/06/1992', '75-JDT-7', '2532027437', 'Jan Smit', '191138759', '2023-12-04');
INSERT INTO personen VALUES ('8927123908', '999977945', '04/04/1964', 'RPX-82-R', '2060199005', 'Oude Wesselink, S.', '541256185', '2022-07-14');
INSERT INTO personen VALUES ('3485203946', '271411478', '16/04/1984', 'PRL-09-V', '2105691712', 'Kees Terpstra', '474068898', '2022-07-14');
INSERT INTO personen VALUES ('1568292916', '932551683', '14/10/1960', 'LNH-20-V', '2940517933', 'D. Wiarda', '933367581', '2022-03-14');
INSERT INTO personen VALUES ('5803236407', '999987860', '26/10/1984', '51-ST-RX', '2147851986', 'M. Crèvecoeur', '257481946', '2022-10-26');
INSERT INTO personen VALUES ('9412159346', '053151495', '27/02/1987', 'PS-88-PG', '2145689231', 'A. Terpstra', '956095225', '2019-04-17');
INSERT INTO personen VALUES ('7238626816', '499834847', '07/05/1958', 'G-12-TRD', '2933986598', 'Abdelkader Biharie', '380224003', '2023-11-27');
