-- export personen
CREATE TABLE personen (
  a_nummer varchar(60),
  clientBsn varchar(60),
  geb_datum varchar(60),
  kenteken varchar(60),
  vNummer varchar(60),
  weergavenaam varchar(60),
  volgnr varchar(60),
  aangemaakt_op varchar(60)
);
INSERT INTO personen VALUES ('7086157825', '999987914', '1969-12-16T00:00:00', 'TLB-51-S', '2541405086', 'Sem van Rossum-Brandsma', '550539926', '2022-08-04');
INSERT INTO personen VALUES ('5483191954', '283801323', '19690302', '38-26-KG', '2295894423', 'Smit, J.', '635822584', '2021-01-11');
INSERT INTO personen VALUES ('9249257854', '999931854', '28/09/1953', 'XH-514-B', '2791844933', 'Hülya de Vries', '838042868', '2024-12-06');
INSERT INTO personen VALUES ('1786045607', '118961913', '1984-07-23T00:00:00', '98-FS-DT', '2596685155', 'Horst, M. ter', '827883859', '2020-12-17');
INSERT INTO personen VALUES ('5803236407', '599195745', '24-02-1991', '51-ST-RX', '2147851986', 'E. ten Brinke', '257481946', '2022-10-26');
INSERT INTO personen VALUES ('6052950303', '999905466', '19390622', '7-XJD-61', '2852371232', 'A. Terpstra', '111300847', '2023-09-24');
INSERT INTO personen VALUES ('9214952764', '999930187', '20-11-1982', '9-XRD-72', '2061651428', 'Warmerdam, R.', '596638961', '2024-07-25');
INSERT INTO personen VALUES ('5764212326', '560346104', '1962-11-16', 'NTN-30-K', '2684754089', 'Jansen, M.', '941726705', '2023-05-22');
INSERT INTO personen VALUES ('6303975967', '546731594', '09-04-1977', '55-71-SV', '2717998235', 'K. El Idrissi', '563292140', '2024-02-23');
INSERT INTO personen VALUES ('2386268167', '138604939', '1967-03-10', '51-HT-DL', '2398659822', 'Berg, J. van den', '122400388', '2024-05-17');
