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
INSERT INTO personen VALUES ('Wilhelminalaan 411-III', 'Dekker, Y.', '999993082', 'V', 'IE3ITVWI1', 'GGH-52-Z', '676891529', '2021-03-19');
INSERT INTO personen VALUES ('Noordersingel 339', 'Bo van den Berg', '999927279', 'V', 'NE5KWM5S3', 'PJX-55-Z', '293585040', '2019-09-04');
INSERT INTO personen VALUES ('Koningin Julianalaan 184 bis', 'Berg, G. van den', '925817922', 'V', 'IWAIK2W27', '30-BBN-7', '163917729', '2024-01-25');
INSERT INTO personen VALUES ('Molenweg 257 B', 'Wiśniewski, S.', '999999497', 'V', 'NR9FESX97', 'ZF-BX-36', '240133894', '2021-11-22');
INSERT INTO personen VALUES ('Nieuwegracht 106', 'E. Visser', '598936579', 'vrouw', 'NT8AP8DQ9', '53-RRP-5', '973028119', '2021-01-19');
INSERT INTO personen VALUES ('Burgemeester van Houtlaan 95-2', 'I. Hendriks', '367239176', 'V', 'NB786AAY5', 'DJ-XP-99', '136309032', '2024-11-28');
INSERT INTO personen VALUES ('Vogelvlinderweg 329 B', 'I. de la Porte', '824269305', 'V', 'IL3C97QV3', '8-BKD-34', '631532383', '2022-12-02');
INSERT INTO personen VALUES ('Hoge Wal 140a', 'Terpstra, T.', '270513085', 'man', 'NCPUSLQK5', '04-85-KL', '943026076', '2023-11-05');
